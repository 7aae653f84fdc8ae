/**
 * Makes a drawn chart fit for a page whose security policy forbids inline styles: `style="a:b;c:d"` becomes the
 * presentation attributes `a="b" c="d"`, `<style>` blocks go, and the drawing is hidden from screen readers because
 * its table stands beside it.
 * @param svg one `<svg>` element as ECharts renders it on the server
 */
export function bersihkanSvg(svg: string): string {
  return svg
    .replace(/<\?xml[^>]*\?>/g, '')
    .replace(/<style\b[\s\S]*?<\/style>/g, '')
    .replace(/ style="([^"]*)"/g, (_, gaya: string) => keAtribut(gaya))
    .replace(/^\s*<svg\b/, '<svg aria-hidden="true" focusable="false"');
}

function keAtribut(gaya: string): string {
  return gaya
    .split(';')
    .map((deklarasi) => /^\s*([\w-]+)\s*:\s*(.+?)\s*$/.exec(deklarasi))
    .filter((cocok) => cocok !== null)
    .filter(([, sifat]) => SIFAT_SVG.has(sifat ?? ''))
    .map(([, sifat, nilai]) => ` ${sifat ?? ''}="${nilai ?? ''}"`)
    .join('');
}

const SIFAT_SVG = new Set([
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'font-family',
  'font-style',
  'text-anchor',
  'dominant-baseline',
]);

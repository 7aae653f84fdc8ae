import { angka } from '../../../common/format.js';

/** One bar: what it stands for, and how many. */
export interface Batang {
  label: string;
  nilai: number;
}

/** Drawn for a phone: there one unit is nearly one pixel, and nothing has to be scrolled into view. */
const LEBAR = 260;
const TINGGI_BARIS = 44;
const LEBAR_ANGKA = 48;
/** The accent of the pages ($aksen): a drawing takes no colour from a style sheet where it is printed. */
const WARNA = '#0d5752';

const aman = (teks: string): string =>
  teks.replace(/[&<>"]/g, (h) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[h] ?? h);

/**
 * A small chart of lying bars as SVG: the label above its bar, the figure behind it. Drawn by hand because five bars need
 * no chart library in the web process; its table stands beside it.
 */
export function gambarBatang(batang: readonly Batang[]): string {
  const terbesar = Math.max(1, ...batang.map((b) => b.nilai));
  const ruang = LEBAR - LEBAR_ANGKA;
  const tinggi = batang.length * TINGGI_BARIS;
  const isi = batang.map(({ label, nilai }, i) => {
    const y = i * TINGGI_BARIS;
    const lebar = Math.max(Math.round((nilai / terbesar) * ruang), 1);
    const teks = 'font-size="13" fill="currentColor"';
    return (
      `<text x="0" y="${y + 14}" ${teks}>${aman(label)}</text>` +
      `<rect x="0" y="${y + 21}" width="${lebar}" height="14" rx="2" fill="${WARNA}"/>` +
      `<text x="${lebar + 8}" y="${y + 28}" dominant-baseline="central" font-weight="600" ${teks}>${angka(nilai)}</text>`
    );
  });
  return `<svg class="batang" aria-hidden="true" focusable="false" viewBox="0 0 ${LEBAR} ${tinggi}" width="100%" font-family="inherit">${isi.join('')}</svg>`;
}

import QRCode from 'qrcode';

/** White modules around the code that readers need (ISO/IEC 18004 asks for four). */
const TEPI = 4;

/** The dark modules of a QR code of the text, row by row; `sisi` modules on each side. Error correction M (15 %). */
export function matriksQr(teks: string): { sisi: number; gelap: (baris: number, kolom: number) => boolean } {
  const { modules } = QRCode.create(teks, { errorCorrectionLevel: 'M' });
  return { sisi: modules.size, gelap: (baris, kolom) => modules.get(baris, kolom) !== 0 };
}

/**
 * A QR code as SVG of our own: one path, no ids, no script, black on white, scaled by its frame. What it says is the
 * caller's to write beside it, so that it is hidden from screen readers.
 */
export function qrSvg(teks: string): string {
  const { sisi, gelap } = matriksQr(teks);
  const jalur: string[] = [];
  for (let baris = 0; baris < sisi; baris++) {
    for (let kolom = 0; kolom < sisi; kolom++) {
      if (!gelap(baris, kolom)) continue;
      const awal = kolom;
      while (kolom + 1 < sisi && gelap(baris, kolom + 1)) kolom++;
      jalur.push(`M${awal + TEPI} ${baris + TEPI}h${kolom - awal + 1}v1H${awal + TEPI}z`);
    }
  }
  const lebar = sisi + 2 * TEPI;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${lebar} ${lebar}" shape-rendering="crispEdges" aria-hidden="true" focusable="false"><path d="M0 0h${lebar}v${lebar}H0z" fill="#fff"/><path d="${jalur.join('')}" fill="#000"/></svg>`;
}

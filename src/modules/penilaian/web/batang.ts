import { angka } from '../../../common/format.js';

/** One bar: what it stands for, and how many. */
export interface Batang {
  label: string;
  nilai: number;
}

const LEBAR = 640;
const TINGGI_BARIS = 34;
const LEBAR_LABEL = 190;
const LEBAR_ANGKA = 60;

const aman = (teks: string): string =>
  teks.replace(/[&<>"]/g, (h) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[h] ?? h);

/**
 * A small chart of lying bars as SVG: label, bar, figure. Drawn by hand because five bars need no chart library in the
 * web process; colours come from the page (`currentColor`), its table stands beside it.
 */
export function gambarBatang(batang: readonly Batang[]): string {
  const terbesar = Math.max(1, ...batang.map((b) => b.nilai));
  const ruang = LEBAR - LEBAR_LABEL - LEBAR_ANGKA;
  const tinggi = batang.length * TINGGI_BARIS;
  const isi = batang.map(({ label, nilai }, i) => {
    const y = i * TINGGI_BARIS;
    const lebar = Math.round((nilai / terbesar) * ruang);
    const tengah = y + TINGGI_BARIS / 2;
    const teks = 'dominant-baseline="central" font-size="14" fill="currentColor"';
    return (
      `<text x="${LEBAR_LABEL - 12}" y="${tengah}" text-anchor="end" ${teks}>${aman(label)}</text>` +
      `<rect x="${LEBAR_LABEL}" y="${y + 7}" width="${Math.max(lebar, 1)}" height="${TINGGI_BARIS - 14}" rx="2" fill="currentColor" fill-opacity="0.75"/>` +
      `<text x="${LEBAR_LABEL + lebar + 10}" y="${tengah}" font-weight="600" ${teks}>${angka(nilai)}</text>`
    );
  });
  return `<svg aria-hidden="true" focusable="false" viewBox="0 0 ${LEBAR} ${tinggi}" width="100%" font-family="inherit">${isi.join('')}</svg>`;
}

import {
  CustomFontEmbedder,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFNumber,
  type PDFRef,
} from '@cantoo/pdf-lib';
import fontkit from '@pdf-lib/fontkit';
import { type OpsiNomor } from './gabung.types.js';
import { hurufTrueType } from './huruf.js';

const MM = 72 / 25.4;
const UKURAN = 8;
const N = (nama: string) => PDFName.of(nama);

/** Small Roman numeral of 1–3999. */
function romawi(n: number): string {
  const NILAI: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let sisa = n;
  return NILAI.map(([nilai, huruf]) => {
    const kali = Math.floor(sisa / nilai);
    sisa -= kali * nilai;
    return huruf.repeat(kali);
  }).join('');
}

/**
 * How each page of a document is called, in order: `depan` pages i, ii, iii, then 1, 2, 3. A table of contents that
 * uses these words agrees with the stamped numbers.
 */
export function labelHalaman(jumlah: number, depan = 0): string[] {
  return Array.from({ length: jumlah }, (_, i) => (i < depan ? romawi(i + 1) : String(i - depan + 1)));
}

/**
 * Writes the line with the page number into the bottom margin of each page: "Halaman x dari y" (y counts the pages
 * with Arabic numbers), or the Roman numeral alone. It is an artifact: screen readers pass over it.
 */
export async function capNomor(context: PDFContext, halaman: readonly PDFDict[], opsi: OpsiNomor): Promise<void> {
  const { tanpa = [], romawi: depan = 0, kiri = '', bawah = 10, tepi = 20 } = opsi;
  const huruf = await CustomFontEmbedder.for(fontkit, hurufTrueType(), 'PlusJakartaSans-Regular'); // a name of its own, or a random one is made;
  const hurufRef = context.nextRef();
  const buka = context.register(context.stream('q\n'));
  const label = labelHalaman(halaman.length, depan);
  const y = (bawah * MM).toFixed(2);
  const teks = (isi: string, x: number) => `1 0 0 1 ${x.toFixed(2)} ${y} Tm ${huruf.encodeText(isi).toString()} Tj\n`;
  for (const [i, lembar] of halaman.entries()) {
    if (tanpa.includes(i + 1)) continue;
    const nomor = i < depan ? (label[i] ?? '') : `Halaman ${label[i]} dari ${halaman.length - depan}`;
    const kanan = lebar(lembar) - tepi * MM - huruf.widthOfTextAtSize(nomor, UKURAN);
    const isi = `${kiri ? teks(kiri, tepi * MM) : ''}${teks(nomor, kanan)}`;
    const cap = `Q\n/Artifact <</Type /Pagination /Subtype /Footer>> BDC\nq 0.3 g BT /NomorHalaman ${UKURAN} Tf\n${isi}ET Q\nEMC\n`;
    // Chromium leaves its own scale and clip in force at the end of a page: the page's drawing goes between q and Q.
    const asli = lembar.get(N('Contents'));
    const lama = context.lookup(asli);
    lembar.set(
      N('Contents'),
      context.obj([
        buka,
        ...(lama instanceof PDFArray ? lama.asArray() : asli ? [asli] : []),
        context.register(context.stream(cap)),
      ]),
    );
    pasangHuruf(context, lembar, hurufRef);
  }
  await huruf.embedIntoContext(context, hurufRef);
}

function lebar(lembar: PDFDict): number {
  const kotak = lembar.lookup(N('MediaBox'), PDFArray).asArray();
  return (kotak[2] as PDFNumber).asNumber() - (kotak[0] as PDFNumber).asNumber();
}

function pasangHuruf(context: PDFContext, lembar: PDFDict, huruf: PDFRef): void {
  const sumber = lembar.lookupMaybe(N('Resources'), PDFDict) ?? context.obj({});
  const daftar = sumber.lookupMaybe(N('Font'), PDFDict) ?? context.obj({});
  daftar.set(N('NomorHalaman'), huruf);
  if (!sumber.has(N('Font'))) sumber.set(N('Font'), daftar);
  if (!lembar.has(N('Resources'))) lembar.set(N('Resources'), sumber);
}

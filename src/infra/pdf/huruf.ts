import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/** Weights and styles documents may use; each is one small file per range of characters. */
const POTONGAN = ['400-normal', '400-italic', '500-normal', '600-normal', '700-normal'];
const RENTANG = {
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
};

function berkas(nama: string): Buffer {
  return readFileSync(require.resolve(`@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-${nama}`));
}

let tersimpan: { css: string; aset: Map<string, Uint8Array> } | undefined;

/**
 * The bundled typeface of documents, "Plus Jakarta Sans": the style sheet to put into the document's `<style>` and
 * the files to add to its assets. Always the same bytes, so that warm tabs keep them.
 */
export function hurufDokumen(): { css: string; aset: ReadonlyMap<string, Uint8Array> } {
  if (tersimpan) return tersimpan;
  const aset = new Map<string, Uint8Array>();
  let css = '';
  for (const potongan of POTONGAN) {
    const [tebal, gaya] = potongan.split('-');
    for (const [rentang, kode] of Object.entries(RENTANG)) {
      const path = `huruf/${rentang}-${potongan}.woff2`;
      aset.set(path, berkas(`${rentang}-${potongan}.woff2`));
      css += `@font-face{font-family:'Plus Jakarta Sans';font-weight:${tebal};font-style:${gaya};src:url(http://aset.invalid/${path}) format('woff2');unicode-range:${kode}}\n`;
    }
  }
  tersimpan = { css, aset };
  return tersimpan;
}

/**
 * The regular cut as plain TrueType, for text we write into a PDF ourselves: the same tables as the WOFF file, whose
 * compression a PDF reader does not know (W3C WOFF 1.0, §3–5).
 */
export function hurufTrueType(): Uint8Array {
  const woff = berkas('latin-400-normal.woff');
  const jumlah = woff.readUInt16BE(12);
  const tabel = Array.from({ length: jumlah }, (_, i) => {
    const p = 44 + i * 20;
    const [letak, padat, panjang] = [woff.readUInt32BE(p + 4), woff.readUInt32BE(p + 8), woff.readUInt32BE(p + 12)];
    const mentah = woff.subarray(letak, letak + padat);
    return {
      kepala: woff.subarray(p, p + 4),
      jumlahPeriksa: woff.subarray(p + 16, p + 20),
      isi: padat < panjang ? inflateSync(mentah) : mentah,
    };
  });
  const direktori = Buffer.alloc(12 + jumlah * 16);
  woff.copy(direktori, 0, 4, 8); // flavour
  const pangkat = 2 ** Math.floor(Math.log2(jumlah));
  direktori.writeUInt16BE(jumlah, 4);
  direktori.writeUInt16BE(pangkat * 16, 6);
  direktori.writeUInt16BE(Math.log2(pangkat), 8);
  direktori.writeUInt16BE((jumlah - pangkat) * 16, 10);
  const potongan: Buffer[] = [direktori];
  let letak = direktori.length;
  tabel.forEach(({ kepala, jumlahPeriksa, isi }, i) => {
    const p = 12 + i * 16;
    kepala.copy(direktori, p);
    jumlahPeriksa.copy(direktori, p + 4);
    direktori.writeUInt32BE(letak, p + 8);
    direktori.writeUInt32BE(isi.length, p + 12);
    const isian = Buffer.alloc((4 - (isi.length % 4)) % 4);
    potongan.push(isi, isian);
    letak += isi.length + isian.length;
  });
  return Buffer.concat(potongan);
}

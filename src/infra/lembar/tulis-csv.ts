import { Readable } from 'node:stream';
import { type KolomLembar, type LembarTulis, miripRumus, type NilaiSel } from './lembar.js';

/** By it a spreadsheet knows that the file is UTF-8. */
const TANDA_UTF8 = '\ufeff';
/** A semicolon and a tab are quoted too: another region's spreadsheet takes them for separators. */
const PERLU_KUTIP = /[",;\t\r\n]|^\s|\s$/;

/**
 * A text as one cell of a CSV file. What a spreadsheet would run is given a leading apostrophe and quotes, so that it is
 * shown and not run.
 */
export function selCsv(teks: string): string {
  const rumus = miripRumus(teks);
  if (!rumus && !PERLU_KUTIP.test(teks)) return teks;
  return `"${rumus ? "'" : ''}${teks.replaceAll('"', '""')}"`;
}

function barisCsv(sel: readonly NilaiSel[], kolom: readonly KolomLembar[]): string {
  const isi = kolom.map(({ jenis }, i) => {
    const nilai = sel[i] ?? null;
    if (nilai === null) return '';
    return jenis === 'teks' ? selCsv(String(nilai)) : String(nilai);
  });
  return `${isi.join(',')}\r\n`;
}

async function* teksCsv({ kolom, kelompok }: LembarTulis): AsyncGenerator<string> {
  yield `${TANDA_UTF8}${kolom.map((k) => selCsv(k.judul)).join(',')}\r\n`;
  for await (const baris of kelompok) yield baris.map((b) => barisCsv(b, kolom)).join('');
}

/**
 * A sheet as CSV: UTF-8 with a byte-order mark, commas, CRLF, numbers with a decimal point. Rows are asked for only as
 * fast as the reader takes them; when the reader goes, they are asked for no more.
 */
export function alirkanCsv(lembar: LembarTulis): Readable {
  return Readable.from(teksCsv(lembar), { objectMode: false });
}

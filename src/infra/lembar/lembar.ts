/** What a column of a sheet holds, which decides how its cells are written. */
export type JenisKolom = 'teks' | 'angka' | 'tanggal';

/** A column: its heading and what stands below it. `lebar` in characters, for a workbook. */
export interface KolomLembar {
  judul: string;
  jenis: JenisKolom;
  lebar?: number;
}

/**
 * A cell as its column takes it: text for `teks`, a number or the decimal of the database as text for `angka`,
 * 'YYYY-MM-DD' for `tanggal`. null and `''` are empty.
 */
export type NilaiSel = string | number | null;

/** A sheet to be written: its columns and its rows, some at a time, so that never all of them are held. */
export interface LembarTulis {
  kolom: readonly KolomLembar[];
  kelompok: AsyncIterable<readonly (readonly NilaiSel[])[]>;
}

/** Full-width forms count: a spreadsheet takes them for the plain ones. */
const AWAL_RUMUS = /^[\s\p{Cc}\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** Whether a spreadsheet might take a text for a formula (OWASP, "CSV Injection"): it is then marked as text. */
export function miripRumus(teks: string): boolean {
  return AWAL_RUMUS.test(teks);
}

import { tambahHari } from '../../common/tanggal.js';

/** Digits that a spreadsheet keeps of a number; of those behind them only zeros are left. */
const ANGKA_TERSIMPAN = 15;
/** The serial of 31 December 9999, the last day a spreadsheet knows. */
const SERIAL_MAKS = 2_958_465;

/**
 * A number as a cell stores it, as a person would write it: no exponent as long as all its digits are there. What has
 * more than 15 digits has lost the rest and is given as the spreadsheet shows it: `1.2E+15`.
 */
export function teksBilangan(mentah: string): string {
  const n = Number(mentah);
  if (!Number.isFinite(n)) return mentah.trim();
  if (Math.abs(n) >= 10 ** ANGKA_TERSIMPAN) {
    const [angka = '', pangkat = ''] = n.toExponential(ANGKA_TERSIMPAN - 1).split('e');
    return `${Number(angka)}E${pangkat}`;
  }
  // The last digits of a fraction are noise of its binary form.
  return Number.isInteger(n) ? String(n) : String(Number(n.toPrecision(ANGKA_TERSIMPAN)));
}

/**
 * A day number as `YYYY-MM-DD`; its time of day is dropped. In the system of 1900 the number 60 is a day that never was.
 * @param sejak1904 whether the workbook counts from 1 January 1904
 * @returns null when it is no day
 */
export function teksTanggal(mentah: string, sejak1904: boolean): string | null {
  const n = Math.floor(Number(mentah));
  if (!Number.isFinite(n) || n > SERIAL_MAKS) return null;
  if (sejak1904) return n < 0 ? null : tambahHari('1904-01-01', n);
  if (n < 1 || n === 60) return null;
  return tambahHari(n < 60 ? '1899-12-31' : '1899-12-30', n);
}

/** Characters that XML cannot hold stand in a workbook as `_xHHHH_`, and so does the underscore before such a text. */
export function bukaSandi(teks: string): string {
  if (!teks.includes('_x')) return teks;
  return teks.replace(/_x([0-9A-Fa-f]{4})_/g, (_, kode: string) => String.fromCharCode(parseInt(kode, 16)));
}

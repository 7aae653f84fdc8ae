import { tambahHari } from '../../../common/tanggal.js';

const NAMA_NAMA_BULAN = [
  'januari jan january',
  'februari feb pebruari february',
  'maret mar march',
  'april apr',
  'mei may',
  'juni jun june',
  'juli jul july',
  'agustus agu agt ags aug august',
  'september sep sept',
  'oktober okt oct october',
  'november nov nopember',
  'desember des dec december',
];
const BULAN: ReadonlyMap<string, number> = new Map(
  NAMA_NAMA_BULAN.flatMap((ejaan, i) => ejaan.split(' ').map((e) => [e, i + 1] as const)),
);

const TAHUN_AWAL = 1900;
const TAHUN_AKHIR = 2100;

/** The serial of 31 December 2100. */
const SERIAL_MAKS = 73_415;

const JAM = String.raw`(?:[T ]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?Z?)?`;
const HARI_DULU = new RegExp(String.raw`^(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4})${JAM}$`);
const TAHUN_DULU = new RegExp(String.raw`^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})${JAM}$`);
const NAMA_BULAN = /^(\d{1,2})[ -]+([a-z]+)\.?[ -]+(\d{4})$/i;
const SERIAL = /^(\d{1,6})(?:[.,]\d+)?$/;

/**
 * A date as registers write it: `d/m/Y` (also with `-` or `.`), `Y-m-d`, `5 Mei 2014`, or the day number of a
 * spreadsheet; a time of day behind it is dropped. The month never comes first.
 *
 * Day numbers follow the 1900 system, in which 1 is 1 January 1900 and 60 is a 29 February 1900 that never was. A
 * whole number from 1900 to 2100 is refused: it would be a day of 1905, and is a year that somebody typed.
 * @returns `'YYYY-MM-DD'` of 1900 to 2100, or null when the text is no such day
 */
export function bacaTanggal(teks: string): string | null {
  const serial = SERIAL.exec(teks);
  if (serial) return dariSerial(Number(serial[1]), teks);
  const h = HARI_DULU.exec(teks);
  if (h) return susun(Number(h[4]), Number(h[3]), Number(h[1]));
  const t = TAHUN_DULU.exec(teks);
  if (t) return susun(Number(t[1]), Number(t[3]), Number(t[4]));
  const n = NAMA_BULAN.exec(teks);
  if (n) return susun(Number(n[3]), BULAN.get((n[2] ?? '').toLowerCase()) ?? 0, Number(n[1]));
  return null;
}

const HARI_SEBULAN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

// Counted here, without a Date: a register of 10.000 lines has some 40.000 dates.
function susun(tahun: number, bulan: number, hari: number): string | null {
  if (tahun < TAHUN_AWAL || tahun > TAHUN_AKHIR) return null;
  const kabisat = (tahun % 4 === 0 && tahun % 100 !== 0) || tahun % 400 === 0;
  const terakhir = bulan === 2 && kabisat ? 29 : (HARI_SEBULAN[bulan - 1] ?? 0);
  if (hari < 1 || hari > terakhir) return null;
  return `${tahun}-${bulan < 10 ? '0' : ''}${bulan}-${hari < 10 ? '0' : ''}${hari}`;
}

function dariSerial(n: number, teks: string): string | null {
  if (n < 1 || n === 60 || n > SERIAL_MAKS) return null;
  if (n >= TAHUN_AWAL && n <= TAHUN_AKHIR && /^\d+$/.test(teks)) return null;
  return tambahHari(n < 60 ? '1899-12-31' : '1899-12-30', n);
}

const TANGGAL_DALAM_TEKS = /\b(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2} +[a-z]{3,9} +\d{4})\b/i;

/**
 * The date that stands inside a longer text (`Akta No. 88 tanggal 05-05-1999`), as it is written there.
 * @returns null when nothing in the text has the shape of a date
 */
export function cariTeksTanggal(teks: string): string | null {
  return TANGGAL_DALAM_TEKS.exec(teks)?.[1] ?? null;
}

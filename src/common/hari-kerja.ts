import { selisihHari, tambahHari, tanggalWib } from './tanggal.js';

// Working days: Monday to Friday but for the holidays. A deadline counts from the day after the one on which something
// came in; days are those of Asia/Jakarta, so what comes in at 23.59 WIB belongs to that day and at 00.01 to the next.

/** The days off besides Saturday and Sunday (national holidays and cuti bersama), as 'YYYY-MM-DD'. */
export type HariLibur = ReadonlySet<string>;

/** A span during which the clock stands still; `sampai` null: it still does. */
export interface Jeda {
  dari: Date;
  sampai: Date | null;
}

const SENIN_PERTAMA = '1970-01-05';
/** No run of days off is as long; a set of holidays that holds every day is a mistake, not an endless loop. */
const TERJAUH_HARI = 400;

/** Whether an office works on the day 'YYYY-MM-DD'. */
export function isHariKerja(tanggal: string, libur: HariLibur): boolean {
  return hariDalamMinggu(nomorHari(tanggal)) < 5 && !libur.has(tanggal);
}

/** Days since a Monday; the day of the week (0 Monday) follows from it. */
const nomorHari = (tanggal: string): number => selisihHari(SENIN_PERTAMA, tanggal);
const hariDalamMinggu = (nomor: number): number => ((nomor % 7) + 7) % 7;

/**
 * The n-th working day after a day; with n = 0 the day itself, whether worked or not.
 * @param n whole days, 0 or more
 * @throws RangeError on another n, and when there is no working day within 400 days
 */
export function tambahHariKerja(tanggal: string, n: number, libur: HariLibur): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('A count of working days is a whole number, 0 or more');
  let hari = tanggal;
  for (let sisa = n; sisa > 0; sisa--) hari = hariKerjaBerikut(hari, libur);
  return hari;
}

function hariKerjaBerikut(tanggal: string, libur: HariLibur): string {
  let hari = tanggal;
  for (let i = 0; i < TERJAUH_HARI; i++) {
    hari = tambahHari(hari, 1);
    if (isHariKerja(hari, libur)) return hari;
  }
  throw new RangeError(`No working day within ${TERJAUH_HARI} days after ${tanggal}`);
}

/** Working days after `dari` up to and with `sampai`; negative the other way round, 0 within one day. */
export function hitungHariKerja(dari: string, sampai: string, libur: HariLibur): number {
  if (sampai < dari) return -hitungHariKerja(sampai, dari, libur);
  const [awal, akhir] = [nomorHari(dari), nomorHari(sampai)];
  // Whole weeks by multiplication: a matter of years ago is asked about as quickly as one of yesterday.
  let jumlah = Math.floor((akhir - awal) / 7) * 5;
  for (let n = awal + Math.floor((akhir - awal) / 7) * 7 + 1; n <= akhir; n++) if (hariDalamMinggu(n) < 5) jumlah++;
  for (const hari of libur) if (hari > dari && hari <= sampai && hariDalamMinggu(nomorHari(hari)) < 5) jumlah--;
  return jumlah;
}

/** Where a clock of working days stands. */
export interface JamHariKerja {
  /** Working days used up to now. */
  terpakai: number;
  /** Working days that are left; negative when overdue. */
  sisa: number;
  /** Last day in time; null while the clock stands still, because nobody knows then. */
  tenggat: string | null;
  berhenti: boolean;
}

/** A span of running days, half open: the day `dari` itself is not counted, `sampai` is. */
interface Rentang {
  dari: string;
  sampai: string;
}

/**
 * Where the clock of `jatah` working days stands at an instant. It starts on the day after `mulai`. A day on which the
 * clock is stopped still counts; the day on which it goes on does not, like the day of the start: so handing a matter
 * back and forth within one day neither gives nor takes anything.
 * @param jeda the spans during which it stood still, in any order; they may touch or overlap; parts outside `mulai`–`kini`
 *   count for nothing
 * @param kini the present, or the instant at which the matter was closed
 */
export function jamHariKerja(
  mulai: Date,
  kini: Date,
  jatah: number,
  libur: HariLibur,
  jeda: readonly Jeda[] = [],
): JamHariKerja {
  const berjalan = rentangBerjalan(mulai, kini, jeda);
  const terpakai = berjalan.daftar.reduce((n, r) => n + hitungHariKerja(r.dari, r.sampai, libur), 0);
  const sisa = jatah - terpakai;
  if (berjalan.berhenti) return { terpakai, sisa, tenggat: null, berhenti: true };
  return { terpakai, sisa, tenggat: tenggatDari(berjalan.daftar, jatah, libur), berhenti: false };
}

/** The day on which the allowance is used up: within a running span, or beyond the last one. */
function tenggatDari(daftar: readonly Rentang[], jatah: number, libur: HariLibur): string {
  let sisa = jatah;
  for (const r of daftar.slice(0, -1)) {
    const isi = hitungHariKerja(r.dari, r.sampai, libur);
    if (isi >= sisa) return tambahHariKerja(r.dari, sisa, libur);
    sisa -= isi;
  }
  return tambahHariKerja(daftar.at(-1)?.dari ?? '', sisa, libur);
}

function rentangBerjalan(mulai: Date, kini: Date, jeda: readonly Jeda[]): { daftar: Rentang[]; berhenti: boolean } {
  const daftar: Rentang[] = [];
  let dari = mulai;
  for (const j of gabungJeda(mulai, kini, jeda)) {
    daftar.push({ dari: tanggalWib(dari), sampai: tanggalWib(j.dari) });
    if (j.sampai === null) return { daftar, berhenti: true };
    dari = j.sampai;
  }
  daftar.push({ dari: tanggalWib(dari), sampai: tanggalWib(kini > dari ? kini : dari) });
  return { daftar, berhenti: false };
}

/** The pauses in order, cut to the span of the matter, touching ones joined; one that lasts beyond now is open. */
function gabungJeda(mulai: Date, kini: Date, jeda: readonly Jeda[]): Jeda[] {
  const urut = jeda
    .filter((j) => j.dari <= kini && (j.sampai === null || (j.sampai > mulai && j.sampai > j.dari)))
    .map((j) => ({ dari: j.dari < mulai ? mulai : j.dari, sampai: j.sampai && j.sampai <= kini ? j.sampai : null }))
    .sort((a, b) => a.dari.getTime() - b.dari.getTime());
  const hasil: Jeda[] = [];
  for (const j of urut) {
    const akhir = hasil.at(-1);
    if (!akhir || (akhir.sampai !== null && j.dari > akhir.sampai)) hasil.push({ ...j });
    else if (akhir.sampai !== null && (j.sampai === null || j.sampai > akhir.sampai)) akhir.sampai = j.sampai;
  }
  return hasil;
}

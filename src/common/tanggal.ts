/**
 * Dates without a time are 'YYYY-MM-DD' strings in the calendar of Asia/Jakarta; instants are `Date`s in UTC.
 * This file is the only bridge between the two.
 */
const WIB_JAM = 7;

/** The calendar day in Jakarta (WIB, UTC+7, no daylight saving) on which an instant falls, as 'YYYY-MM-DD'. */
export function tanggalWib(saat: Date): string {
  return new Date(saat.getTime() + WIB_JAM * 3_600_000).toISOString().slice(0, 10);
}

/** The instant at which a day begins in Jakarta: 00.00 WIB of 'YYYY-MM-DD'. */
export function awalHariWib(tanggal: string): Date {
  return new Date(Date.parse(`${tanggal}T00:00:00Z`) - WIB_JAM * 3_600_000);
}

/** The Republic's first day: no entry of its register is older. */
export const HARI_PERTAMA = '1945-08-17';

const PANJANG_BULAN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is a real calendar day written 'YYYY-MM-DD' (31 February is not). */
export function tanggalSah(teks: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(teks)) return false;
  // By hand: asked for every date of every table and register, where the detour over Date takes ten times as long.
  const [tahun, bulan, hari] = [Number(teks.slice(0, 4)), Number(teks.slice(5, 7)), Number(teks.slice(8))];
  const kabisat = tahun % 4 === 0 && (tahun % 100 !== 0 || tahun % 400 === 0);
  const panjang = bulan === 2 && kabisat ? 29 : (PANJANG_BULAN[bulan - 1] ?? 0);
  return hari >= 1 && hari <= panjang;
}

/** The day `hari` days after (or, negative, before) 'YYYY-MM-DD'. */
export function tambahHari(tanggal: string, hari: number): string {
  return new Date(Date.parse(`${tanggal}T00:00:00Z`) + hari * 86_400_000).toISOString().slice(0, 10);
}

/** The same day `tahun` years later (29 February becomes 28 February in common years). */
export function tambahTahun(tanggal: string, tahun: number): string {
  const [y, m, d] = tanggal.split('-').map(Number) as [number, number, number];
  const calon = `${String(y + tahun).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return tanggalSah(calon) ? calon : `${calon.slice(0, 8)}28`;
}

/** Whole days from `dari` to `sampai` (both 'YYYY-MM-DD'); negative when `sampai` is earlier. */
export function selisihHari(dari: string, sampai: string): number {
  return Math.round((Date.parse(`${sampai}T00:00:00Z`) - Date.parse(`${dari}T00:00:00Z`)) / 86_400_000);
}

import { tanggal } from '../../common/format.js';
import { type StatusHitung } from './penilaian.types.js';

/** What decides whether a running period may be closed. */
export interface KeadaanTutup {
  tahun: number;
  /** Last day of the window, 'YYYY-MM-DD'. */
  akhir: string;
  hitungId: number | null;
  /** The newest run; null: there never was one. */
  terakhir: StatusHitung | null;
  /** The first change since the run that counts froze its facts; null while it is up to date. */
  usangSejak: Date | null;
}

/**
 * Why a period cannot be closed on a day, as a sentence with what to do; null when nothing is in the way. Closing settles
 * what is reported: so not before its window is over, and only with results that say what the portal knows.
 * @param hari today in Jakarta, 'YYYY-MM-DD'
 */
export function halanganTutup(p: KeadaanTutup, hari: string): string | null {
  if (p.akhir >= hari)
    return `Masa penilaian ${p.tahun} berlangsung sampai ${tanggal(p.akhir)}. Periode dapat ditutup mulai hari sesudahnya.`;
  if (p.terakhir === 'menunggu' || p.terakhir === 'berjalan')
    return `Perhitungan IKO ${p.tahun} belum selesai, sehingga periode ini belum dapat ditutup. Tunggu sampai perhitungan itu selesai atau gagal, lalu tutup periode ini.`;
  if (p.hitungId === null)
    return `IKO ${p.tahun} belum pernah dihitung sampai selesai. Hitung IKO dahulu, lalu tutup periode ini.`;
  if (p.usangSejak !== null)
    return `Data berubah setelah perhitungan terakhir IKO ${p.tahun}, sejak ${tanggal(p.usangSejak)}. Hitung ulang IKO dahulu agar perubahan itu ikut, lalu tutup periode ini.`;
  return null;
}

/** So many things are still open, and the first of them. */
export interface MasihTerbuka {
  jumlah: number;
  contoh: { id: number; teks: string }[];
}

/** What closing a period would leave undone for good. */
export interface SisaPeriode {
  /** Reports of its window that are not verified: submitted, or sent back. */
  laporan: MasihTerbuka;
  /** Verified joint activities of its window that the OPD has not confirmed. */
  bersama: MasihTerbuka;
  /** Ormas whose self-assessment no officer has decided. */
  mandiri: MasihTerbuka;
  /** Provisional scores of the run that counts. */
  sementara: number;
  /** All scores of that run that are not a profile only. */
  dinilai: number;
}

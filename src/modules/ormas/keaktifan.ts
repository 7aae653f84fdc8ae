import { tambahTahun } from '../../common/tanggal.js';
import { type StatusOrmas } from './ormas.types.js';
import { MASIH_ADA, masihAda } from './riwayat-status.js';

/**
 * The first day on which a verified activity still makes an ormas active on `hari`: one year back. Being active is
 * computed from verified evidence, never typed.
 */
export function batasAktif(hari: string): string {
  return tambahTahun(hari, -1);
}

/**
 * Whether the ormas is active on a day: it stands in the register, and its last verified activity lies within one year.
 * Who was dissolved or revoked is not, however lately it did something.
 */
export function aktifPada(status: StatusOrmas, kegiatanTerakhir: string | null, hari: string): boolean {
  return masihAda(status) && kegiatanTerakhir !== null && kegiatanTerakhir >= batasAktif(hari);
}

/**
 * Whether the ormas has stood in the register for less than a year, so that being without a report says nothing of it yet.
 * A word beside the figures only: who is new and has no report is not active, and is counted so.
 * @param terdaftarPada since when it is registered; null: not known, then it is not new
 */
export function baruTerdaftar(status: StatusOrmas, terdaftarPada: string | null, hari: string): boolean {
  return masihAda(status) && terdaftarPada !== null && terdaftarPada > batasAktif(hari);
}

/** `aktifPada` of `ormas o` in SQL; its one value is `batasAktif` of the day. */
export const AKTIF_SQL = `(o.kegiatan_terakhir >= ? AND ${MASIH_ADA})`;

/** Everyone whom `AKTIF_SQL` leaves out. */
export const TIDAK_AKTIF_SQL = `(o.kegiatan_terakhir IS NULL OR o.kegiatan_terakhir < ? OR NOT ${MASIH_ADA})`;

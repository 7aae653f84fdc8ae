import { tambahTahun } from '../../common/tanggal.js';

/**
 * The first day on which a verified activity still makes an ormas active on `hari`: one year back. Being active is
 * computed from verified evidence, never typed.
 */
export function batasAktif(hari: string): string {
  return tambahTahun(hari, -1);
}

/** Whether the ormas is active on a day: its last verified activity lies within one year. */
export function aktifPada(kegiatanTerakhir: string | null, hari: string): boolean {
  return kegiatanTerakhir !== null && kegiatanTerakhir >= batasAktif(hari);
}

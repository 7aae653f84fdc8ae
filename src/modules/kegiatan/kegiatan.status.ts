import { type TabelTransisi } from '../../common/transitions.js';

/** States of an activity report. Nothing is ever deleted: a withdrawn report is `dibatalkan`. */
export const STATUS_KEGIATAN = ['draf', 'diajukan', 'dikembalikan', 'terverifikasi', 'ditolak', 'dibatalkan'] as const;
export type StatusKegiatan = (typeof STATUS_KEGIATAN)[number];

/** Acts on an activity report. */
export type TindakanKegiatan = 'ubah' | 'ajukan' | 'kembalikan' | 'verifikasi' | 'tolak' | 'batalkan' | 'bukaKembali';

/** Which act leads from which states to which; `ajukan` and `ubah` keep the remarks of the round before. */
export const TRANSISI_KEGIATAN: TabelTransisi<Exclude<TindakanKegiatan, 'ubah'>, StatusKegiatan> = {
  ajukan: { dari: ['draf', 'dikembalikan'], ke: 'diajukan' },
  kembalikan: { dari: ['diajukan'], ke: 'dikembalikan' },
  verifikasi: { dari: ['diajukan'], ke: 'terverifikasi' },
  tolak: { dari: ['diajukan'], ke: 'ditolak' },
  batalkan: { dari: ['draf', 'diajukan', 'dikembalikan'], ke: 'dibatalkan' },
  bukaKembali: { dari: ['terverifikasi', 'ditolak'], ke: 'diajukan' },
};

import { type Jenis } from '../../infra/view/bagian.js';
import { type TabelTransisi } from '../../common/transitions.js';

/** States of an activity report. Nothing is ever deleted: a withdrawn report is `dibatalkan`. */
export const STATUS_KEGIATAN = ['draf', 'diajukan', 'dikembalikan', 'terverifikasi', 'ditolak', 'dibatalkan'] as const;
export type StatusKegiatan = (typeof STATUS_KEGIATAN)[number];

/** Acts that lead from one state to another. */
export const TINDAKAN_KEGIATAN = [
  'ajukan',
  'kembalikan',
  'verifikasi',
  'tolak',
  'batalkan',
  'pulihkan',
  'bukaKembali',
] as const;
export type TindakanKegiatan = (typeof TINDAKAN_KEGIATAN)[number];

/**
 * Which act leads from which states to which. Every decision has a way back that is a decision of its own: the officer's
 * by `bukaKembali`, the secretary's withdrawal by `pulihkan`.
 */
export const TRANSISI_KEGIATAN: TabelTransisi<TindakanKegiatan, StatusKegiatan> = {
  ajukan: { dari: ['draf', 'dikembalikan'], ke: 'diajukan' },
  kembalikan: { dari: ['diajukan'], ke: 'dikembalikan' },
  verifikasi: { dari: ['diajukan'], ke: 'terverifikasi' },
  tolak: { dari: ['diajukan'], ke: 'ditolak' },
  batalkan: { dari: ['draf', 'diajukan', 'dikembalikan'], ke: 'dibatalkan' },
  pulihkan: { dari: ['dibatalkan'], ke: 'draf' },
  bukaKembali: { dari: ['terverifikasi', 'ditolak', 'dikembalikan'], ke: 'diajukan' },
};

/** States in which the secretary may change the report. */
export const STATUS_DAPAT_DIUBAH: readonly StatusKegiatan[] = ['draf', 'dikembalikan'];
/** States in which a report that was sent once may have a rewriting that is not sent yet; its writer then reads that. */
export const STATUS_BERNASKAH: readonly StatusKegiatan[] = ['draf', 'dikembalikan', 'dibatalkan'];
/** States in which the OPD's word on a joint activity can be given or taken back. */
export const STATUS_DAPAT_DIKONFIRMASI: readonly StatusKegiatan[] = ['diajukan', 'dikembalikan', 'terverifikasi'];

/** What each state is called on every page, and its mood. */
export const SEBUTAN_STATUS: Readonly<Record<StatusKegiatan, { jenis: Jenis; teks: string }>> = {
  draf: { jenis: 'netral', teks: 'Draf' },
  diajukan: { jenis: 'proses', teks: 'Menunggu verifikasi' },
  dikembalikan: { jenis: 'perlu', teks: 'Perlu diperbaiki' },
  terverifikasi: { jenis: 'baik', teks: 'Terverifikasi' },
  ditolak: { jenis: 'bahaya', teks: 'Ditolak' },
  dibatalkan: { jenis: 'netral', teks: 'Dibatalkan' },
};

import { type TabelTransisi } from '../../common/transitions.js';
import { type Jenis } from '../../infra/view/bagian.js';

/** States of a field visit. While it is `dilaksanakan` its record is written; nothing is ever deleted. */
export const STATUS_KUNJUNGAN = ['direncanakan', 'dilaksanakan', 'selesai', 'dibatalkan'] as const;
export type StatusKunjungan = (typeof STATUS_KUNJUNGAN)[number];

/** Acts that lead from one state to another. */
export const TINDAKAN_KUNJUNGAN = ['laksanakan', 'selesaikan', 'batalkan', 'bukaKembali', 'pulihkan'] as const;
export type TindakanKunjungan = (typeof TINDAKAN_KUNJUNGAN)[number];

/**
 * Which act leads from which states to which. Every decision has a way back that is a decision of its own: a record that
 * was signed off is opened again by `bukaKembali`, a visit that was called off is planned again by `pulihkan`.
 */
export const TRANSISI_KUNJUNGAN: TabelTransisi<TindakanKunjungan, StatusKunjungan> = {
  laksanakan: { dari: ['direncanakan'], ke: 'dilaksanakan' },
  selesaikan: { dari: ['dilaksanakan'], ke: 'selesai' },
  batalkan: { dari: ['direncanakan', 'dilaksanakan'], ke: 'dibatalkan' },
  bukaKembali: { dari: ['selesai'], ke: 'dilaksanakan' },
  pulihkan: { dari: ['dibatalkan'], ke: 'direncanakan' },
};

/** Everything anybody may want to do with a visit. */
export const AKSI_KUNJUNGAN = [
  'lihat',
  'ubahRencana',
  'laksanakan',
  'tulis',
  'selesaikan',
  'batalkan',
  'bukaKembali',
  'pulihkan',
  'tanggapi',
  'ulangiDokumen',
] as const;
export type AksiKunjungan = (typeof AKSI_KUNJUNGAN)[number];

/** Not at its end: somebody still has to go, or to write. */
export const STATUS_BERJALAN: readonly StatusKunjungan[] = ['direncanakan', 'dilaksanakan'];

/** What each state is called on every page, and its mood. */
export const SEBUTAN_STATUS: Readonly<Record<StatusKunjungan, { jenis: Jenis; teks: string }>> = {
  direncanakan: { jenis: 'proses', teks: 'Direncanakan' },
  dilaksanakan: { jenis: 'perlu', teks: 'Berita acara disusun' },
  selesai: { jenis: 'baik', teks: 'Selesai' },
  dibatalkan: { jenis: 'netral', teks: 'Dibatalkan' },
};

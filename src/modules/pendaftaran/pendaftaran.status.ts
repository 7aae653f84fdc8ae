import { type TabelTransisi } from '../../common/transitions.js';
import { type Jenis } from '../../infra/view/bagian.js';

/** States of an application (Pendaftaran keberadaan). Nothing is ever deleted: every end is a state of its own. */
export const STATUS_PENDAFTARAN = [
  'draf',
  'diajukan',
  'perlu-perbaikan',
  'diajukan-ulang',
  'terverifikasi',
  'terdaftar',
  'ditolak',
  'dicabut-pemohon',
] as const;
export type StatusPendaftaran = (typeof STATUS_PENDAFTARAN)[number];

/** Acts that lead from one state to another. */
export const TINDAKAN_PENDAFTARAN = [
  'ajukan',
  'ajukanUlang',
  'cabut',
  'pulihkan',
  'kembalikan',
  'tolak',
  'verifikasi',
  'batalkanVerifikasi',
  'daftarkan',
  'bukaKembali',
] as const;
export type TindakanPendaftaran = (typeof TINDAKAN_PENDAFTARAN)[number];

/**
 * Which act leads from which states to which. Every decision has a way back that is a decision of its own: that of the
 * officer by `batalkanVerifikasi` and `bukaKembali`, that of the applicant by `pulihkan`. What became an ormas of the
 * register (`terdaftar`) is changed there.
 */
export const TRANSISI_PENDAFTARAN: TabelTransisi<TindakanPendaftaran, StatusPendaftaran> = {
  ajukan: { dari: ['draf'], ke: 'diajukan' },
  ajukanUlang: { dari: ['perlu-perbaikan'], ke: 'diajukan-ulang' },
  cabut: { dari: ['draf', 'diajukan', 'perlu-perbaikan', 'diajukan-ulang', 'terverifikasi'], ke: 'dicabut-pemohon' },
  pulihkan: { dari: ['dicabut-pemohon'], ke: 'draf' },
  kembalikan: { dari: ['diajukan', 'diajukan-ulang', 'terverifikasi'], ke: 'perlu-perbaikan' },
  tolak: { dari: ['diajukan', 'diajukan-ulang', 'terverifikasi'], ke: 'ditolak' },
  verifikasi: { dari: ['diajukan', 'diajukan-ulang'], ke: 'terverifikasi' },
  batalkanVerifikasi: { dari: ['terverifikasi'], ke: 'diajukan' },
  daftarkan: { dari: ['terverifikasi'], ke: 'terdaftar' },
  bukaKembali: { dari: ['ditolak'], ke: 'diajukan' },
};

/** The applicant may change answers and documents. */
export const STATUS_DAPAT_DIISI: readonly StatusPendaftaran[] = ['draf', 'perlu-perbaikan'];
/** An officer examines it: the clock runs, and it is claimed and released. */
export const STATUS_DIPERIKSA: readonly StatusPendaftaran[] = ['diajukan', 'diajukan-ulang'];
/** It waits for the office: it stands in the work list. */
export const STATUS_MENUNGGU_KANTOR: readonly StatusPendaftaran[] = [...STATUS_DIPERIKSA, 'terverifikasi'];
/** Not at its end: an account has at most one of these. */
export const STATUS_BERJALAN: readonly StatusPendaftaran[] = [
  'draf',
  'diajukan',
  'perlu-perbaikan',
  'diajukan-ulang',
  'terverifikasi',
];

/** What each state is called on every page, and its mood. */
export const SEBUTAN_STATUS: Readonly<Record<StatusPendaftaran, { jenis: Jenis; teks: string }>> = {
  draf: { jenis: 'netral', teks: 'Draf' },
  diajukan: { jenis: 'proses', teks: 'Diajukan' },
  'perlu-perbaikan': { jenis: 'perlu', teks: 'Perlu perbaikan' },
  'diajukan-ulang': { jenis: 'proses', teks: 'Diajukan ulang' },
  terverifikasi: { jenis: 'proses', teks: 'Terverifikasi, menunggu persetujuan' },
  terdaftar: { jenis: 'baik', teks: 'Terdaftar' },
  ditolak: { jenis: 'bahaya', teks: 'Ditolak' },
  'dicabut-pemohon': { jenis: 'netral', teks: 'Dicabut oleh pemohon' },
};

import { type TabelTransisi } from '../../common/transitions.js';
import { type Jenis } from '../../infra/view/bagian.js';

/** States of a request for a change. Nothing is ever deleted. */
export const STATUS_PERUBAHAN = [
  'draf',
  'diajukan',
  'perlu-perbaikan',
  'disetujui',
  'ditolak',
  'dicabut-pemohon',
] as const;
export type StatusPerubahan = (typeof STATUS_PERUBAHAN)[number];

/** Acts that lead from one state to another. */
export const TINDAKAN_PERUBAHAN = [
  'ajukan',
  'kembalikan',
  'setujui',
  'tolak',
  'cabut',
  'pulihkan',
  'bukaKembali',
] as const;
export type TindakanPerubahan = (typeof TINDAKAN_PERUBAHAN)[number];

/** Every decision has a way back that is a decision of its own; `bukaKembali` of an approval puts the register back. */
export const TRANSISI_PERUBAHAN: TabelTransisi<TindakanPerubahan, StatusPerubahan> = {
  ajukan: { dari: ['draf', 'perlu-perbaikan'], ke: 'diajukan' },
  kembalikan: { dari: ['diajukan'], ke: 'perlu-perbaikan' },
  setujui: { dari: ['diajukan'], ke: 'disetujui' },
  tolak: { dari: ['diajukan'], ke: 'ditolak' },
  cabut: { dari: ['draf', 'diajukan', 'perlu-perbaikan'], ke: 'dicabut-pemohon' },
  pulihkan: { dari: ['dicabut-pemohon'], ke: 'draf' },
  bukaKembali: { dari: ['disetujui', 'ditolak', 'perlu-perbaikan'], ke: 'diajukan' },
};

/** States in which the one who asks may change the request. */
export const STATUS_DAPAT_DIUBAH: readonly StatusPerubahan[] = ['draf', 'perlu-perbaikan'];

/** What each state is called on every page, and its mood. */
export const SEBUTAN_STATUS: Readonly<Record<StatusPerubahan, { jenis: Jenis; teks: string }>> = {
  draf: { jenis: 'netral', teks: 'Draf' },
  diajukan: { jenis: 'proses', teks: 'Menunggu keputusan' },
  'perlu-perbaikan': { jenis: 'perlu', teks: 'Perlu diperbaiki' },
  disetujui: { jenis: 'baik', teks: 'Disetujui' },
  ditolak: { jenis: 'bahaya', teks: 'Ditolak' },
  'dicabut-pemohon': { jenis: 'netral', teks: 'Dicabut pemohon' },
};

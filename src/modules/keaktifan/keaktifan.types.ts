import { type StatusOrmas } from '../ormas/ormas.types.js';
/** By what an ormas shows that it lives, the strongest sign first where two fall on one day. */
export const TANDA_HIDUP = ['laporan', 'pertemuan', 'kunjungan', 'perubahan', 'konfirmasi', 'masuk'] as const;
export type TandaHidup = (typeof TANDA_HIDUP)[number];

/** The newest day ('YYYY-MM-DD') of each sign; null: never. */
export type TandaOrmas = Record<TandaHidup, string | null>;

/** Silent for at least so many months; `0`: everyone; `belum`: never a sign at all. */
export const DIAM = ['6', '3', '12', '24', 'belum', '0'] as const;
export type Diam = (typeof DIAM)[number];

/** What to show; codes that stand in the address, `''` narrows nothing. */
export interface SaringanKeaktifan {
  diam: Diam;
  opd: string;
  kecamatan: string;
  kelurahan: string;
}

/** One step of the ladder. */
export interface BarisKeaktifan {
  id: number;
  nama: string;
  status: StatusOrmas;
  kelurahan: string | null;
  kecamatan: string | null;
  opd: string | null;
  kegiatanTerakhir: string | null;
  terdaftarPada: string | null;
  tanda: TandaOrmas;
}

/** One line of the visit list. `telepon` null also where the reader may not see it. */
export interface BarisKunjungan extends BarisKeaktifan {
  alamat: string;
  rt: string | null;
  rw: string | null;
  ketua: string | null;
  telepon: string | null;
}

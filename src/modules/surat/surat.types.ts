import { type StatusOrmas } from '../ormas/ormas.types.js';
import { type Kertas, type PenandaTangan } from '../setelan/setelan.types.js';

/** What became of a letter. That it has run out is no act of anybody and stands nowhere: see `keadaanSurat`. */
export const STATUS_SURAT = ['terbit', 'diganti', 'dicabut'] as const;
export type StatusSurat = (typeof STATUS_SURAT)[number];

/** How a letter stands on a day; `ormas-berhenti`: its ormas is no longer registered (suspended, revoked, dissolved). */
export const KEADAAN_SURAT = [
  'berlaku',
  'segera-berakhir',
  'berakhir',
  'ormas-berhenti',
  'diganti',
  'dicabut',
] as const;
export type KeadaanSurat = (typeof KEADAAN_SURAT)[number];

/** Whether its document is there. */
export type DokumenSurat = 'menunggu' | 'selesai' | 'gagal';

/**
 * What is printed on a letter, frozen when it is issued: what the register says later changes no letter. No number of a
 * person stands in it.
 */
export interface IsiSurat {
  skema: 1;
  nama: string;
  bentuk: string;
  bidang: string;
  alamat: string;
  dasarHukum: string;
  akta: string;
  /** Board in office on the day of issue, by rank; at most three. */
  pengurus: { jabatan: string; nama: string }[];
  masaTahun: number;
  /** Number of the letter that this one replaces, or null. */
  menggantikan: string | null;
  kantor: {
    kota: string;
    lembaga: string;
    kop: { baris: string[]; alamat: string; kontak: string };
    tempat: string;
    kertas: Kertas;
    penandaTangan: PenandaTangan;
    /** SHA-256 and kind of the emblem in the letterhead, or null. */
    lambang: { sha256: string; mime: string } | null;
  };
}

/** What a policy must know of a letter. */
export interface ObjekSurat {
  ormasId: number;
  ormasOpdId: number | null;
  status: StatusSurat;
}

/** One letter as lists show it. */
export interface BarisSurat extends ObjekSurat {
  id: number;
  nomor: string;
  nama: string;
  terbit: string;
  berlakuSampai: string;
  keadaan: KeadaanSurat;
  /** How the ormas stands in the register today, and since when; null: since an unknown day. */
  ormasStatus: StatusOrmas;
  ormasSejak: string | null;
  /** Under which entry it is read: its own or, once that was merged, the one that holds; and the OPD of that one. */
  pembacaId: number;
  pembacaOpdId: number | null;
  dokumen: DokumenSurat;
}

/** One letter opened. */
export interface SuratRinci extends BarisSurat {
  kode: string;
  isi: IsiSurat;
  alasanTerbit: string | null;
  dicabutPada: string | null;
  alasanCabut: string | null;
  menggantikan: { id: number; nomor: string } | null;
  digantikan: { id: number; nomor: string } | null;
  digabungKe: OrmasTujuan | null;
  berkasId: string | null;
  sha256: string | null;
  galat: string | null;
  dibuatOleh: string | null;
  versi: number;
}

/** The entry that an ormas is recorded under since it was merged; `nomor` of its letter, null while it has none. */
export interface OrmasTujuan {
  id: number;
  nama: string;
  nomor: string | null;
}

/** What the list of letters is narrowed by; '' and null narrow nothing. */
export interface SaringanSurat {
  cari: string;
  keadaan: KeadaanSurat | '';
  ormasId: number | null;
}

/** What anybody may know of a paper by its code: nothing about a person. Dates 'YYYY-MM-DD'. */
export interface BuktiSurat {
  nomor: string;
  nama: string;
  terbit: string;
  berlakuSampai: string;
  keadaan: KeadaanSurat;
  ormasStatus: StatusOrmas;
  ormasSejak: string | null;
  dicabutPada: string | null;
  /** Number of the letter that took its place. */
  digantikan: string | null;
  digabungKe: OrmasTujuan | null;
  /** Something on it is no longer so; what, is not for the public. */
  berubah: boolean;
}

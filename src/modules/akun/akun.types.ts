import { type Peran } from '../../common/aktor.js';

/** One account as a list or a form shows it; never its password. */
export interface RingkasAkun {
  id: number;
  surel: string;
  nama: string;
  peran: Peran;
  opdId: number | null;
  opdNama: string | null;
  ormasId: number | null;
  ormasNama: string | null;
  aktif: boolean;
  punyaSandi: boolean;
  versi: number;
}

/** What it takes to make an account. `opdId` for role opd, `ormasId` for role sekretaris. */
export interface AkunBaru {
  surel: string;
  nama: string;
  peran: Peran;
  opdId?: number | null;
  ormasId?: number | null;
  /** A secretary without an ormas: an applicant, whose ormas is not in the register yet. */
  pemohon?: true;
}

/** Somebody who wants an account and whose e-mail is not confirmed yet. `bertautan`: a link was made and is not used. */
export interface CalonAkun {
  id: number;
  surel: string;
  nama: string;
  dibuatPada: Date;
  bertautan: number;
}

/** One signed-in session of an account. `id` is a handle for ending it and not the cookie. */
export interface RingkasSesi {
  id: string;
  alamat: string;
  peramban: string;
  dibuatPada: Date;
  terakhirPada: Date;
}

/** States of an account, as the list can be narrowed by them. */
export const KEADAAN_AKUN = ['aktif', 'belum-sandi', 'nonaktif'] as const;
export type KeadaanAkun = (typeof KEADAAN_AKUN)[number];

/** What to show of the accounts; an empty part narrows nothing. `cari`: a piece of a name, an e-mail, an ormas, an OPD. */
export interface SaringanAkun {
  cari: string;
  peran: Peran | '';
  keadaan: KeadaanAkun | '';
}

/** So many are shown of those found for an account; of more than these one types another word. */
export const ORMAS_DICARI_MAKS = 10;

/** An ormas found for the account of its secretary. `kelurahan` null: outside the city; `akun`: active accounts it has. */
export interface OrmasDicari {
  id: number;
  nama: string;
  kelurahan: string | null;
  akun: number;
}

import { type Peran } from '../../common/aktor.js';

/** What a notice is about, with the word that stands beside it. */
export const SEBUTAN_NOTIFIKASI = {
  'masa-berlaku': 'Masa berlaku',
  pendaftaran: 'Pendaftaran',
  surat: 'Surat',
  kunjungan: 'Kunjungan',
  perubahan: 'Perubahan data',
  kegiatan: 'Laporan kegiatan',
  konfirmasi: 'Konfirmasi profil',
  pembinaan: 'Pembinaan',
  rekomendasi: 'Rekomendasi',
  ganda: 'Data ganda',
  klaster: 'Klaster',
} as const;
export type JenisNotifikasi = keyof typeof SEBUTAN_NOTIFIKASI;

/** Whom a notice is for: one account, everyone of a role, the accounts of an OPD, or those of an ormas. */
export type TujuanNotifikasi = { akunId: number } | { peran: Peran } | { opdId: number } | { ormasId: number };

/**
 * One notice. `judul` (≤ 200) and `isi` (≤ 2,000 characters; paragraphs apart by a line break) are sentences for people
 * and hold no NIK, NPWP or phone number, for they go out by mail. `tautan` is a path of the portal. `kunci` (≤ 120) names
 * the event: leaving it twice has the effect of once, for ever.
 */
export type TitipanNotifikasi = TujuanNotifikasi & {
  jenis: JenisNotifikasi;
  judul: string;
  isi: string;
  tautan: string | null;
  kunci: string;
};

/** How the mail of one reader stands. `tidak`: none wanted, or no mail server. */
export type KeadaanSurel = 'tidak' | 'menunggu' | 'mengirim' | 'terkirim' | 'gagal' | 'tidak-pasti';

/** A notice as its reader sees it. */
export interface NotifikasiMasuk {
  id: number;
  jenis: JenisNotifikasi;
  judul: string;
  isi: string;
  tautan: string | null;
  dibuatPada: Date;
  dibacaPada: Date | null;
}

/** A notice to an ormas as the office sees it: how many read it, how many letters went out. */
export interface NotifikasiOrmas extends Omit<NotifikasiMasuk, 'dibacaPada'> {
  ormasId: number;
  /** Accounts of the ormas it went to; 0: the ormas has none, somebody has to tell it. */
  penerima: number;
  dibaca: number;
  surelTerkirim: number;
  surelGagal: number;
}

/** How to reach an ormas. */
export interface KontakOrmas {
  nama: string;
  telepon: string | null;
}

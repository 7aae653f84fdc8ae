import { type Jenis } from '../../infra/view/bagian.js';
import { type BerkasSiap } from '../berkas/berkas.types.js';
import { type JenisPembinaan } from '../ormas/ormas.types.js';

/** Guidance or a sanction as a fact. Days 'YYYY-MM-DD'; `sampai` null: no end known. */
export interface IsianPembinaan {
  jenis: JenisPembinaan;
  tanggal: string;
  sampai: string | null;
  /** Number and day of the letter or decision; a sanction has both. */
  nomor: string | null;
  tanggalSurat: string | null;
  /** Whose letter it is and on what it rests. */
  dasar: string;
  keterangan: string;
}

/** New files, and which of those there are is no longer meant (ids of `pembinaan_berkas`). */
export interface BerkasPembinaan {
  tambah: readonly BerkasSiap[];
  lepas: readonly number[];
}

/** How a row of the log stands on a day. `tercatat`: guidance, of which nothing is in force. */
export const KEADAAN_PEMBINAAN = ['berlaku', 'berakhir', 'tercatat', 'batal'] as const;
export type KeadaanPembinaan = (typeof KEADAAN_PEMBINAAN)[number];

export const SEBUTAN_KEADAAN: Readonly<Record<KeadaanPembinaan, { jenis: Jenis; teks: string }>> = {
  berlaku: { jenis: 'perlu', teks: 'Berlaku' },
  berakhir: { jenis: 'netral', teks: 'Berakhir' },
  tercatat: { jenis: 'netral', teks: 'Tercatat' },
  batal: { jenis: 'netral', teks: 'Dibatalkan' },
};

/** A row of the log in a list. */
export interface RingkasPembinaan extends IsianPembinaan {
  id: number;
  ormasId: number;
  ormasNama: string;
  opd: string | null;
  keadaan: KeadaanPembinaan;
  /** What the end rests on, where it was recorded. */
  akhirDasar: string | null;
  dicatatPada: Date | null;
  dicatatOleh: string | null;
  batalPada: Date | null;
  batalOleh: string | null;
  batalAlasan: string | null;
  /** The row that this one corrects, and the one that corrects it. */
  menggantikanId: number | null;
  digantiId: number | null;
  /** How many files it has. */
  jumlahBerkas: number;
  versi: number;
}

/** A file of a row. `id`: of its place in the row. */
export interface LampiranPembinaan {
  id: number;
  berkasId: string;
  nama: string;
  mime: string;
  ukuran: number;
}

/** By what of its state the list of the city is narrowed. `tanpa-surat`: in force, and its letter is not in the portal. */
export const SARING_KEADAAN = [...KEADAAN_PEMBINAAN, 'tanpa-surat'] as const;
export type SaringKeadaan = (typeof SARING_KEADAAN)[number];

/** What the list of the city is narrowed to; '' nothing. `opd` a code or `belum`, `bidang` a code. */
export interface SaringanPembinaan {
  cari: string;
  jenis: JenisPembinaan | '';
  keadaan: SaringKeadaan | '';
  tahun: string;
  bidang: string;
  opd: string;
}

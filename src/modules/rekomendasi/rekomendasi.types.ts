import { type TabelTransisi } from '../../common/transitions.js';
import { type Jenis } from '../../infra/view/bagian.js';
import { type BerkasSiap } from '../berkas/berkas.types.js';

/** Who answers for a recommendation: the ormas itself, an OPD, or the level of the city that accompanies it. */
export const PENANGGUNG = ['ormas', 'opd', 'kecamatan', 'kelurahan'] as const;
export type Penanggung = (typeof PENANGGUNG)[number];

export const SEBUTAN_PENANGGUNG: Readonly<Record<Penanggung, string>> = {
  ormas: 'Ormas sendiri',
  opd: 'Perangkat daerah',
  kecamatan: 'Kecamatan setempat',
  kelurahan: 'Kelurahan setempat',
};

/** Something an ormas is asked to do by a day ('YYYY-MM-DD'); `sumber` says on what it rests. */
export interface RekomendasiBaru {
  isi: string;
  sumber: string;
  jatuhTempo: string;
  penanggung: Penanggung;
  /** Of `opd` alone. */
  opdId: number | null;
  /** The finished visit to this ormas of whose record it comes. */
  kunjunganId?: number | null;
}

/** States of a recommendation; derived from its columns, so that no two of them can differ. */
export const STATUS_REKOMENDASI = ['terbuka', 'dilaporkan', 'selesai', 'batal'] as const;
export type StatusRekomendasi = (typeof STATUS_REKOMENDASI)[number];

/** Acts that lead from one state to another. */
export const TINDAKAN_REKOMENDASI = [
  'lapor',
  'terima',
  'kembalikan',
  'selesaikan',
  'bukaKembali',
  'batalkan',
  'pulihkan',
] as const;
export type TindakanRekomendasi = (typeof TINDAKAN_REKOMENDASI)[number];

/** Every decision has a way back that is a decision of its own. `pulihkan` leads back to where it stood. */
export const TRANSISI_REKOMENDASI: TabelTransisi<TindakanRekomendasi, StatusRekomendasi> = {
  lapor: { dari: ['terbuka'], ke: 'dilaporkan' },
  terima: { dari: ['dilaporkan'], ke: 'selesai' },
  kembalikan: { dari: ['dilaporkan'], ke: 'terbuka' },
  selesaikan: { dari: ['terbuka'], ke: 'selesai' },
  bukaKembali: { dari: ['selesai'], ke: 'terbuka' },
  batalkan: { dari: ['terbuka', 'dilaporkan'], ke: 'batal' },
  pulihkan: { dari: ['batal'], ke: 'terbuka' },
};

export const SEBUTAN_STATUS: Readonly<Record<StatusRekomendasi, { jenis: Jenis; teks: string }>> = {
  terbuka: { jenis: 'proses', teks: 'Belum selesai' },
  dilaporkan: { jenis: 'perlu', teks: 'Menunggu pemeriksaan' },
  selesai: { jenis: 'baik', teks: 'Selesai' },
  batal: { jenis: 'netral', teks: 'Dibatalkan' },
};

/** What was done, as told by the ormas or by an officer. `selesaiPada` null: under way. */
export interface LaporanKemajuan {
  uraian: string;
  selesaiPada: string | null;
}

/** A recommendation in a list. */
export interface RingkasRekomendasi extends RekomendasiBaru {
  id: number;
  kunjunganId: number | null;
  ormasId: number;
  ormasNama: string;
  opdOrmas: string | null;
  opdPenanggung: string | null;
  status: StatusRekomendasi;
  dibuatPada: Date;
  dibuatOleh: string | null;
  selesaiPada: string | null;
  dilaporkanPada: Date | null;
  batalPada: Date | null;
  batalOleh: string | null;
  batalAlasan: string | null;
  versi: number;
}

/** One report about it, with its files and what was decided. */
export interface Kemajuan extends LaporanKemajuan {
  id: number;
  dibuatPada: Date;
  dibuatOleh: string | null;
  putusan: 'diterima' | 'dikembalikan' | 'dibuka' | null;
  catatan: string | null;
  diputuskanOleh: string | null;
  berkas: { berkasId: string; nama: string; ukuran: number }[];
}

/** Files that come with a report. */
export type BerkasKemajuan = readonly BerkasSiap[];

/** By what of its state a list is narrowed. `terlambat`: not yet done or reported, and past its day. */
export const SARING_KEADAAN = ['terbuka', 'terlambat', 'dilaporkan', 'selesai', 'batal'] as const;
export type SaringKeadaan = (typeof SARING_KEADAAN)[number];

/** What the list is narrowed to; '' nothing. */
export interface SaringanRekomendasi {
  cari: string;
  keadaan: SaringKeadaan | '';
  tahun: string;
  opd: string;
}

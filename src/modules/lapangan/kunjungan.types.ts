import { type Lencana } from '../../infra/view/bagian.js';
import { type BarisAudit } from '../audit/audit.service.js';
import { type BerkasSiap } from '../berkas/berkas.types.js';
import { type IsiSurat } from '../surat/surat.types.js';
import { type HasilPeriksa } from './daftar-periksa.data.js';
import { type AksiKunjungan, type StatusKunjungan } from './kunjungan.status.js';

/** Why somebody goes. */
export const TUJUAN_KUNJUNGAN = ['verifikasi', 'pemutakhiran', 'pembinaan', 'penilaian'] as const;
export type TujuanKunjungan = (typeof TUJUAN_KUNJUNGAN)[number];

export const SEBUTAN_TUJUAN: Readonly<Record<TujuanKunjungan, string>> = {
  verifikasi: 'Verifikasi pendaftaran',
  pemutakhiran: 'Pemutakhiran data',
  pembinaan: 'Pembinaan',
  penilaian: 'Penilaian',
};

/** What the ormas said of a record: on the spot, or later in the portal (where it has said something, never `belum`). */
export const SIKAP_ORMAS = ['setuju', 'tidak-setuju', 'belum'] as const;
export type SikapOrmas = (typeof SIKAP_ORMAS)[number];
export type SikapJawaban = Exclude<SikapOrmas, 'belum'>;

export const SEBUTAN_SIKAP: Readonly<Record<SikapOrmas, string>> = {
  setuju: 'Menyetujui isi berita acara',
  'tidak-setuju': 'Tidak menyetujui isi berita acara',
  belum: 'Belum menyatakan sikap',
};

/** Whom a visit goes to: an ormas of the register, or an application that is examined. */
export type Sasaran = { jenis: 'ormas'; id: number } | { jenis: 'pendaftaran'; id: number };

/** Whom a visit goes to, as planning needs it. `pemohonId`: account of the applicant, for applications alone. */
export interface SasaranKunjungan {
  sasaran: Sasaran;
  nama: string;
  opdId: number | null;
  pemohonId: number | null;
  /** Address of the secretariat as it is recorded; '' unknown. */
  alamat: string;
  kelurahanId: number | null;
  /** May be visited now: the ormas stands in the register, the application is being examined. */
  terbuka: boolean;
}

/** A plan as it is filled in. Days 'YYYY-MM-DD', hours 'HH:MM'. `tempat` '': the recorded address. */
export interface IsianRencana {
  tujuan: TujuanKunjungan;
  tanggal: string;
  jam: string | null;
  petugas: readonly number[];
  tempat: string;
  bekal: string;
}

/** One line of the checklist as it was answered; `hasil` null: not yet. */
export interface JawabanPeriksa {
  hasil: HasilPeriksa | null;
  catatan: string;
}

/** A record of a visit as it is written. It may be as unfinished as its writer likes until it is signed off. */
export interface IsianBeritaAcara {
  tanggal: string | null;
  mulai: string | null;
  selesai: string | null;
  petugas: readonly number[];
  /** Whether anybody of the ormas received the officers; null: not yet said. */
  ditemui: boolean | null;
  penerimaNama: string;
  penerimaJabatan: string;
  periksa: Readonly<Record<string, JawabanPeriksa>>;
  temuan: string;
  rekomendasi: string;
  sikap: SikapOrmas | null;
  kataOrmas: string;
}

/** A photo of a visit. */
export interface FotoKunjungan {
  id: number;
  berkasId: string;
  nama: string;
  keterangan: string;
  ukuran: number;
  sha256: string;
  mime: string;
}

/** What is asked for the photos of a visit in one sending. */
export interface PerubahanFoto {
  tambah: readonly { siap: BerkasSiap; keterangan: string }[];
  lepas: readonly number[];
  keterangan: Readonly<Record<number, string>>;
}

/** Days for which photos that no signed record shows are kept after their visit was called off. */
export const MASA_FOTO_DRAF = 30;

export const TANPA_FOTO: PerubahanFoto = { tambah: [], lepas: [], keterangan: {} };

/** What a policy must know of a visit. */
export interface ObjekKunjungan {
  ormasId: number | null;
  ormasOpdId: number | null;
  /** Account of the applicant whose application is visited. */
  pemohonId: number | null;
  /** Accounts of the officers who go. */
  petugas: readonly number[];
  status: StatusKunjungan;
}

export interface PetugasKunjungan {
  id: number;
  nama: string;
}

/** A visit in a list. */
export interface BarisKunjungan {
  id: number;
  sasaran: Sasaran;
  nama: string;
  tujuan: TujuanKunjungan;
  status: StatusKunjungan;
  tanggal: string;
  jam: string | null;
  /** The day on which it took place; null before. */
  tanggalNyata: string | null;
  ditemui: boolean | null;
  tempat: string;
  kelurahan: string | null;
  kecamatan: string | null;
  petugas: string;
  /** What the ormas has said, on the spot or in the portal; null before the record is signed off. */
  sikap: SikapOrmas | null;
}

/** Which part of the list of visits. `minggu`: Monday to Sunday; `sepekan`: planned, today and the six days after. */
export const BAGIAN_KUNJUNGAN = [
  'saya',
  'minggu',
  'sepekan',
  'mendatang',
  'terlewat',
  'selesai',
  'dibatalkan',
] as const;
export type BagianKunjungan = (typeof BAGIAN_KUNJUNGAN)[number];

/** What the list is narrowed by; '' and null narrow nothing. */
export interface SaringanKunjungan {
  bagian: BagianKunjungan;
  tujuan: TujuanKunjungan | '';
  petugasId: number | null;
  kelurahanId: number | null;
}

/**
 * What is printed on a record, frozen when it is signed off: what is corrected later is another record. The name of who
 * received the officers does not stand in it: the paper has a line on which that person signs.
 */
export interface IsiBeritaAcara {
  skema: 1;
  nama: string;
  tujuan: string;
  tanggal: string;
  mulai: string;
  selesai: string;
  tempat: string;
  ditemui: boolean;
  penerimaJabatan: string;
  petugas: readonly string[];
  periksa: readonly { sebutan: string; hasil: string; catatan: string }[];
  temuan: string;
  rekomendasi: string;
  sikap: SikapOrmas;
  kataOrmas: string;
  foto: readonly { berkasId: string; sha256: string; keterangan: string }[];
  /** Number of the record that this one replaces, or null. */
  menggantikan: string | null;
  kantor: Pick<IsiSurat['kantor'], 'kota' | 'lembaga' | 'kop' | 'tempat' | 'kertas' | 'lambang'>;
}

/** A record that was signed off. */
export interface BeritaAcara {
  id: number;
  nomor: string;
  isi: IsiBeritaAcara;
  dibuatPada: Date;
  dibuatOleh: string | null;
  /** When its visit was opened again; null: it holds. */
  dicabutPada: Date | null;
  dokumen: 'menunggu' | 'selesai' | 'gagal';
  berkasId: string | null;
  sha256: string | null;
}

/** A recommendation that came of the record of a visit. */
export interface RekomendasiKunjungan {
  id: number;
  isi: string;
  jatuhTempo: string;
  lencana: Lencana;
}

/** A visit opened, as its reader may see it. */
export interface KunjunganRinci {
  id: number;
  versi: number;
  objek: ObjekKunjungan;
  sasaran: Sasaran;
  nama: string;
  tujuan: TujuanKunjungan;
  status: StatusKunjungan;
  tanggal: string;
  jam: string | null;
  tempat: string;
  kelurahan: string | null;
  kecamatan: string | null;
  petugas: readonly PetugasKunjungan[];
  dibuatOleh: string | null;
  alasan: string | null;
  /** Words among officers; '' where they are not for this reader. */
  bekal: string;
  /** What is written, or was; null where it is not for this reader. */
  isian: IsianBeritaAcara | null;
  foto: readonly FotoKunjungan[];
  /** The records that were signed off, the newest first; at most the one that holds where the others are not for this reader. */
  beritaAcara: readonly BeritaAcara[];
  jawaban: { sikap: SikapJawaban; kata: string; pada: Date; oleh: string | null } | null;
  rekomendasi: readonly RekomendasiKunjungan[];
  /** Its record recommends something to an ormas, and this reader may make it one. */
  bolehRekomendasikan: boolean;
  riwayat: readonly BarisAudit[];
  boleh: Readonly<Record<AksiKunjungan, boolean>>;
  /** Which personal and unfinished parts this reader sees. */
  lihat: { isi: boolean; penerima: boolean; foto: boolean; daftar: boolean };
  hari: string;
}

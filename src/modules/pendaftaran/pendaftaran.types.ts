import { type Halaman } from '../../common/page.js';
import { type BarisAudit } from '../audit/audit.service.js';
import { type BerkasSiap } from '../berkas/berkas.types.js';
import { type StatusPendaftaran } from './pendaftaran.status.js';

/** One answer in words. `bidang` is the name of its field. */
export interface Butir {
  bidang: string;
  label: string;
  nilai: string;
}

/** A document in words, as it was submitted. */
export interface PotretDokumen {
  kode: string;
  nilai: string;
}

/** Answers as they were typed, by the name of their field; several choices are a list. What is wrong is kept too. */
export type Jawaban = Readonly<Record<string, string | readonly string[]>>;

/** Names of the choices that come out of the reference data, by id as text. */
export interface Rujukan {
  /** Also those that may no longer be chosen: an application of last year still has its words. */
  bidang: ReadonlyMap<string, string>;
  kelurahan: ReadonlyMap<string, string>;
  /** Ids of bidang that may not be chosen today. */
  bidangTertutup?: ReadonlySet<string>;
}

/** An officer's finding on one document. */
export const PUTUSAN_DOKUMEN = ['belum', 'sesuai', 'tidak-sesuai'] as const;
export type PutusanDokumen = (typeof PUTUSAN_DOKUMEN)[number];

/** What stands beside a file. Days are 'YYYY-MM-DD'; empty text: not told. */
export interface KeteranganDokumen {
  nomor: string;
  tanggal: string;
  berlakuSampai: string;
}

/** A document of an application. */
export interface DokumenPendaftaran extends KeteranganDokumen {
  kode: string;
  berkasId: string | null;
  namaBerkas: string;
  mime: string;
  ukuran: number;
  putusan: PutusanDokumen;
  catatan: string;
}

/** What an applicant sends for one document; `siap` null keeps the file that is there. */
export interface DokumenKirim extends KeteranganDokumen {
  siap: BerkasSiap | null;
  /** What the sent file is called, also when it was not taken in. */
  namaBerkas?: string;
}

/** What a policy must know of an application. */
export interface ObjekPendaftaran {
  pemohonId: number;
  petugasId: number | null;
  status: StatusPendaftaran;
  /** The office sees what was submitted once, and nothing before. */
  pernahDiajukan: boolean;
}

/** A remark of the office on a field or a document, with what stood there then and what stands there now. */
export interface CatatanKantor {
  jenis: 'isian' | 'dokumen';
  /** The name of the field, or the code of the document. */
  bidang: string;
  /** The code of the page on which the field stands, or of the document. */
  tempat: string;
  label: string;
  teks: string;
  sebelum: string;
  sesudah: string;
  /** It was changed since. */
  dijawab: boolean;
}

/** One round: from a submission to what the office said of it. */
export interface PutaranPendaftaran {
  nomor: number;
  diajukanPada: Date;
  berakhirPada: Date | null;
  potret: readonly Butir[];
  dokumen: readonly PotretDokumen[];
}

/** A line of the work list, or of the applicant's own list. */
export interface RingkasPendaftaran extends ObjekPendaftaran {
  id: number;
  nama: string;
  petugas: string | null;
  dibuatPada: Date;
  diajukanPertamaPada: Date | null;
  diubahPada: Date;
  jam: JamLayanan | null;
}

/** Where the clock stands; null before the first submission. Days are working days. */
export interface JamLayanan {
  jatah: number;
  terpakai: number;
  sisa: number;
  tenggat: string | null;
  keadaan: 'berjalan' | 'berhenti' | 'selesai';
}

/** Everything one application holds. */
export interface PendaftaranRinci extends RingkasPendaftaran {
  versi: number;
  pemohon: string;
  jawaban: Jawaban;
  dokumen: readonly (DokumenPendaftaran & { sha256: string })[];
  /** What the office remarked in the last round, by the name of the field. */
  catatanBidang: Readonly<Record<string, string>>;
  /** What those fields said then, in words; a remark of before this was kept has none. */
  catatanBidangAtas: Readonly<Record<string, string>>;
  catatan: string;
  putaran: readonly PutaranPendaftaran[];
  ormasId: number | null;
  rujukan: Rujukan;
  riwayat: readonly BarisAudit[];
  /** The bidang that its name and purpose speak for, the strongest first. */
  saranBidang: readonly SaranPendaftaran[];
  hari: string;
}

/** A bidang that the words of an application speak for: its id as the form has it, the OPD of today, the words and where they stood. */
export interface SaranPendaftaran {
  bidangId: string;
  opd: string;
  kata: readonly { kata: string; asal: string }[];
}

/** Which part of the work list. */
export const BAGIAN_KERJA = ['menunggu', 'saya', 'persetujuan', 'perbaikan', 'selesai'] as const;
export type BagianKerja = (typeof BAGIAN_KERJA)[number];

export interface DaftarKerja {
  bagian: BagianKerja;
  jumlah: Readonly<Record<BagianKerja, number>>;
  isi: Halaman<RingkasPendaftaran>;
}

/** What an officer found in one sitting: on documents and on fields. What is not named stays; an empty remark goes. */
export interface HasilPeriksa {
  dokumen: Readonly<Record<string, { putusan: PutusanDokumen; catatan: string }>>;
  bidang: Readonly<Record<string, string>>;
}

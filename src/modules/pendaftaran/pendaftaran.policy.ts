import { type Aktor } from '../../common/aktor.js';
import { transisiSah } from '../../common/transitions.js';
import {
  STATUS_DAPAT_DIISI,
  STATUS_DIPERIKSA,
  STATUS_MENUNGGU_KANTOR,
  type StatusPendaftaran,
  type TindakanPendaftaran,
  TRANSISI_PENDAFTARAN,
} from './pendaftaran.status.js';
import { type ObjekPendaftaran } from './pendaftaran.types.js';

/** Everything anybody may want to do with an application. */
export type AksiPendaftaran = 'lihat' | 'lihatPribadi' | 'isi' | 'ambil' | 'lepas' | 'periksa' | TindakanPendaftaran;

/**
 * Who of the office reads applications: they hold phone numbers and papers of persons, so only those whose work it is.
 * The admin runs the portal, the pimpinan reads reports: neither needs them.
 */
const PEMBACA: readonly Aktor['peran'][] = ['petugas', 'kabid', 'kaban'];
const PEMERIKSA: readonly Aktor['peran'][] = ['petugas', 'kabid'];

/** A secretary whose account belongs to no ormas yet: an applicant. */
export function isPemohon(aktor: Aktor | null): boolean {
  return aktor?.peran === 'sekretaris' && aktor.ormasId === null;
}

/** Who may begin an application: an applicant. */
export function bolehMulaiPendaftaran(aktor: Aktor | null): boolean {
  return isPemohon(aktor) && aktor?.id !== null;
}

/** Who may open the work list of the office. */
export function bolehLihatDaftarKerja(aktor: Aktor | null): boolean {
  return aktor !== null && PEMBACA.includes(aktor.peran);
}

/** Whose page `/pendaftaran` is: the office's work list, or an applicant's own applications. */
export function bolehBukaPendaftaran(aktor: Aktor | null): boolean {
  return bolehLihatDaftarKerja(aktor) || isPemohon(aktor);
}

const milikAktor = (aktor: Aktor, o: ObjekPendaftaran): boolean =>
  aktor.peran === 'sekretaris' && aktor.id !== null && aktor.id === o.pemohonId;

/** Answers and documents: its applicant, and the office once it was submitted. */
export function bolehLihatPendaftaran(aktor: Aktor | null, o: ObjekPendaftaran): boolean {
  if (aktor === null) return false;
  return milikAktor(aktor, o) || (o.pernahDiajukan && (aktor.peran === 'sistem' || PEMBACA.includes(aktor.peran)));
}

/** KTP scans, biodata and portraits: its applicant, and those who examine. */
export function bolehLihatPribadi(aktor: Aktor | null, o: ObjekPendaftaran): boolean {
  return aktor !== null && bolehLihatPendaftaran(aktor, o) && (milikAktor(aktor, o) || PEMERIKSA.includes(aktor.peran));
}

/** Whether the actor is of those whose act it is, whatever the state. */
export function berwenangPendaftaran(aktor: Aktor, aksi: AksiPendaftaran, o: ObjekPendaftaran): boolean {
  const pemegang = aktor.peran === 'petugas' && aktor.id !== null && aktor.id === o.petugasId;
  switch (aksi) {
    case 'lihat':
      return bolehLihatPendaftaran(aktor, o);
    case 'lihatPribadi':
      return bolehLihatPribadi(aktor, o);
    case 'isi':
    case 'ajukan':
    case 'ajukanUlang':
    case 'cabut':
    case 'pulihkan':
      return milikAktor(aktor, o);
    case 'ambil':
      return aktor.peran === 'petugas';
    case 'lepas':
      return pemegang || (aktor.peran === 'kabid' && o.petugasId !== null);
    case 'periksa':
    case 'verifikasi':
      return pemegang;
    // Before the verification it is the officer's, after it the head's.
    case 'kembalikan':
    case 'tolak':
      return o.status === 'terverifikasi' ? aktor.peran === 'kabid' : pemegang;
    case 'batalkanVerifikasi':
      return aktor.peran === 'kabid' || pemegang;
    case 'daftarkan':
    case 'bukaKembali':
      return aktor.peran === 'kabid';
  }
}

/** Whether the act may be done now: by this actor, in this state. The page shows its buttons by the same answer. */
export function bolehPendaftaran(aktor: Aktor, aksi: AksiPendaftaran, o: ObjekPendaftaran): boolean {
  if (!bolehLihatPendaftaran(aktor, o) || !berwenangPendaftaran(aktor, aksi, o)) return false;
  switch (aksi) {
    case 'lihat':
    case 'lihatPribadi':
      return true;
    case 'isi':
      return STATUS_DAPAT_DIISI.includes(o.status);
    case 'ambil':
      return o.petugasId === null && STATUS_DIPERIKSA.includes(o.status);
    case 'lepas':
      return STATUS_MENUNGGU_KANTOR.includes(o.status) || o.status === 'perlu-perbaikan';
    case 'periksa':
      return STATUS_DIPERIKSA.includes(o.status);
    default:
      return transisiSah(TRANSISI_PENDAFTARAN, aksi, o.status);
  }
}

/** What the page of an approved form is made of, as far as it is not for everybody who may open it. */
export const BAGIAN_FORMULIR = ['isian', 'nomor', 'dokumen', 'bank'] as const;
export type BagianFormulir = (typeof BAGIAN_FORMULIR)[number];

/** As what somebody reads an approved form. */
export type PembacaFormulir = 'kantor' | 'pemohon' | 'sekretaris' | 'opd';

/**
 * Who reads which part of an approved form. `nomor`: phone and NPWP, which an OPD does not get on the page of the ormas
 * either; `bank`: where the account is, which the office asks about and who wrote it knows.
 */
const PEMBACA_FORMULIR: Readonly<Record<BagianFormulir, readonly PembacaFormulir[]>> = {
  isian: ['kantor', 'pemohon', 'sekretaris', 'opd'],
  nomor: ['kantor', 'pemohon', 'sekretaris'],
  dokumen: ['kantor', 'pemohon', 'sekretaris'],
  bank: ['kantor', 'pemohon'],
};

/** What the policy must know of an approved form: `ormas` is the entry that holds today, with the OPD that guides it. */
export interface ObjekFormulir {
  status: StatusPendaftaran;
  pemohonId: number;
  ormas: { id: number; opdId: number | null } | null;
}

/** As what the actor reads an approved form; null: not at all, or it was not approved. */
export function pembacaFormulir(aktor: Aktor | null, o: ObjekFormulir): PembacaFormulir | null {
  if (aktor === null || o.status !== 'terdaftar' || o.ormas === null) return null;
  if (PEMBACA.includes(aktor.peran)) return 'kantor';
  if (aktor.peran === 'sekretaris' && aktor.id !== null && aktor.id === o.pemohonId) return 'pemohon';
  if (aktor.peran === 'sekretaris' && aktor.ormasId === o.ormas.id) return 'sekretaris';
  return aktor.peran === 'opd' && aktor.opdId !== null && aktor.opdId === o.ormas.opdId ? 'opd' : null;
}

/** Whether the actor may read this part of an approved form. */
export function bolehBacaFormulir(aktor: Aktor | null, bagian: BagianFormulir, o: ObjekFormulir): boolean {
  const sebagai = pembacaFormulir(aktor, o);
  return sebagai !== null && PEMBACA_FORMULIR[bagian].includes(sebagai);
}

import { type Aktor } from '../../common/aktor.js';
import { transisiSah } from '../../common/transitions.js';
import { bolehLihatOrmas, lingkupOrmas } from '../ormas/ormas.policy.js';
import {
  type AksiKunjungan,
  type StatusKunjungan,
  type TindakanKunjungan,
  TRANSISI_KUNJUNGAN,
} from './kunjungan.status.js';
import { type ObjekKunjungan } from './kunjungan.types.js';

/** Those of the office whose work visits are: they read names of people, words among officers, and what is unfinished. */
const PELAKU: readonly Aktor['peran'][] = ['petugas', 'kabid', 'kaban', 'sistem'];
const PERENCANA: readonly Aktor['peran'][] = ['petugas', 'kabid'];

const pelaku = (aktor: Aktor): boolean => PELAKU.includes(aktor.peran);

/** A visit of an application that has no ormas yet belongs to its applicant. */
const milikPemohon = (aktor: Aktor, k: ObjekKunjungan): boolean =>
  k.ormasId === null && aktor.peran === 'sekretaris' && aktor.id !== null && aktor.id === k.pemohonId;

const milikOrmas = (aktor: Aktor, k: ObjekKunjungan): boolean =>
  milikPemohon(aktor, k) || (k.ormasId !== null && aktor.peran === 'sekretaris' && aktor.ormasId === k.ormasId);

/** Who plans visits: petugas and kabid. */
export function bolehRencanakanKunjungan(aktor: Aktor | null): boolean {
  return aktor !== null && PERENCANA.includes(aktor.peran);
}

/** The list of visits: the office all, an OPD those of its cluster. The ormas has its own page. */
export function bolehLihatDaftarKunjungan(aktor: Aktor | null): boolean {
  const { jenis } = lingkupOrmas(aktor);
  return jenis === 'semua' || jenis === 'opd';
}

/** That there is a visit, its day, purpose and officers: who sees the ormas; of an application those who examine it, and its applicant. */
export function bolehLihatKunjungan(aktor: Aktor, k: ObjekKunjungan): boolean {
  if (k.ormasId === null) return pelaku(aktor) || milikPemohon(aktor, k);
  return bolehLihatOrmas(aktor, { id: k.ormasId, opdId: k.ormasOpdId });
}

/** What was found: those whose work it is at once, everybody else who sees the visit once the record is signed off. */
export function bolehBacaIsi(aktor: Aktor, k: ObjekKunjungan): boolean {
  return bolehLihatKunjungan(aktor, k) && (pelaku(aktor) || k.status === 'selesai');
}

/** The name of the person who received the officers: the office alone. */
export function bolehLihatPenerima(aktor: Aktor, k: ObjekKunjungan): boolean {
  return bolehBacaIsi(aktor, k) && pelaku(aktor);
}

/** Photos and the document that holds them may show people: not for an OPD. */
export function bolehLihatFoto(aktor: Aktor, k: ObjekKunjungan): boolean {
  return bolehBacaIsi(aktor, k) && aktor.peran !== 'opd';
}

/** Records that were opened again, beside the one that holds: those whose work it is. */
export function bolehLihatYangDicabut(aktor: Aktor, k: ObjekKunjungan): boolean {
  return bolehLihatKunjungan(aktor, k) && pelaku(aktor);
}

/** Whether the actor is of those whose act it is, whatever the state. */
export function berwenangKunjungan(aktor: Aktor, aksi: AksiKunjungan, k: ObjekKunjungan): boolean {
  // A record is the word of those who were there.
  const pergi = aktor.peran === 'petugas' && aktor.id !== null && k.petugas.includes(aktor.id);
  switch (aksi) {
    case 'lihat':
      return bolehLihatKunjungan(aktor, k);
    case 'ubahRencana':
    case 'batalkan':
    case 'pulihkan':
      return bolehRencanakanKunjungan(aktor);
    case 'laksanakan':
    case 'tulis':
    case 'selesaikan':
      return pergi;
    case 'bukaKembali':
    case 'ulangiDokumen':
      return pergi || aktor.peran === 'kabid';
    case 'tanggapi':
      return milikOrmas(aktor, k);
  }
}

/** In which state an act that changes no state may be done. */
const PADA: Readonly<Record<Exclude<AksiKunjungan, TindakanKunjungan | 'lihat'>, StatusKunjungan>> = {
  ubahRencana: 'direncanakan',
  tulis: 'dilaksanakan',
  tanggapi: 'selesai',
  ulangiDokumen: 'selesai',
};

/** Whether the act may be done now: by this actor, in this state. The page shows its buttons by the same answer. */
export function bolehKunjungan(aktor: Aktor, aksi: AksiKunjungan, k: ObjekKunjungan): boolean {
  if (!bolehLihatKunjungan(aktor, k) || !berwenangKunjungan(aktor, aksi, k)) return false;
  switch (aksi) {
    case 'lihat':
      return true;
    case 'ubahRencana':
    case 'tulis':
    case 'tanggapi':
    case 'ulangiDokumen':
      return PADA[aksi] === k.status;
    default:
      return transisiSah(TRANSISI_KUNJUNGAN, aksi, k.status);
  }
}

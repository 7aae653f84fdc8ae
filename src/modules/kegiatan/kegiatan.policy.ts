import { type Aktor, PERAN_KANTOR } from '../../common/aktor.js';
import { transisiSah } from '../../common/transitions.js';
import {
  STATUS_DAPAT_DIKONFIRMASI,
  STATUS_DAPAT_DIUBAH,
  type TindakanKegiatan,
  TRANSISI_KEGIATAN,
} from './kegiatan.status.js';
import { type ObjekKegiatan } from './kegiatan.types.js';

/** Everything anybody may want to do with a report. */
export type AksiKegiatan = 'lihat' | 'ubah' | JawabanBersama | TindakanKegiatan;

/** What an OPD says on an activity that is said to be held together with it, and how it takes that back. */
export type JawabanBersama = 'konfirmasiBersama' | 'tarikKonfirmasi' | 'bantahBersama' | 'tarikBantahan';

/** Whose word decides on reports: officers and their head. Admin runs the portal and decides nothing of the matter. */
const PEMUTUS: readonly Aktor['peran'][] = ['petugas', 'kabid'];

/**
 * Who may read a report: its ormas always; the office once it was submitted (a draft belongs to those who write it); an
 * OPD those of its cluster and those said to be held together with it.
 */
export function bolehLihatKegiatan(aktor: Aktor, k: ObjekKegiatan): boolean {
  if (aktor.peran === 'sekretaris') return aktor.ormasId === k.ormasId;
  if (!k.pernahDiajukan) return aktor.peran === 'sistem';
  if (aktor.peran === 'opd') {
    return aktor.opdId !== null && (aktor.opdId === k.ormasOpdId || aktor.opdId === k.bersamaOpdId);
  }
  return PERAN_KANTOR.includes(aktor.peran);
}

/** Who may write reports of an ormas, whatever their state: its secretary. */
export function bolehTulisKegiatan(aktor: Aktor, ormasId: number): boolean {
  return aktor.peran === 'sekretaris' && aktor.ormasId === ormasId;
}

/** Who may read what is being rewritten of a report that was sent: those who write it. Everybody else reads what was sent. */
export function bolehLihatNaskah(aktor: Aktor, k: Pick<ObjekKegiatan, 'ormasId'>): boolean {
  return bolehTulisKegiatan(aktor, k.ormasId);
}

/** Who may decide on submitted reports. */
export function bolehPutuskanKegiatan(aktor: Aktor): boolean {
  return PEMUTUS.includes(aktor.peran);
}

/** Who may say whether an OPD held the activity together with the ormas: that OPD. */
export function bolehKonfirmasiBersama(aktor: Aktor, k: Pick<ObjekKegiatan, 'bersamaOpdId'>): boolean {
  return aktor.peran === 'opd' && aktor.opdId !== null && aktor.opdId === k.bersamaOpdId;
}

/** Who may see the list of all activities of one ormas. */
export function bolehLihatKegiatanOrmas(aktor: Aktor, ormas: { id: number; opdId: number | null }): boolean {
  if (aktor.peran === 'sekretaris') return aktor.ormasId === ormas.id;
  if (aktor.peran === 'opd') return aktor.opdId !== null && aktor.opdId === ormas.opdId;
  return PERAN_KANTOR.includes(aktor.peran);
}

/** Who may open the work list: those who decide, those who confirm, and those of the office who look on. */
export function bolehLihatAntrean(aktor: Aktor): boolean {
  return aktor.peran === 'opd' || PERAN_KANTOR.includes(aktor.peran);
}

/** Whether the role alone allows the act, whatever the state of the report. */
export function berwenangKegiatan(aktor: Aktor, aksi: AksiKegiatan, k: ObjekKegiatan): boolean {
  switch (aksi) {
    case 'lihat':
      return bolehLihatKegiatan(aktor, k);
    case 'ubah':
    case 'ajukan':
    case 'batalkan':
    case 'pulihkan':
      return bolehTulisKegiatan(aktor, k.ormasId);
    case 'kembalikan':
    case 'verifikasi':
    case 'tolak':
    case 'bukaKembali':
      return bolehPutuskanKegiatan(aktor);
    case 'konfirmasiBersama':
    case 'tarikKonfirmasi':
    case 'bantahBersama':
    case 'tarikBantahan':
      return bolehKonfirmasiBersama(aktor, k);
  }
}

/** Whether the act may be done now: by this actor, in this state. The page shows its buttons by the same answer. */
export function bolehKegiatan(aktor: Aktor, aksi: AksiKegiatan, k: ObjekKegiatan): boolean {
  if (!bolehLihatKegiatan(aktor, k) || !berwenangKegiatan(aktor, aksi, k)) return false;
  if (aksi === 'lihat') return true;
  if (aksi === 'ubah') return STATUS_DAPAT_DIUBAH.includes(k.status);
  if (jawabanBersama(aksi)) return STATUS_DAPAT_DIKONFIRMASI.includes(k.status);
  return transisiSah(TRANSISI_KEGIATAN, aksi, k.status);
}

const JAWABAN: readonly AksiKegiatan[] = ['konfirmasiBersama', 'tarikKonfirmasi', 'bantahBersama', 'tarikBantahan'];

const jawabanBersama = (aksi: AksiKegiatan): aksi is JawabanBersama => JAWABAN.includes(aksi);

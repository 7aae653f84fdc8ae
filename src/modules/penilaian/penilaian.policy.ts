import { type Aktor, PERAN_KANTOR } from '../../common/aktor.js';
import { type PihakBukti, type StatusPeriode } from './penilaian.types.js';

/** A score, as far as rights are concerned: whose it is, and in whose cluster. */
export interface ObjekHasil {
  ormasId: number;
  opdId: number | null;
}

/** Scoring a year, and making its period, is the work of the officers and of their head. */
export function bolehHitung(aktor: Aktor): boolean {
  return ['petugas', 'kabid', 'sistem'].includes(aktor.peran);
}

/**
 * Starting a run, or taking a failed one up again: only while the period is open. The results of a closed period are
 * what was reported; whoever wants others opens it again, with a reason that stays in the trail.
 */
export function bolehMulaiHitung(aktor: Aktor, objek: { statusPeriode: StatusPeriode }): boolean {
  return objek.statusPeriode === 'berjalan' && bolehHitung(aktor);
}

/** Closing a period freezes its levels, opening it again lifts that: the kabid answers for both. */
export function bolehTutupPeriode(aktor: Aktor): boolean {
  return ['kabid', 'sistem'].includes(aktor.peran);
}

/** The list of periods is for everybody who is signed in but applicants; what it leads to is asked again there. */
export function bolehLihatPeriode(aktor: Aktor | null): boolean {
  return aktor !== null && (aktor.peran !== 'sekretaris' || aktor.ormasId !== null);
}

/** Runs, distribution and means of the whole city are for the office. */
export function bolehLihatSemuaHasil(aktor: Aktor): boolean {
  return PERAN_KANTOR.includes(aktor.peran);
}

/**
 * One score: the office reads all, an OPD its own cluster, a sekretaris that of the own ormas. A provisional score is
 * shown to them too, under that name: who is measured may see what is still missing while it can be mended.
 */
export function bolehLihatHasil(aktor: Aktor, objek: ObjekHasil): boolean {
  if (bolehLihatSemuaHasil(aktor)) return true;
  if (aktor.peran === 'opd') return objek.opdId !== null && objek.opdId === aktor.opdId;
  return aktor.peran === 'sekretaris' && objek.ormasId === aktor.ormasId;
}

/** The final level of an indicator: officers and their head, while the period is open. */
export function bolehTetapkanTingkat(aktor: Aktor, objek: { statusPeriode: StatusPeriode }): boolean {
  return objek.statusPeriode === 'berjalan' && ['petugas', 'kabid', 'sistem'].includes(aktor.peran);
}

/** Loading levels in bulk checks nothing: only the portal itself, for the demonstration and earlier years. */
export function bolehMuatTingkat(aktor: Aktor): boolean {
  return aktor.peran === 'sistem';
}

/** The self-assessment: the sekretaris for the own ormas, while the period is open. */
export function bolehNilaiMandiri(aktor: Aktor, objek: { ormasId: number; statusPeriode: StatusPeriode }): boolean {
  return objek.statusPeriode === 'berjalan' && aktor.peran === 'sekretaris' && aktor.ormasId === objek.ormasId;
}

/** A file behind a level, as far as rights are concerned. */
export interface ObjekBuktiTingkat {
  ormasId: number;
  /** The OPD of its cluster today; null: not decided. */
  opdId: number | null;
  /** Who attached it. */
  pihak: PihakBukti;
  /** The self-assessment it belongs to was sent, or a decision rests on it; until then it is its writer's draft. */
  terkirim: boolean;
}

/**
 * Reading a file behind a level: the own ormas, the officers with kabid and kaban, and the OPD of its cluster. A draft is
 * read by those who write it. Books and letters of an ormas are not for the admin, who runs the portal, nor for leaders,
 * who read scores.
 */
export function bolehLihatBuktiTingkat(aktor: Aktor | null, o: ObjekBuktiTingkat): boolean {
  if (aktor === null) return false;
  const penulis = o.pihak === 'ormas' ? isSekretarisnya(aktor, o.ormasId) : isPenilai(aktor);
  if (penulis || aktor.peran === 'sistem') return true;
  if (!o.terkirim) return false;
  if (aktor.peran === 'opd') return aktor.opdId !== null && aktor.opdId === o.opdId;
  return isSekretarisnya(aktor, o.ormasId) || isPenilai(aktor) || aktor.peran === 'kaban';
}

/**
 * Attaching a file to a level: each side its own, while the period is open. Taking one off again: only while no decision
 * rests on it.
 */
export function bolehUbahBuktiTingkat(
  aktor: Aktor | null,
  o: { ormasId: number; pihak: PihakBukti; statusPeriode: StatusPeriode; dirujuk?: boolean },
): boolean {
  if (aktor === null || o.dirujuk) return false;
  return o.pihak === 'ormas' ? bolehNilaiMandiri(aktor, o) : bolehTetapkanTingkat(aktor, o);
}

const isPenilai = (aktor: Aktor): boolean => ['petugas', 'kabid'].includes(aktor.peran);
const isSekretarisnya = (aktor: Aktor, ormasId: number): boolean =>
  aktor.peran === 'sekretaris' && aktor.ormasId === ormasId;

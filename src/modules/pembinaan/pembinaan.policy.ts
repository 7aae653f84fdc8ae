import { type Aktor } from '../../common/aktor.js';
import { bolehLihatOrmas, lingkupOrmas } from '../ormas/ormas.policy.js';
import { type KeadaanPembinaan } from './pembinaan.types.js';

/** What a policy must know of a row of the log. */
export interface ObjekPembinaan {
  ormas: { id: number; opdId: number | null };
  keadaan: KeadaanPembinaan;
  /** Its last day is known and past. */
  lewat: boolean;
}

/** Everything anybody may want to do with a row of the log. */
export const AKSI_PEMBINAAN = ['lihat', 'bukaBerkas', 'akhiri', 'lampirkan', 'koreksi', 'batalkan'] as const;
export type AksiPembinaan = (typeof AKSI_PEMBINAAN)[number];

/** Who may read guidance and sanctions of an ormas: whoever sees the ormas. */
export function bolehLihatPembinaan(aktor: Aktor | null, ormas: ObjekPembinaan['ormas']): boolean {
  return bolehLihatOrmas(aktor, ormas);
}

/** Who may record guidance or a sanction as a fact: officers and their head. Nobody decides one here (UU 16/2017). */
export function bolehKelolaPembinaan(aktor: Aktor | null): boolean {
  return aktor !== null && ['petugas', 'kabid'].includes(aktor.peran);
}

/** Who may read the list of many ormas: the office all, an OPD its cluster. */
export function bolehLihatDaftarPembinaan(aktor: Aktor | null): boolean {
  return ['semua', 'opd'].includes(lingkupOrmas(aktor).jenis);
}

/** Who may see where standing and log differ: those who can settle it, and their heads. */
export function bolehLihatSelisih(aktor: Aktor | null): boolean {
  return aktor !== null && ['petugas', 'kabid', 'kaban'].includes(aktor.peran);
}

/** Whether the role alone allows the act, whatever the state of the row. Letters name people: an admin opens none. */
export function berwenangPembinaan(aktor: Aktor | null, aksi: AksiPembinaan, p: ObjekPembinaan): boolean {
  if (!bolehLihatPembinaan(aktor, p.ormas)) return false;
  if (aksi === 'lihat') return true;
  if (aksi === 'bukaBerkas') return aktor?.peran !== 'admin' && aktor?.peran !== 'sistem';
  return bolehKelolaPembinaan(aktor);
}

/** Whether the act may be done now: by this actor, in this state. The page shows its buttons by the same answer. */
export function bolehPembinaan(aktor: Aktor | null, aksi: AksiPembinaan, p: ObjekPembinaan): boolean {
  if (!berwenangPembinaan(aktor, aksi, p)) return false;
  if (aksi === 'lihat' || aksi === 'bukaBerkas') return true;
  // What was cancelled is settled; what has ended is put right by a correction.
  return p.keadaan !== 'batal' && (aksi !== 'akhiri' || !p.lewat);
}

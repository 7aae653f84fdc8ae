import { type Aktor } from '../../common/aktor.js';
import { transisiSah } from '../../common/transitions.js';
import { bolehLihatOrmas, lingkupOrmas } from '../ormas/ormas.policy.js';
import { type StatusRekomendasi, type TindakanRekomendasi, TRANSISI_REKOMENDASI } from './rekomendasi.types.js';

/** What a policy must know of a recommendation. */
export interface ObjekRekomendasi {
  ormas: { id: number; opdId: number | null };
  status: StatusRekomendasi;
}

/** Who may read what an ormas was asked to do: whoever sees the ormas. */
export function bolehLihatRekomendasi(aktor: Aktor | null, ormas: ObjekRekomendasi['ormas']): boolean {
  return bolehLihatOrmas(aktor, ormas);
}

/** Who may ask an ormas for something, and say that it was done: officers and their head. */
export function bolehKelolaRekomendasi(aktor: Aktor | null): boolean {
  return aktor !== null && ['petugas', 'kabid'].includes(aktor.peran);
}

/** Who may read the list of many ormas: the office all, an OPD its cluster. */
export function bolehLihatDaftarRekomendasi(aktor: Aktor | null): boolean {
  return ['semua', 'opd'].includes(lingkupOrmas(aktor).jenis);
}

/** Who may open the evidence: whoever reads it, but for an admin, who decides on none. */
export function bolehBukaBukti(aktor: Aktor | null, ormas: ObjekRekomendasi['ormas']): boolean {
  return bolehLihatRekomendasi(aktor, ormas) && aktor?.peran !== 'admin' && aktor?.peran !== 'sistem';
}

/** Whether the role alone allows the act: the ormas reports, the office does the rest. */
export function berwenangRekomendasi(aktor: Aktor | null, aksi: TindakanRekomendasi, r: ObjekRekomendasi): boolean {
  if (aksi === 'lapor') return aktor?.peran === 'sekretaris' && bolehLihatRekomendasi(aktor, r.ormas);
  return bolehKelolaRekomendasi(aktor);
}

/** Whether the act may be done now: by this actor, in this state. The page shows its forms by the same answer. */
export function bolehRekomendasi(aktor: Aktor | null, aksi: TindakanRekomendasi, r: ObjekRekomendasi): boolean {
  return berwenangRekomendasi(aktor, aksi, r) && transisiSah(TRANSISI_REKOMENDASI, aksi, r.status);
}

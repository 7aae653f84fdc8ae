import { type Aktor, PERAN_KANTOR } from '../../common/aktor.js';

/** Who may read what an ormas was asked to do: the office, the OPD of its cluster, the ormas itself. */
export function bolehLihatRekomendasi(aktor: Aktor | null, ormas: { id: number; opdId: number | null }): boolean {
  if (aktor === null) return false;
  if (aktor.peran === 'sekretaris') return aktor.ormasId === ormas.id;
  if (aktor.peran === 'opd') return aktor.opdId !== null && aktor.opdId === ormas.opdId;
  return PERAN_KANTOR.includes(aktor.peran);
}

/** Who may ask an ormas for something, and say that it was done: officers and their head. */
export function bolehKelolaRekomendasi(aktor: Aktor | null): boolean {
  return aktor !== null && ['petugas', 'kabid'].includes(aktor.peran);
}

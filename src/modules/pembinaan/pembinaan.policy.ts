import { type Aktor, PERAN_KANTOR } from '../../common/aktor.js';

/** Who may read guidance and sanctions of an ormas: the office, the OPD of its cluster, the ormas itself. */
export function bolehLihatPembinaan(aktor: Aktor | null, ormas: { id: number; opdId: number | null }): boolean {
  if (aktor === null) return false;
  if (aktor.peran === 'sekretaris') return aktor.ormasId === ormas.id;
  if (aktor.peran === 'opd') return aktor.opdId !== null && aktor.opdId === ormas.opdId;
  return PERAN_KANTOR.includes(aktor.peran);
}

/** Who may record guidance or a sanction as a fact: officers and their head. Nobody decides one here (UU 16/2017). */
export function bolehKelolaPembinaan(aktor: Aktor | null): boolean {
  return aktor !== null && ['petugas', 'kabid'].includes(aktor.peran);
}

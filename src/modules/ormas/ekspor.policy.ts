import { type Aktor } from '../../common/aktor.js';
import { lingkupOrmas } from './ormas.policy.js';

/** Who sees the list of ormas may take it along: the office all of it, an OPD its own cluster. */
export function bolehEkspor(aktor: Aktor | null): boolean {
  return ['semua', 'opd'].includes(lingkupOrmas(aktor).jenis);
}

/** NPWP, phone, e-mail and the name of the chair: for those of the office who work with them (UU 27/2022, minimal data). */
export function bolehEksporPribadi(aktor: Aktor | null): boolean {
  return aktor !== null && ['petugas', 'kabid', 'kaban', 'sistem'].includes(aktor.peran);
}

import { type Aktor } from '../../common/aktor.js';
import { lingkupOrmas } from '../ormas/ormas.policy.js';

/** Who has gone silent, and whom to visit: the office, and an OPD in its cluster. */
export function bolehLihatKeaktifan(aktor: Aktor | null): boolean {
  const { jenis } = lingkupOrmas(aktor);
  return jenis === 'semua' || jenis === 'opd';
}

import { type Aktor } from '../../common/aktor.js';

/** The settings of the office are read and changed by admin alone. */
export function bolehUbahSetelan(aktor: Aktor): boolean {
  return aktor.peran === 'admin';
}

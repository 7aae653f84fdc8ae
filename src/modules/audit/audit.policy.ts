import { type Aktor } from '../../common/aktor.js';

/** The whole trail is for those who answer for the office: admin, kabid and kaban. */
export function bolehBacaAudit(aktor: Aktor): boolean {
  return ['admin', 'kabid', 'kaban'].includes(aktor.peran);
}

import { type Aktor } from '../../common/aktor.js';
import { type StatusImpor } from './impor.types.js';
import { bolehDaftarkan } from './ormas.policy.js';

/** What a policy must know of a preview. */
export interface ObjekImpor {
  dibuatOleh: number;
  status: StatusImpor;
}

/** The page by which registers are taken in: petugas and admin. The command line needs no page. */
export function bolehImpor(aktor: Aktor | null): boolean {
  return bolehDaftarkan(aktor) && aktor?.peran !== 'sistem';
}

/** A preview holds what a file says of people: it is for who sent the file, and for nobody else. */
export function bolehLihatImpor(aktor: Aktor | null, o: Pick<ObjekImpor, 'dibuatOleh'>): boolean {
  return bolehImpor(aktor) && aktor?.id === o.dibuatOleh;
}

/** Lines are corrected and left out, and the whole is taken in, once it is checked and before it is taken in. */
export function bolehUbahImpor(aktor: Aktor | null, o: ObjekImpor): boolean {
  return bolehLihatImpor(aktor, o) && o.status === 'siap';
}

/** A preview is cancelled as long as nothing of it is, or is becoming, part of the register. */
export function bolehBatalkanImpor(aktor: Aktor | null, o: ObjekImpor): boolean {
  return bolehLihatImpor(aktor, o) && ['menunggu', 'memeriksa', 'siap', 'gagal'].includes(o.status);
}

import { type Aktor } from '../../common/aktor.js';
import { bolehLihatGanda } from '../ormas/ormas.policy.js';

/** How a suspected pair stands; null: two entries that nobody suspects, compared because an officer asks. */
export type StatusPasangan = 'dugaan' | 'bukan-kembaran';

/** What a policy must know of two entries of the register. */
export interface ObjekPasangan {
  status: StatusPasangan | null;
  /** One of the two was merged already, into the other or elsewhere. */
  sudahDigabung: boolean;
}

/** Everything anybody may want to do with two entries. */
export type AksiPasangan = 'lihat' | 'nyatakanBukan' | 'tarik' | 'gabungkan';

/** Officers and their head decide on the register; the head of the office looks on (`bolehLihatGanda`). */
const PEMUTUS: readonly Aktor['peran'][] = ['petugas', 'kabid'];

/** Looking for pairs anew, besides what the worker does by itself. */
export function bolehCariGanda(aktor: Aktor | null): boolean {
  return aktor !== null && [...PEMUTUS, 'sistem'].includes(aktor.peran);
}

/** Whether the role alone allows the act, whatever the state of the two. */
export function berwenangPasangan(aktor: Aktor | null, aksi: AksiPasangan): boolean {
  return aksi === 'lihat' ? bolehLihatGanda(aktor) : aktor !== null && PEMUTUS.includes(aktor.peran);
}

/** Whether the act may be done now: by this actor, in this state. The page shows its buttons by the same answer. */
export function bolehPasangan(aktor: Aktor | null, aksi: AksiPasangan, p: ObjekPasangan): boolean {
  if (!berwenangPasangan(aktor, aksi)) return false;
  switch (aksi) {
    case 'lihat':
      return true;
    case 'nyatakanBukan':
      return !p.sudahDigabung && p.status !== 'bukan-kembaran';
    case 'tarik':
      return !p.sudahDigabung && p.status === 'bukan-kembaran';
    case 'gabungkan':
      // Who has said that they are two takes that back first: the register must not hold both words at once.
      return !p.sudahDigabung && p.status !== 'bukan-kembaran';
  }
}

/** Taking a merging back: whoever may merge, while it holds. */
export function bolehBatalkanGabungan(aktor: Aktor | null, g: { berlaku: boolean }): boolean {
  return g.berlaku && berwenangPasangan(aktor, 'gabungkan');
}

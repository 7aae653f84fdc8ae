import { type Aktor } from '../../common/aktor.js';
import { bolehLihatOrmas, lingkupOrmas } from '../ormas/ormas.policy.js';
import { type StatusOrmas } from '../ormas/ormas.types.js';
import { type DokumenSurat, type ObjekSurat } from './surat.types.js';

const PENERBIT: readonly Aktor['peran'][] = ['petugas', 'kabid', 'sistem'];

/** Letters are listed for whoever sees ormas: the office all, an OPD those of its cluster, a secretary the own ones. */
export function bolehLihatDaftarSurat(aktor: Aktor | null): boolean {
  return lingkupOrmas(aktor).jenis !== 'tidak-ada';
}

/** One letter and its document: whoever sees its ormas, or the one that this was merged into. */
export function bolehLihatSurat(aktor: Aktor | null, s: { pembacaId: number; pembacaOpdId: number | null }): boolean {
  return bolehLihatOrmas(aktor, { id: s.pembacaId, opdId: s.pembacaOpdId });
}

/** A letter is issued by petugas and kabid, to an ormas that is registered now: the first, or one in place of another. */
export function bolehTerbitkanSurat(aktor: Aktor | null, ormas: { status: StatusOrmas }): boolean {
  return aktor !== null && PENERBIT.includes(aktor.peran) && ormas.status === 'terdaftar';
}

/** That a letter was revoked is recorded by the kabid; one that was replaced has no effect left to revoke. */
export function bolehCabutSurat(aktor: Aktor | null, s: ObjekSurat): boolean {
  return aktor?.peran === 'kabid' && s.status === 'terbit';
}

/** The document of a letter, made anew after it failed. */
export function bolehUlangiDokumen(aktor: Aktor | null, s: { dokumen: DokumenSurat }): boolean {
  return aktor !== null && PENERBIT.includes(aktor.peran) && s.dokumen === 'gagal';
}

/** The emblem in the letterhead belongs to the settings: admin. */
export function bolehUbahLambang(aktor: Aktor | null): boolean {
  return aktor?.peran === 'admin';
}

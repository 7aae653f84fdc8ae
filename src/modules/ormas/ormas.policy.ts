import { type Aktor, PERAN_KANTOR } from '../../common/aktor.js';
import { type StatusOrmas } from './ormas.types.js';

/** What a policy must know of an ormas. */
export interface ObjekOrmas {
  id: number;
  opdId: number | null;
  status: StatusOrmas;
}

/** An ormas that has ended, or an entry that was merged into another, is history: nobody changes it any more. */
export const ormasBerakhir = (o: Pick<ObjekOrmas, 'status'>): boolean =>
  o.status === 'dicabut' || o.status === 'bubar' || o.status === 'digabung';
const berakhir = ormasBerakhir;

/** Which ormas an actor sees in lists: all, those of one OPD, one ormas, or none. */
export type LingkupOrmas =
  { jenis: 'semua' } | { jenis: 'opd'; opdId: number } | { jenis: 'ormas'; ormasId: number } | { jenis: 'tidak-ada' };

/** The office sees every ormas, an OPD its cluster, a sekretaris its own ormas, the public (null) none. */
export function lingkupOrmas(aktor: Aktor | null): LingkupOrmas {
  if (aktor === null) return { jenis: 'tidak-ada' };
  if (PERAN_KANTOR.includes(aktor.peran)) return { jenis: 'semua' };
  if (aktor.peran === 'opd' && aktor.opdId !== null) return { jenis: 'opd', opdId: aktor.opdId };
  if (aktor.peran === 'sekretaris' && aktor.ormasId !== null) return { jenis: 'ormas', ormasId: aktor.ormasId };
  return { jenis: 'tidak-ada' };
}

/** Whether the actor may see the ormas, its board and its contact (personal data go no further than that). */
export function bolehLihatOrmas(aktor: Aktor | null, o: Pick<ObjekOrmas, 'id' | 'opdId'>): boolean {
  const lingkup = lingkupOrmas(aktor);
  if (lingkup.jenis === 'semua') return true;
  if (lingkup.jenis === 'opd') return lingkup.opdId === o.opdId;
  return lingkup.jenis === 'ormas' && lingkup.ormasId === o.id;
}

/**
 * Numbers of people and taxpayers (phone, NPWP): the office, and the ormas its own. An OPD writes to its cluster by
 * e-mail.
 */
export function bolehLihatDataPribadi(aktor: Aktor | null, o: Pick<ObjekOrmas, 'id' | 'opdId'>): boolean {
  return bolehLihatOrmas(aktor, o) && aktor?.peran !== 'opd';
}

/** At which bank the account of an ormas is: the office that decides on the register. */
export function bolehLihatBank(aktor: Aktor | null): boolean {
  return aktor !== null && ['petugas', 'kabid', 'kaban'].includes(aktor.peran);
}

/** Contact details: by petugas, and by the ormas itself. */
export function bolehUbahKontak(aktor: Aktor | null, o: ObjekOrmas): boolean {
  if (aktor === null || berakhir(o) || !bolehLihatOrmas(aktor, o)) return false;
  return aktor.peran === 'petugas' || aktor.peran === 'sekretaris';
}

/** "My profile still holds" is said by the ormas itself. */
export function bolehKonfirmasiProfil(aktor: Aktor | null, o: ObjekOrmas): boolean {
  return aktor?.peran === 'sekretaris' && aktor.ormasId === o.id && !berakhir(o);
}

/** Clusters are decided by petugas. */
export function bolehPindahKlaster(aktor: Aktor | null, o: ObjekOrmas): boolean {
  return aktor?.peran === 'petugas' && !berakhir(o);
}

/** The suggestions for the undecided, and deciding on many at once: whoever decides on clusters. */
export function bolehTetapkanKlaster(aktor: Aktor | null): boolean {
  return aktor?.peran === 'petugas';
}

/** Standing in the register is recorded by petugas, also that an ormas is registered again; of a merged entry by nobody. */
export function bolehUbahStatus(aktor: Aktor | null, o: Pick<ObjekOrmas, 'status'>): boolean {
  return aktor?.peran === 'petugas' && o.status !== 'digabung';
}

/** What was recorded wrongly of standing is put right by petugas, also of an ormas that has ended. */
export function bolehKoreksiStatus(aktor: Aktor | null, o: Pick<ObjekOrmas, 'status'>): boolean {
  return bolehUbahStatus(aktor, o);
}

/** Whether a document is valid is found by petugas. */
export function bolehPeriksaDokumen(aktor: Aktor | null, o: ObjekOrmas): boolean {
  return aktor?.peran === 'petugas' && !berakhir(o);
}

/** Documents are handed in by the ormas itself, or by petugas for it. */
export function bolehSerahkanDokumen(aktor: Aktor | null, o: ObjekOrmas): boolean {
  if (aktor === null || berakhir(o)) return false;
  return aktor.peran === 'petugas' || (aktor.peran === 'sekretaris' && aktor.ormasId === o.id);
}

/** The files of documents name people: the ormas its own, and those of the office who decide on them. */
export function bolehBacaDokumen(aktor: Aktor | null, ormasId: number | null): boolean {
  if (aktor === null || ormasId === null) return false;
  return (
    ['petugas', 'kabid', 'kaban'].includes(aktor.peran) || (aktor.peran === 'sekretaris' && aktor.ormasId === ormasId)
  );
}

/** Reading a register in: petugas, admin, and the portal itself (command line). */
export function bolehDaftarkan(aktor: Aktor | null): boolean {
  return aktor !== null && ['petugas', 'admin', 'sistem'].includes(aktor.peran);
}

/** Taking one organisation in, as the outcome of its application: the kabid who approves it. */
export function bolehDaftarkanSatu(aktor: Aktor | null): boolean {
  return aktor?.peran === 'kabid';
}

/** Entries that may be one organisation, side by side with numbers of both, and what was merged: who decides on the register. */
export function bolehLihatGanda(aktor: Aktor | null): boolean {
  return aktor !== null && ['petugas', 'kabid', 'kaban'].includes(aktor.peran);
}

/** The overview of all clusters: the office. */
export function bolehLihatSemuaKlaster(aktor: Aktor | null): boolean {
  return lingkupOrmas(aktor).jenis === 'semua';
}

/** The page of one cluster: the office all, an OPD its own. */
export function bolehLihatKlaster(aktor: Aktor | null, opdId: number): boolean {
  return bolehLihatSemuaKlaster(aktor) || (aktor?.peran === 'opd' && aktor.opdId === opdId);
}

import { type Aktor, PERAN_KANTOR } from '../../common/aktor.js';
import { transisiSah } from '../../common/transitions.js';
import { bolehBacaDokumen, bolehLihatOrmas, ormasBerakhir as berakhir } from '../ormas/ormas.policy.js';
import { type StatusOrmas } from '../ormas/ormas.types.js';
import {
  STATUS_DAPAT_DIUBAH,
  type StatusPerubahan,
  type TindakanPerubahan,
  TRANSISI_PERUBAHAN,
} from './perubahan.status.js';

/** What a policy must know of the ormas of a request. */
export interface OrmasPerubahan {
  id: number;
  opdId: number | null;
  status: StatusOrmas;
}

/** What a policy must know of a request. `asal`: entered by the ormas, or by an officer from a paper. */
export interface ObjekPerubahan {
  ormas: OrmasPerubahan;
  asal: 'ormas' | 'petugas';
  status: StatusPerubahan;
  pernahDiajukan: boolean;
}

/** Everything anybody may want to do with a request. */
export type AksiPerubahan = 'lihat' | 'ubah' | TindakanPerubahan;

/** Who may begin a request, and as what: the secretary for the own ormas, petugas for any from a paper. */
export function asalPerubahan(aktor: Aktor | null, o: OrmasPerubahan): ObjekPerubahan['asal'] | null {
  if (aktor === null || berakhir(o)) return null;
  if (aktor.peran === 'sekretaris' && aktor.ormasId === o.id) return 'ormas';
  return aktor.peran === 'petugas' ? 'petugas' : null;
}

/** Who may read a request: a draft those who write it; once it was sent everyone who sees the ormas. */
export function bolehLihatPerubahan(aktor: Aktor, p: ObjekPerubahan): boolean {
  if (!bolehLihatOrmas(aktor, p.ormas)) return false;
  if (p.pernahDiajukan || aktor.peran === 'sistem') return true;
  return p.asal === 'ormas' ? aktor.peran === 'sekretaris' : aktor.peran === 'petugas';
}

/** Who may open the files of a request: those who may open the documents of the register, which they become. */
export function bolehBacaBukti(aktor: Aktor, p: ObjekPerubahan): boolean {
  return bolehLihatPerubahan(aktor, p) && bolehBacaDokumen(aktor, p.ormas.id);
}

/** Who may see the work list: the office. */
export function bolehLihatAntreanPerubahan(aktor: Aktor): boolean {
  return PERAN_KANTOR.includes(aktor.peran);
}

/** Whether the role alone allows the act, whatever the state of the request. */
export function berwenangPerubahan(aktor: Aktor, aksi: AksiPerubahan, p: ObjekPerubahan): boolean {
  switch (aksi) {
    case 'lihat':
      return bolehLihatPerubahan(aktor, p);
    case 'ubah':
    case 'ajukan':
    case 'cabut':
    case 'pulihkan':
      return asalPerubahan(aktor, p.ormas) === p.asal;
    case 'kembalikan':
    case 'setujui':
    case 'tolak':
    case 'bukaKembali':
      return (aktor.peran === 'petugas' || aktor.peran === 'kabid') && !berakhir(p.ormas);
  }
}

/** Whether the act may be done now: by this actor, in this state. The page shows its buttons by the same answer. */
export function bolehPerubahan(aktor: Aktor, aksi: AksiPerubahan, p: ObjekPerubahan): boolean {
  if (!bolehLihatPerubahan(aktor, p) || !berwenangPerubahan(aktor, aksi, p)) return false;
  if (aksi === 'lihat') return true;
  if (aksi === 'ubah') return STATUS_DAPAT_DIUBAH.includes(p.status);
  return transisiSah(TRANSISI_PERUBAHAN, aksi, p.status);
}

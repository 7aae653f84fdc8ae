import { type Aktor, PERAN_KANTOR } from '../../common/aktor.js';
import { type NamaDaftar } from './dasbor.types.js';

/** The state of queue and database, and trying failed work again: whoever runs the portal. */
export function bolehKelolaSistem(aktor: Aktor | null): boolean {
  return aktor?.peran === 'admin';
}

/**
 * The lists behind the tasks: documents and activities for the office and, of its cluster, an OPD; what waits on the
 * officers' side for those who see to it.
 */
export function bolehLihatDaftar(aktor: Aktor | null, daftar: NamaDaftar): boolean {
  if (aktor === null) return false;
  if (daftar === 'dokumen' || daftar === 'bulan-ini' || daftar === 'tahun-ini') {
    return PERAN_KANTOR.includes(aktor.peran) || (aktor.peran === 'opd' && aktor.opdId !== null);
  }
  return aktor.peran === 'petugas' || aktor.peran === 'kabid';
}

import { type Aktor, PERAN_KANTOR } from '../../common/aktor.js';
import { type Pengesahan, type StatusLaporan } from './laporan.types.js';

/** A report, as far as rights are concerned. */
export interface ObjekLaporan {
  status: StatusLaporan;
  pengesahan: Pengesahan;
}

/** Reports are the work of the officers and of their head. */
export function bolehSusunLaporan(aktor: Aktor | null): boolean {
  return aktor !== null && ['petugas', 'kabid', 'sistem'].includes(aktor.peran);
}

/** The list is for the office, the leaders and the OPD; a report of the city names every ormas, so no sekretaris. */
export function bolehLihatDaftarLaporan(aktor: Aktor | null): boolean {
  return aktor !== null && (PERAN_KANTOR.includes(aktor.peran) || aktor.peran === 'opd');
}

/** One report: the office sees it being made, an OPD once it is whole. */
export function bolehLihatLaporan(aktor: Aktor | null, objek: ObjekLaporan): boolean {
  if (!aktor) return false;
  return PERAN_KANTOR.includes(aktor.peran) || (aktor.peran === 'opd' && objek.status === 'selesai');
}

/** The file itself, for whoever sees the report. */
export function bolehUnduhLaporan(aktor: Aktor | null, objek: ObjekLaporan): boolean {
  return objek.status === 'selesai' && bolehLihatLaporan(aktor, objek);
}

/** Taking a failed report up again. */
export function bolehUlangiLaporan(aktor: Aktor | null, objek: ObjekLaporan): boolean {
  return objek.status === 'gagal' && bolehSusunLaporan(aktor);
}

/** The kabid approves a finished report before it goes to the head. */
export function bolehSetujuiLaporan(aktor: Aktor | null, objek: ObjekLaporan): boolean {
  return aktor?.peran === 'kabid' && objek.status === 'selesai' && objek.pengesahan === 'belum';
}

/** The kaban records that the approved report is ratified; the signature itself stands on paper. */
export function bolehSahkanLaporan(aktor: Aktor | null, objek: ObjekLaporan): boolean {
  return aktor?.peran === 'kaban' && objek.status === 'selesai' && objek.pengesahan === 'disetujui';
}

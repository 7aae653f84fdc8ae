import { type Aktor, PERAN_KANTOR } from '../../common/aktor.js';
import { type Pengesahan, type StatusLaporan } from './laporan.types.js';

/** A report, as far as rights are concerned. */
export interface ObjekLaporan {
  status: StatusLaporan;
  pengesahan: Pengesahan;
}

/** The same, on its way to the leaders. */
export interface ObjekPengesahan extends ObjekLaporan {
  /** The year was computed again after this report. */
  usang: boolean;
  /** Made while the period was open, and marked so on every page. */
  sementara: boolean;
  /** The period is open now: its results may still change. */
  terbuka: boolean;
  /** What the letterhead or the signer lacked when it was made; see `setelanKurang`. */
  kurang: readonly string[];
}

/**
 * Leaders sign final results only: of a closed period, of the run that counts, in a report made after closing, on paper
 * that names the office and its signer.
 */
function isAkhir(objek: ObjekPengesahan): boolean {
  return !objek.usang && !objek.sementara && !objek.terbuka && objek.kurang.length === 0;
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

/** The kabid approves a finished report before it goes to the head: only one that shows final results. */
export function bolehSetujuiLaporan(aktor: Pick<Aktor, 'peran'> | null, objek: ObjekPengesahan): boolean {
  return aktor?.peran === 'kabid' && objek.status === 'selesai' && objek.pengesahan === 'belum' && isAkhir(objek);
}

/** The kaban records that the approved report is ratified; the signature itself stands on paper. Final results only. */
export function bolehSahkanLaporan(aktor: Pick<Aktor, 'peran'> | null, objek: ObjekPengesahan): boolean {
  return aktor?.peran === 'kaban' && objek.status === 'selesai' && objek.pengesahan === 'disetujui' && isAkhir(objek);
}

/**
 * The step towards the leaders that stands before this reader: what only the standing of the results keeps them from is
 * named too, and not permitted. null: this report asks nothing of them.
 */
export function langkahPengesahan(
  aktor: Pick<Aktor, 'peran'> | null,
  objek: ObjekPengesahan,
): { langkah: 'setujui' | 'sahkan'; boleh: boolean } | null {
  const akhir: ObjekPengesahan = { ...objek, usang: false, sementara: false, terbuka: false, kurang: [] };
  if (bolehSetujuiLaporan(aktor, akhir)) return { langkah: 'setujui', boleh: bolehSetujuiLaporan(aktor, objek) };
  if (bolehSahkanLaporan(aktor, akhir)) return { langkah: 'sahkan', boleh: bolehSahkanLaporan(aktor, objek) };
  return null;
}

/** Each takes the own act back: the kaban a ratification, the kabid an approval; also when the results are older ones. */
export function bolehBatalkanPengesahan(aktor: Aktor | null, objek: ObjekPengesahan): boolean {
  if (objek.status !== 'selesai') return false;
  if (aktor?.peran === 'kaban') return objek.pengesahan === 'disahkan';
  return aktor?.peran === 'kabid' && objek.pengesahan === 'disetujui';
}

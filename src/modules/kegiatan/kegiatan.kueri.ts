import { type EntityManager } from 'typeorm';
import { DomainError } from '../../common/domain-error.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { Kegiatan } from './kegiatan.entity.js';
import { type BuktiKegiatan, type IsianKegiatan, type ObjekKegiatan, type OrmasKegiatan } from './kegiatan.types.js';

// Rows of this module, read inside the transaction of an act; of the ormas only what the policies ask for.

/** The ormas of a report as the policies need it. `kunci` holds its row until the transaction ends. */
export async function bacaOrmas(em: EntityManager, id: number, kunci = false): Promise<OrmasKegiatan> {
  const [baris] = await em.query<OrmasKegiatan[]>(
    `SELECT id, nama, opd_id AS opdId, bidang_id AS bidangId FROM ormas WHERE id = ?${kunci ? ' FOR UPDATE' : ''}`,
    [id],
  );
  if (!baris) throw new DomainError('tidak-ditemukan');
  return baris;
}

/** One report with its row held until the transaction ends. @throws DomainError `tidak-ditemukan` */
export async function kunciKegiatan(em: EntityManager, id: number): Promise<Kegiatan> {
  const kegiatan = Number.isSafeInteger(id)
    ? await em.findOne(Kegiatan, { where: { id }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!kegiatan) throw new DomainError('tidak-ditemukan');
  return kegiatan;
}

/** What the policies need to know of a report. */
export function objekDari(k: Kegiatan, ormas: Pick<OrmasKegiatan, 'opdId'>): ObjekKegiatan {
  return {
    ormasId: k.ormasId,
    ormasOpdId: ormas.opdId,
    bersamaOpdId: k.bersamaOpdId,
    status: k.status,
    pernahDiajukan: k.diajukanPertamaPada !== null,
  };
}

/** The fields that the secretary fills in. */
export function isianDari(k: Kegiatan): IsianKegiatan {
  return {
    judul: k.judul,
    uraian: k.uraian,
    tanggalMulai: k.tanggalMulai,
    tanggalSelesai: k.tanggalSelesai,
    tempat: k.tempat,
    kelurahanId: k.kelurahanId,
    bidangId: k.bidangId,
    programKerjaId: k.programKerjaId,
    pesertaLaki: k.pesertaLaki,
    pesertaPerempuan: k.pesertaPerempuan,
    pesertaAnak: k.pesertaAnak,
    pesertaPemuda: k.pesertaPemuda,
    pesertaLansia: k.pesertaLansia,
    pesertaDifabel: k.pesertaDifabel,
    realisasi: k.realisasi,
    bersamaOpdId: k.bersamaOpdId,
  };
}

/** What the OPD that a report names has answered against it; null: nothing. */
export async function bacaBantahan(
  db: { query<T>(sql: string, nilai: unknown[]): Promise<T> },
  k: Pick<Kegiatan, 'id' | 'bersamaOpdId'>,
): Promise<{ pada: Date; alasan: string } | null> {
  const [baris] = await db.query<{ pada: Date; alasan: string }[]>(
    'SELECT pada, alasan FROM kegiatan_bantahan WHERE kegiatan_id = ? AND opd_id = ?',
    [k.id, k.bersamaOpdId],
  );
  return baris ?? null;
}

/** What is read of evidence `b` with its file `f`, beside its number. */
export const KOLOM_BUKTI = `b.berkas_id AS berkasId, b.jenis, b.keterangan, f.nama, f.mime, f.ukuran, f.sha256,
  f.ukuran_asal AS ukuranAsal, f.sha256_asal AS sha256Asal`;

/** The evidence of a report (of its last sending, if it was sent) in its order, each with the facts of its file. */
export async function bacaBukti(em: EntityManager, kegiatanId: number): Promise<BuktiKegiatan[]> {
  return em.query(
    `SELECT b.id, ${KOLOM_BUKTI} FROM kegiatan_bukti b JOIN berkas f ON f.id = b.berkas_id
     WHERE b.kegiatan_id = ? ORDER BY b.urutan, b.id`,
    [kegiatanId],
  );
}

/** Where evidence lies, and the column by which a form names it. */
export interface TempatBukti {
  tabel: 'kegiatan_bukti' | 'kegiatan_perbaikan_bukti';
  nomor: 'id' | 'nomor';
}

/** Evidence that everybody reads who reads the report. */
export const TEMPAT_KIRIMAN: TempatBukti = { tabel: 'kegiatan_bukti', nomor: 'id' };
/** Evidence of a rewriting that is not sent yet. */
export const TEMPAT_PERBAIKAN: TempatBukti = { tabel: 'kegiatan_perbaikan_bukti', nomor: 'nomor' };

/** Adds evidence behind what is there. The files have their rows already. */
export async function sisipBukti(
  em: EntityManager,
  kegiatanId: number,
  bukti: readonly { berkasId: string; mime: string; keterangan: string }[],
  tempat: TempatBukti,
): Promise<void> {
  if (bukti.length === 0) return;
  const [akhir] = await em.query<{ urutan: number; nomor: number }[]>(
    `SELECT COALESCE(MAX(urutan), 0) AS urutan, GREATEST(COALESCE(MAX(${tempat.nomor}), 0),
       COALESCE((SELECT MAX(id) FROM kegiatan_bukti WHERE kegiatan_id = ?), 0)) AS nomor
     FROM ${tempat.tabel} WHERE kegiatan_id = ?`,
    [kegiatanId, kegiatanId],
  );
  const baris = bukti.map((b, i) => [
    ...[kegiatanId, b.berkasId, b.mime.startsWith('image/') ? 'foto' : 'dokumen', b.keterangan],
    (akhir?.urutan ?? 0) + 1 + i,
    ...(tempat.nomor === 'nomor' ? [(akhir?.nomor ?? 0) + 1 + i] : []),
  ]);
  const kolom = ['kegiatan_id', 'berkas_id', 'jenis', 'keterangan', 'urutan'];
  await sisipBanyak(em, tempat.tabel, tempat.nomor === 'nomor' ? [...kolom, 'nomor'] : kolom, baris);
}

import { type EntityManager } from 'typeorm';
import { DomainError } from '../../common/domain-error.js';
import { Kegiatan, KegiatanBukti } from './kegiatan.entity.js';
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

/**
 * Holds an ormas while a report of it is written: of an entry that is being merged into another the report would come too
 * late to be moved with the others. @throws DomainError `transisi-tidak-sah` once it was merged
 */
export async function pastikanBukanGabungan(em: EntityManager, ormasId: number): Promise<void> {
  const [o] = await em.query<{ tujuanId: number | null }[]>(
    'SELECT digabung_ke AS tujuanId FROM ormas WHERE id = ? LOCK IN SHARE MODE',
    [ormasId],
  );
  if (o && o.tujuanId !== null)
    throw new DomainError(
      'transisi-tidak-sah',
      `Catatan ormas Anda baru saja digabung ke catatan nomor ${o.tujuanId}. Muat ulang halaman, lalu kirim lagi.`,
    );
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

/** The evidence of a report in its order, each with the facts of its file. */
export async function bacaBukti(em: EntityManager, kegiatanId: number): Promise<BuktiKegiatan[]> {
  return em.query(
    `SELECT b.id, b.berkas_id AS berkasId, b.jenis, b.keterangan, f.nama, f.mime, f.ukuran, f.sha256,
            f.ukuran_asal AS ukuranAsal, f.sha256_asal AS sha256Asal
     FROM kegiatan_bukti b JOIN berkas f ON f.id = b.berkas_id WHERE b.kegiatan_id = ? ORDER BY b.urutan, b.id`,
    [kegiatanId],
  );
}

/** Adds evidence behind what is there. The files have their rows already. */
export async function sisipBukti(
  em: EntityManager,
  kegiatanId: number,
  bukti: readonly { berkasId: string; mime: string; keterangan: string }[],
): Promise<void> {
  if (bukti.length === 0) return;
  const [akhir] = await em.query<{ urutan: number | null }[]>(
    'SELECT MAX(urutan) AS urutan FROM kegiatan_bukti WHERE kegiatan_id = ?',
    [kegiatanId],
  );
  await em.insert(
    KegiatanBukti,
    bukti.map((b, i) => ({
      kegiatanId,
      berkasId: b.berkasId,
      jenis: b.mime.startsWith('image/') ? ('foto' as const) : ('dokumen' as const),
      keterangan: b.keterangan,
      urutan: (akhir?.urutan ?? 0) + 1 + i,
    })),
  );
}

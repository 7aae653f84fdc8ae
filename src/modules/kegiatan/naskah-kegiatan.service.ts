import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { BUKTI_MAKS } from './kegiatan.aturan.js';
import { Kegiatan } from './kegiatan.entity.js';
import { sisipBukti, TEMPAT_KIRIMAN, TEMPAT_PERBAIKAN, type TempatBukti } from './kegiatan.kueri.js';
import { type BuktiBaru, type BuktiKegiatan, type IsianKegiatan, type PerubahanBukti } from './kegiatan.types.js';
import { simpanPerbaikan, terbitkanPerbaikan } from './naskah.kueri.js';

/** Of the files of a rewriting: those that no sending before had. */
const TAK_PERNAH_DIKIRIM = 'AND NOT EXISTS (SELECT 1 FROM kegiatan_bukti b WHERE b.berkas_id = p.berkas_id)';

/** What may be touched of a report without others reading it: all of one that was never sent, else the rewriting. */
@Injectable()
export class NaskahKegiatanService {
  constructor(
    private readonly berkas: BerkasService,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the fields and the evidence within the caller's transaction, which holds the report and raises its version.
   * @throws DomainError `berkas-ditolak` when there is no room for a file
   */
  async tulis(
    em: EntityManager,
    aktor: Aktor,
    k: Kegiatan,
    isian: IsianKegiatan,
    bukti: PerubahanBukti,
  ): Promise<void> {
    const belumDikirim = k.diajukanPertamaPada === null;
    if (belumDikirim) await em.update(Kegiatan, { id: k.id }, isian);
    else await simpanPerbaikan(em, k.id, isian, this.clock.sekarang());
    const tempat = belumDikirim ? TEMPAT_KIRIMAN : TEMPAT_PERBAIKAN;
    const { tabel, nomor } = tempat;
    for (const [id, keterangan] of Object.entries(bukti.keterangan)) {
      await em.query(`UPDATE ${tabel} SET keterangan = ? WHERE kegiatan_id = ? AND ${nomor} = ?`, [
        keterangan,
        k.id,
        Number(id),
      ]);
    }
    if (bukti.hapus.length > 0) {
      const lepas = await em.query<{ id: string }[]>(
        `SELECT p.berkas_id AS id FROM ${tabel} p
         WHERE p.kegiatan_id = ? AND p.${nomor} IN (?) ${belumDikirim ? '' : TAK_PERNAH_DIKIRIM}`,
        [k.id, bukti.hapus],
      );
      await em.query(`DELETE FROM ${tabel} WHERE kegiatan_id = ? AND ${nomor} IN (?)`, [k.id, bukti.hapus]);
      // What nobody else ever read goes altogether, with the room that it took: it may be a KTP attached by mistake.
      await this.berkas.lepaskan(
        em,
        lepas.map((b) => b.id),
      );
    }
    await this.lampirkan(em, aktor, k, bukti.tambah, tempat);
  }

  /** Gives prepared files their rows and attaches them. @throws DomainError `berkas-ditolak` */
  async lampirkan(
    em: EntityManager,
    aktor: Aktor,
    k: Pick<Kegiatan, 'id' | 'ormasId'>,
    bukti: readonly BuktiBaru[],
    tempat: TempatBukti = TEMPAT_KIRIMAN,
  ): Promise<void> {
    if (bukti.length === 0) return;
    const [ada] = await em.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM ${tempat.tabel} WHERE kegiatan_id = ?`, [
      k.id,
    ]);
    if (Number(ada?.n) + bukti.length > BUKTI_MAKS) {
      throw new DomainError('berkas-ditolak', `Satu laporan paling banyak memuat ${BUKTI_MAKS} berkas.`);
    }
    const pemilik = { objek: 'kegiatan', objekId: k.id, ormasId: k.ormasId, dibuatOleh: aktor.id };
    const id = await this.berkas.catatBanyak(
      em,
      bukti.map(({ siap }) => ({ siap, pemilik })),
    );
    await sisipBukti(
      em,
      k.id,
      bukti.map((b, i) => ({ berkasId: id[i] as string, mime: b.siap.mime, keterangan: b.keterangan })),
      tempat,
    );
  }

  /** Makes the rewriting what everybody reads; the caller writes the fields into the row. */
  async terbitkan(em: EntityManager, id: number): Promise<void> {
    await terbitkanPerbaikan(em, id);
  }

  /** Reads every file from end to end. @throws DomainError `berkas-ditolak` naming one that is damaged */
  async pastikanUtuh(bukti: readonly BuktiKegiatan[]): Promise<void> {
    for (const b of bukti) {
      if (!(await this.berkas.utuh([b]))) {
        throw new DomainError(
          'berkas-ditolak',
          `Berkas “${b.nama}” tidak lagi utuh di penyimpanan. Laporan belum dikirim; lampirkan ulang berkas itu, lalu kirim lagi.`,
        );
      }
    }
  }
}

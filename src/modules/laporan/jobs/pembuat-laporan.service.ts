import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { sisipBanyak } from '../../../infra/database/sisip.js';
import { Transaksi } from '../../../infra/database/transaksi.js';
import { rencanaBagian } from '../dokumen/susun.js';
import { LaporanQueue } from '../laporan.queue.js';
import { type StatusLaporan } from '../laporan.types.js';
import { CetakService } from './cetak.service.js';
import { PenutupLaporan } from './penutup-laporan.service.js';

/** The row of a report as the worker needs it. */
interface BarisLaporan {
  id: number;
  hitungId: number;
  tahun: number;
  nomor: string;
  kode: string | null;
  sementara: boolean;
  status: StatusLaporan;
  dibuatPada: Date;
  dataSha256: string | null;
  ulangan: number;
}

/**
 * The worker's side of a report: collect and freeze the data, render part by part, join. Each act looks at the rows first
 * and writes in one transaction, so that being delivered twice, or killed half way, changes nothing; what was rendered
 * lies under its SHA-256 before a row names it. Locks are taken in the order report, part.
 */
@Injectable()
export class PembuatLaporanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly cetak: CetakService,
    private readonly queue: LaporanQueue,
    private readonly penutup: PenutupLaporan,
  ) {}

  /** Freezes the data of a report and leaves one piece of work per part. Idempotent. */
  async siapkan(laporanId: number): Promise<void> {
    const laporan = await this.baca(laporanId);
    if (laporan?.status !== 'menunggu') return;
    const { sha256, data } = await this.cetak.bekukan(laporan);
    const rencana = rencanaBagian(data);
    await this.transaksi.jalankan(async (em) => {
      if ((await this.kunci(em, laporanId)) !== 'menunggu') return;
      await sisipBanyak(
        em,
        'laporan_bagian',
        ['laporan_id', 'urutan', 'kunci', 'judul', 'status'],
        rencana.map((r, i) => [laporanId, i + 1, r.kunci, r.judul, 'menunggu']),
      );
      await em.query(
        "UPDATE laporan SET status = 'dibuat', data_sha256 = ?, jumlah = ?, selesai = 0, versi = versi + 1 WHERE id = ?",
        [sha256, rencana.length, laporanId],
      );
      // Annex 1 takes longest: begun last, it would be printed alone while the second place stands idle.
      const bagian = await em.query<{ id: number }[]>(
        "SELECT id FROM laporan_bagian WHERE laporan_id = ? ORDER BY kunci NOT LIKE 'skor/%', urutan",
        [laporanId],
      );
      await this.queue.titipBagian(
        em,
        bagian.map((b) => b.id),
        laporan.ulangan,
      );
    });
  }

  /** Renders one part; the last one leaves the work of joining. Idempotent. */
  async kerjakanBagian(bagianId: number): Promise<void> {
    const [bagian] = await this.db.query<{ laporanId: number; kunci: string; status: string }[]>(
      'SELECT laporan_id AS laporanId, kunci, status FROM laporan_bagian WHERE id = ?',
      [bagianId],
    );
    const laporan = bagian && (await this.baca(bagian.laporanId));
    if (bagian?.status !== 'menunggu' || laporan?.status !== 'dibuat' || !laporan.dataSha256) return;
    const hasil = await this.cetak.bagian(laporan.dataSha256, bagian.kunci);
    await this.transaksi.jalankan(async (em) => {
      if ((await this.kunci(em, laporan.id)) !== 'dibuat') return;
      const { affectedRows } = await em.query<{ affectedRows: number }>(
        `UPDATE laporan_bagian SET status = 'selesai', sha256 = ?, halaman = ?, penanda = ?, selesai_pada = ?
         WHERE id = ? AND status = 'menunggu'`,
        [hasil.sha256, hasil.halaman, JSON.stringify(hasil.penanda), this.cetak.kini(), bagianId],
      );
      if (affectedRows === 0) return;
      await em.query('UPDATE laporan SET selesai = selesai + 1 WHERE id = ?', [laporan.id]);
      const [sisa] = await em.query<{ n: string; ulangan: number }[]>(
        `SELECT ulangan, (SELECT COUNT(*) FROM laporan_bagian b WHERE b.laporan_id = l.id AND b.status = 'menunggu') AS n
         FROM laporan l WHERE id = ?`,
        [laporan.id],
      );
      if (sisa && Number(sisa.n) === 0) await this.queue.titipGabung(em, laporan.id, sisa.ulangan);
    });
  }

  /** Joins the parts into the document and finishes the report, once. Idempotent. */
  async gabungkan(laporanId: number): Promise<void> {
    const laporan = await this.baca(laporanId);
    if (laporan?.status !== 'dibuat' || !laporan.dataSha256) return;
    const bagian = await this.db.query<{ sha256: string | null; penanda: string | null; halaman: number | null }[]>(
      'SELECT sha256, penanda, halaman FROM laporan_bagian WHERE laporan_id = ? ORDER BY urutan',
      [laporanId],
    );
    if (bagian.length === 0 || bagian.some((b) => b.sha256 === null)) return;
    const dokumen = await this.cetak.gabung(laporan, laporan.dataSha256, bagian);
    await this.penutup.selesaikan(laporan, dokumen, (em) => this.kunci(em, laporanId));
  }

  /** Marks a report failed, with a sentence for its page; the parts that are done stay. */
  async menyerah(laporanId: number, galat: string): Promise<void> {
    await this.penutup.gagalkan(laporanId, galat);
  }

  /** The same for a part. */
  async menyerahBagian(bagianId: number, galat: string): Promise<void> {
    const [bagian] = await this.db.query<{ laporan_id: number }[]>(
      'SELECT laporan_id FROM laporan_bagian WHERE id = ?',
      [bagianId],
    );
    if (bagian) await this.penutup.gagalkan(bagian.laporan_id, galat);
  }

  private async baca(laporanId: number): Promise<BarisLaporan | undefined> {
    const [laporan] = await this.db.query<BarisLaporan[]>(
      `SELECT l.id, l.hitung_id AS hitungId, p.tahun, l.nomor, l.kode, l.sementara, l.status, l.dibuat_pada AS dibuatPada,
         l.data_sha256 AS dataSha256, l.ulangan FROM laporan l JOIN periode p ON p.id = l.periode_id WHERE l.id = ?`,
      [laporanId],
    );
    return laporan && { ...laporan, sementara: Boolean(laporan.sementara) };
  }

  private async kunci(em: EntityManager, laporanId: number): Promise<StatusLaporan | undefined> {
    const [laporan] = await em.query<{ status: StatusLaporan }[]>(
      'SELECT status FROM laporan WHERE id = ? FOR UPDATE',
      [laporanId],
    );
    return laporan?.status;
  }
}

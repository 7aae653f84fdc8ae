import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { ormasDalamPeriode } from './penilaian.masukan.js';
import { bolehHitung, bolehLihatSemuaHasil } from './penilaian.policy.js';
import { PenilaianQueue } from './penilaian.queue.js';
import { type Kemajuan, type StatusHitung, type StatusPeriode } from './penilaian.types.js';
import { aksiSebelum } from './perubahan-nilai.js';

/** Most ormas in one chunk: about a tenth of a second of work, far below the queue's lock. */
const POTONGAN_TERBESAR = 250;
/** Small runs are cut too, so that their progress can be seen. */
const POTONGAN_TERKECIL = 50;

/** How many ormas go into each chunk of a run over `jumlah`. */
export function ukuranPotongan(jumlah: number): number {
  return Math.min(POTONGAN_TERBESAR, Math.max(POTONGAN_TERKECIL, Math.ceil(jumlah / 4)));
}

/** A closed period keeps the results that it was closed with. */
function pastikanTerbuka(status: StatusPeriode, tahun: number): void {
  if (status === 'ditutup')
    throw new DomainError(
      'transisi-tidak-sah',
      `Periode ${tahun} sudah ditutup dan hasilnya tetap seperti saat ditutup. Untuk menghitung lagi, Kepala Bidang membuka kembali periode ini dahulu, dengan alasan.`,
    );
}

interface BarisPeriode {
  id: number;
  akhir: string;
  status: StatusPeriode;
  instrumen_id: number;
  hitungId: number | null;
  populasiTetap: 0 | 1;
}

/**
 * Runs of the IKO of a period: starting one, taking a failed one up again, and how far it is. Everything locks in the
 * order period, run, chunk, so that no two acts can wait for each other.
 */
@Injectable()
export class HitungService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly queue: PenilaianQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a run over the population of the period (`syaratPopulasi`); while one runs for the period, that one is
   * returned and nothing is started.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan` (no such period), `transisi-tidak-sah` (closed), `isian-tidak-sah` (nobody to score)
   */
  async mulaiHitung(aktor: Aktor, tahun: number): Promise<{ hitungId: number; baru: boolean }> {
    if (!bolehHitung(aktor)) throw new DomainError('tidak-berwenang');
    return this.transaksi.jalankan(async (em) => {
      const [periode] = await em.query<BarisPeriode[]>(
        `SELECT id, akhir, status, instrumen_id, hitung_id AS hitungId, populasi_tetap AS populasiTetap
         FROM periode WHERE tahun = ? FOR UPDATE`,
        [tahun],
      );
      if (!periode) throw new DomainError('tidak-ditemukan', `Belum ada periode penilaian tahun ${tahun}.`);
      pastikanTerbuka(periode.status, tahun);
      const berjalan = await this.yangBerjalan(em, periode.id);
      if (berjalan !== null) return { hitungId: berjalan, baru: false };
      const ormas = await ormasDalamPeriode(em, { ...periode, populasiTetap: periode.populasiTetap === 1 });
      if (ormas.length === 0)
        throw new DomainError('isian-tidak-sah', `Belum ada ormas yang terdaftar sampai akhir periode ${tahun}.`);
      const hitungId = await this.simpanHitung(em, aktor, periode, ormas);
      await this.audit.catat(em, aktor, {
        aksi: 'hitung.mulai',
        objek: 'hitung',
        objekId: hitungId,
        ringkasan: `Perhitungan IKO ${tahun} dimulai untuk ${ormas.length} ormas.`,
      });
      return { hitungId, baru: true };
    });
  }

  /**
   * Takes a failed run up where it stopped: chunks that are done stay done. Only the newest run of an open period.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `transisi-tidak-sah`
   */
  async ulangi(aktor: Aktor, hitungId: number): Promise<void> {
    await this.transaksi.jalankan((em) => this.ulangiDalam(em, aktor, hitungId));
  }

  /** `ulangi` within the transaction of who asks for it. */
  async ulangiDalam(em: EntityManager, aktor: Aktor, hitungId: number): Promise<void> {
    if (!bolehHitung(aktor)) throw new DomainError('tidak-berwenang');
    const [milik] = await em.query<{ periode_id: number }[]>('SELECT periode_id FROM hitung WHERE id = ?', [hitungId]);
    if (!milik) throw new DomainError('tidak-ditemukan');
    const [periode] = await em.query<{ tahun: number; status: StatusPeriode }[]>(
      'SELECT tahun, status FROM periode WHERE id = ? FOR UPDATE',
      [milik.periode_id],
    );
    if (!periode) throw new DomainError('tidak-ditemukan');
    pastikanTerbuka(periode.status, periode.tahun);
    const [hitung] = await em.query<{ status: StatusHitung; ulangan: number; terbaru: number }[]>(
      `SELECT status, ulangan, (SELECT MAX(id) FROM hitung x WHERE x.periode_id = h.periode_id) AS terbaru
       FROM hitung h WHERE id = ? FOR UPDATE`,
      [hitungId],
    );
    if (hitung?.status !== 'gagal' || hitung.terbaru !== hitungId)
      throw new DomainError('transisi-tidak-sah', 'Hanya perhitungan terakhir yang gagal yang dapat dicoba lagi.');
    await em.query("UPDATE hitung SET status = 'menunggu', galat = NULL, ulangan = ulangan + 1 WHERE id = ?", [
      hitungId,
    ]);
    await em.query("UPDATE hitung_potongan SET status = 'menunggu' WHERE hitung_id = ? AND status = 'gagal'", [
      hitungId,
    ]);
    const potongan = await em.query<{ id: number; status: string }[]>(
      'SELECT id, status FROM hitung_potongan WHERE hitung_id = ? ORDER BY nomor',
      [hitungId],
    );
    const sisa = potongan.filter((p) => p.status === 'menunggu');
    // When only the completion had failed, any chunk will do: it is left alone and the run is completed.
    const titipan = (sisa.length > 0 ? sisa : potongan.slice(-1)).map((p) => p.id);
    await this.queue.titipPotongan(em, titipan, hitung.ulangan + 1);
    await this.audit.catat(em, aktor, {
      aksi: 'hitung.ulangi',
      objek: 'hitung',
      objekId: hitungId,
      ringkasan: 'Perhitungan IKO yang gagal dicoba lagi.',
    });
  }

  /** How far a run is, for those who may see it. @throws DomainError `tidak-ditemukan` */
  async kemajuan(aktor: Aktor, hitungId: number): Promise<Kemajuan> {
    if (!bolehLihatSemuaHasil(aktor)) throw new DomainError('tidak-ditemukan');
    const [baris] = await this.baca('h.id = ?', hitungId);
    if (!baris) throw new DomainError('tidak-ditemukan');
    return baris;
  }

  /** The newest run of a period and how far it is; null when there never was one. The caller has checked permission. */
  async terakhir(periodeId: number): Promise<Kemajuan | null> {
    const [baris] = await this.baca('h.id = (SELECT MAX(id) FROM hitung WHERE periode_id = ?)', periodeId);
    return baris ?? null;
  }

  private async baca(syarat: string, nilai: number): Promise<Kemajuan[]> {
    const baris = await this.db.query<(Omit<Kemajuan, 'selesai' | 'terbaru'> & { selesai: string; terbaru: number })[]>(
      `SELECT h.id, h.periode_id AS periodeId, p.tahun, p.status AS statusPeriode, h.status, h.jumlah, h.dibuat_pada AS dibuatPada,
         h.mulai_pada AS mulaiPada, h.selesai_pada AS selesaiPada, a.nama AS dibuatOleh, h.galat,
         (SELECT COALESCE(SUM(x.jumlah), 0) FROM hitung_potongan x
          WHERE x.hitung_id = h.id AND x.status = 'selesai') AS selesai,
         NOT EXISTS (SELECT 1 FROM hitung y WHERE y.periode_id = h.periode_id AND y.id > h.id) AS terbaru
       FROM hitung h JOIN periode p ON p.id = h.periode_id LEFT JOIN akun a ON a.id = h.dibuat_oleh
       WHERE ${syarat}`,
      [nilai],
    );
    return baris.map((b) => ({ ...b, selesai: Number(b.selesai), terbaru: Boolean(Number(b.terbaru)) }));
  }

  private async yangBerjalan(em: EntityManager, periodeId: number): Promise<number | null> {
    const [baris] = await em.query<{ id: number }[]>(
      "SELECT id FROM hitung WHERE periode_id = ? AND status IN ('menunggu', 'berjalan') ORDER BY id DESC LIMIT 1",
      [periodeId],
    );
    return baris?.id ?? null;
  }

  private async simpanHitung(
    em: EntityManager,
    aktor: Aktor,
    periode: BarisPeriode,
    ormas: readonly number[],
  ): Promise<number> {
    const kini = this.clock.sekarang();
    const { insertId } = await em.query<{ insertId: number }>(
      `INSERT INTO hitung (periode_id, instrumen_id, status, jumlah, dibuat_oleh, dibuat_pada, aksi_sebelum)
       VALUES (?, ?, 'menunggu', ?, ?, ?, ?)`,
      [periode.id, periode.instrumen_id, ormas.length, aktor.id, kini, await aksiSebelum(em, kini)],
    );
    const ukuran = ukuranPotongan(ormas.length);
    const potongan: unknown[][] = [];
    for (let i = 0; i < ormas.length; i += ukuran) {
      const isi = ormas.slice(i, i + ukuran);
      potongan.push([insertId, potongan.length + 1, JSON.stringify(isi), isi.length, 'menunggu']);
    }
    await sisipBanyak(em, 'hitung_potongan', ['hitung_id', 'nomor', 'ormas', 'jumlah', 'status'], potongan);
    const baris = await em.query<{ id: number }[]>(
      'SELECT id FROM hitung_potongan WHERE hitung_id = ? ORDER BY nomor',
      [insertId],
    );
    await this.queue.titipPotongan(
      em,
      baris.map((b) => b.id),
      0,
    );
    return insertId;
  }
}

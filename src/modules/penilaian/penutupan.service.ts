import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { bolehTutupPeriode } from './penilaian.policy.js';
import { type StatusHitung, type StatusPeriode } from './penilaian.types.js';
import { halanganTutup, type KeadaanTutup, type SisaPeriode } from './penutupan.js';
import { bacaSisa } from './penutupan.kueri.js';
import { usangSejak } from './perubahan-nilai.js';
import { RegisterIkoService } from './register-iko.service.js';

interface Baris extends Omit<KeadaanTutup, 'usangSejak'> {
  id: number;
  mulai: string;
  status: StatusPeriode;
  versi: number;
}

const PILIH = `SELECT p.id, p.tahun, p.mulai, p.akhir, p.status, p.versi, p.hitung_id AS hitungId
  FROM periode p WHERE p.tahun = ?`;

/** The end of a year: what closing it asks for, what it would leave undone, and the two acts of the kabid. */
@Injectable()
export class PenutupanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly register: RegisterIkoService,
  ) {}

  /**
   * What is in the way of closing a period today (a sentence), or null. Also null for one that is closed.
   * @throws DomainError `tidak-ditemukan`
   */
  async halangan(tahun: number): Promise<string | null> {
    const periode = await this.baca(this.db.manager, tahun);
    return periode.status === 'berjalan' ? this.halanganDi(this.db.manager, periode) : null;
  }

  /**
   * For the page that asks once more: what is in the way, and what would stay undone.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `transisi-tidak-sah` for a closed one
   */
  async tinjau(aktor: Aktor, tahun: number): Promise<{ versi: number; halangan: string | null; sisa: SisaPeriode }> {
    if (!bolehTutupPeriode(aktor)) throw new DomainError('tidak-berwenang');
    const periode = await this.baca(this.db.manager, tahun);
    if (periode.status !== 'berjalan') throw new DomainError('transisi-tidak-sah', `Periode ${tahun} sudah ditutup.`);
    const [halangan, sisa] = await Promise.all([
      this.halanganDi(this.db.manager, periode),
      bacaSisa(this.db.manager, periode),
    ]);
    return { versi: periode.versi, halangan, sisa };
  }

  /**
   * Freezes the levels of a period, and who was assessed in it. Only once its window is over, and with results that
   * nothing has changed since (`halanganTutup`); not while a run waits or goes: its results would come into a period
   * that is said to be settled. Results from before the end of the window come into the register now. Opening it again
   * leaves them there: they are still those of the newest year that is over.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `transisi-tidak-sah`, `versi-berbeda`
   */
  async tutup(aktor: Aktor, tahun: number, versi: number): Promise<void> {
    await this.ubahStatus(aktor, tahun, versi, async (em, periode) => {
      if (periode.status !== 'berjalan') throw new DomainError('transisi-tidak-sah');
      // Under the lock that a run is started and completed under: either it is seen here, or it sees the closed period.
      const halangan = await this.halanganDi(em, periode);
      if (halangan !== null) throw new DomainError('transisi-tidak-sah', halangan);
      // What a period was closed with is settled: opening it again does not let the population go.
      await em.query(
        "UPDATE periode SET status = 'ditutup', populasi_tetap = (hitung_id IS NOT NULL), versi = versi + 1 WHERE id = ?",
        [periode.id],
      );
      if (periode.hitungId !== null) await this.register.catat(em, periode, periode.hitungId);
      return {
        aksi: 'periode.tutup',
        ringkasan: `Periode penilaian ${tahun} ditutup; tingkat indikator dibekukan.`,
      };
    });
  }

  /** Lifts the freeze, with a reason that stays in the trail. @throws as `tutup`, and `isian-tidak-sah` without a reason */
  async bukaKembali(aktor: Aktor, tahun: number, versi: number, alasan: string): Promise<void> {
    if (!alasan.trim())
      throw new DomainError('isian-tidak-sah', undefined, {
        isian: [{ bidang: 'alasan', pesan: 'Tuliskan alasan membuka kembali periode ini.' }],
      });
    await this.ubahStatus(aktor, tahun, versi, async (em, periode) => {
      if (periode.status !== 'ditutup') throw new DomainError('transisi-tidak-sah');
      await em.query("UPDATE periode SET status = 'berjalan', versi = versi + 1 WHERE id = ?", [periode.id]);
      return {
        aksi: 'periode.buka',
        ringkasan: `Periode penilaian ${tahun} dibuka kembali: ${alasan.trim()}`,
      };
    });
  }

  private async ubahStatus(
    aktor: Aktor,
    tahun: number,
    versi: number,
    lakukan: (em: EntityManager, periode: Baris) => Promise<{ aksi: string; ringkasan: string }>,
  ): Promise<void> {
    if (!bolehTutupPeriode(aktor)) throw new DomainError('tidak-berwenang');
    await this.transaksi.jalankan(async (em) => {
      // The row alone first: a read without lock would take the view of this transaction before the lock is held.
      await em.query('SELECT id FROM periode WHERE tahun = ? FOR UPDATE', [tahun]);
      const periode = await this.baca(em, tahun);
      if (periode.versi !== versi)
        throw new DomainError('versi-berbeda', undefined, await terakhirDiubah(em, 'periode', periode.id));
      const catatan = await lakukan(em, periode);
      await this.audit.catat(em, aktor, { ...catatan, objek: 'periode', objekId: periode.id });
    });
  }

  private async baca(em: EntityManager, tahun: number): Promise<Baris> {
    const [baris] = await em.query<Omit<Baris, 'terakhir'>[]>(PILIH, [tahun]);
    if (!baris) throw new DomainError('tidak-ditemukan', `Belum ada periode penilaian tahun ${tahun}.`);
    const [hitung] = await em.query<{ status: StatusHitung }[]>(
      'SELECT status FROM hitung WHERE periode_id = ? ORDER BY id DESC LIMIT 1',
      [baris.id],
    );
    return { ...baris, terakhir: hitung?.status ?? null };
  }

  private async halanganDi(em: EntityManager, periode: Baris): Promise<string | null> {
    const hari = tanggalWib(this.clock.sekarang());
    const usang = periode.hitungId === null ? null : await usangSejak(em, periode.hitungId, hari);
    return halanganTutup({ ...periode, usangSejak: usang }, hari);
  }
}

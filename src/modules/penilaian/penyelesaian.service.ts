import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { AKTOR_SISTEM } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { type StatusHitung } from './penilaian.types.js';
import { RegisterIkoService } from './register-iko.service.js';

const BERJALAN: readonly StatusHitung[] = ['menunggu', 'berjalan'];

interface BarisHitung {
  periodeId: number;
  status: StatusHitung;
  sisa: string;
}

/** How a run ends: complete, exactly once, or given up. */
@Injectable()
export class PenyelesaianService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly register: RegisterIkoService,
    private readonly clock: Clock,
  ) {}

  /**
   * Completes the run when every chunk is done: from then on its results are the ones that readers see. Called after a
   * chunk has committed, so of two that end together at least one finds the run complete; the lock on the period and
   * the run's status let exactly one finish it.
   */
  async selesaikanBilaLengkap(hitungId: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const [sisa] = await em.query<BarisHitung[]>(
        `SELECT h.status, h.periode_id AS periodeId,
           (SELECT COUNT(*) FROM hitung_potongan p WHERE p.hitung_id = h.id AND p.status <> 'selesai') AS sisa
         FROM hitung h WHERE h.id = ?`,
        [hitungId],
      );
      if (!sisa || Number(sisa.sisa) > 0 || !BERJALAN.includes(sisa.status)) return;
      await this.selesaikan(em, hitungId, sisa.periodeId);
    });
  }

  /** Marks the run failed, with a sentence for its page; what was computed stays, and it can be taken up again. */
  async menyerah(potonganId: number, galat: string): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const [potongan] = await em.query<{ hitung_id: number; periode_id: number }[]>(
        'SELECT p.hitung_id, h.periode_id FROM hitung_potongan p JOIN hitung h ON h.id = p.hitung_id WHERE p.id = ?',
        [potonganId],
      );
      if (!potongan) return;
      await em.query('SELECT id FROM periode WHERE id = ? FOR UPDATE', [potongan.periode_id]);
      const { affectedRows } = await em.query<{ affectedRows: number }>(
        "UPDATE hitung SET status = 'gagal', galat = ? WHERE id = ? AND status IN ('menunggu', 'berjalan')",
        [galat.slice(0, 1000), potongan.hitung_id],
      );
      await em.query("UPDATE hitung_potongan SET status = 'gagal' WHERE id = ? AND status = 'menunggu'", [potonganId]);
      if (affectedRows === 0) return;
      await this.audit.catat(em, AKTOR_SISTEM, {
        aksi: 'hitung.gagal',
        objek: 'hitung',
        objekId: potongan.hitung_id,
        ringkasan: 'Perhitungan IKO gagal sebelum selesai; hasil perhitungan sebelumnya tetap berlaku.',
        rincian: { galat },
      });
    });
  }

  private async selesaikan(em: EntityManager, hitungId: number, periodeId: number): Promise<void> {
    const [periode] = await em.query<{ tahun: number; akhir: string }[]>(
      'SELECT tahun, akhir FROM periode WHERE id = ? FOR UPDATE',
      [periodeId],
    );
    const [hitung] = await em.query<{ status: StatusHitung; jumlah: number }[]>(
      'SELECT status, jumlah FROM hitung WHERE id = ? FOR UPDATE',
      [hitungId],
    );
    if (!periode || !hitung || !BERJALAN.includes(hitung.status)) return;
    await em.query("UPDATE hitung SET status = 'selesai', galat = NULL, selesai_pada = ? WHERE id = ?", [
      this.clock.sekarang(),
      hitungId,
    ]);
    await em.query('UPDATE periode SET hitung_id = ?, versi = versi + 1 WHERE id = ?', [hitungId, periodeId]);
    await this.register.catat(em, periode, hitungId);
    await this.audit.catat(em, AKTOR_SISTEM, {
      aksi: 'hitung.selesai',
      objek: 'hitung',
      objekId: hitungId,
      ringkasan: `Perhitungan IKO ${periode.tahun} selesai untuk ${hitung.jumlah} ormas.`,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { AKTOR_SISTEM } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { OrmasService } from '../ormas/ormas.service.js';
import { type SkorOrmas } from '../ormas/ormas.types.js';
import { type StatusHitung } from './penilaian.types.js';

const BERJALAN: readonly StatusHitung[] = ['menunggu', 'berjalan'];

interface BarisHitung {
  periodeId: number;
  status: StatusHitung;
  sisa: string;
}

type BarisSkor = Omit<SkorOrmas, 'sementara' | 'profilSaja'> & { sementara: 0 | 1; status: string };

const skorOrmas = ({ status, ...s }: BarisSkor): SkorOrmas => ({
  ...s,
  sementara: s.sementara === 1,
  profilSaja: status === 'profil-saja',
});

/** How a run ends: complete, exactly once, or given up. */
@Injectable()
export class PenyelesaianService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly ormas: OrmasService,
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
    if (periode.akhir < tanggalWib(this.clock.sekarang())) await this.ulangDiRegister(em, hitungId, periode.tahun);
    await this.audit.catat(em, AKTOR_SISTEM, {
      aksi: 'hitung.selesai',
      objek: 'hitung',
      objekId: hitungId,
      ringkasan: `Perhitungan IKO ${periode.tahun} selesai untuk ${hitung.jumlah} ormas.`,
    });
  }

  /**
   * Lists show the last year that is over: while a window is still open its scores are provisional by nature, and would
   * push whole ones out of sight. An ormas that this run no longer holds goes back to the newest year that does.
   */
  private async ulangDiRegister(em: EntityManager, hitungId: number, tahun: number): Promise<void> {
    const skor = await em.query<BarisSkor[]>(
      'SELECT ormas_id AS ormasId, skor, tingkat, sebutan, sementara, status FROM hasil_iko WHERE hitung_id = ? ORDER BY ormas_id',
      [hitungId],
    );
    await this.ormas.catatIko(em, tahun, skor.map(skorOrmas));
    const keluar = await em.query<(BarisSkor & { tahun: number | null })[]>(
      `SELECT o.id AS ormasId, p.tahun, h.skor, h.tingkat, h.sebutan, h.sementara, h.status
       FROM ormas o
         LEFT JOIN hasil_iko h ON h.id = (SELECT l.id FROM hasil_iko l
             JOIN periode q ON q.id = l.periode_id AND q.hitung_id = l.hitung_id
           WHERE l.ormas_id = o.id AND q.tahun <> ? AND q.akhir < ? ORDER BY q.tahun DESC LIMIT 1)
         LEFT JOIN periode p ON p.id = h.periode_id
       WHERE o.iko_tahun = ?
         AND NOT EXISTS (SELECT 1 FROM hasil_iko x WHERE x.hitung_id = ? AND x.ormas_id = o.id)`,
      [tahun, tanggalWib(this.clock.sekarang()), tahun, hitungId],
    );
    await this.ormas.cabutIko(
      em,
      tahun,
      keluar.map(({ tahun: lain, ...b }) =>
        lain === null
          ? { ormasId: b.ormasId, tahun: null, skor: null }
          : { ormasId: b.ormasId, tahun: lain, skor: skorOrmas(b) },
      ),
    );
  }
}

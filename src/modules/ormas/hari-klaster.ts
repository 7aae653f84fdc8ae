import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { AKTOR_SISTEM } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { catatUbahanOrmas } from './indeks-ormas.service.js';

/**
 * Brings the register's copy of each cluster (`ormas.opd_id`) to the day. What holds on a day is derived from dated rows
 * (`opdPada`); the copy is there so that lists, filters and policies ask one indexed column. Whoever comes first on a new
 * day in Jakarta, a request or a piece of work, moves it before anything is read, and nobody is answered from a copy of
 * yesterday: there is no job whose absence would be noticed only by its absence (ADR 0028).
 */
@Injectable()
export class HariKlaster {
  private hari = '';
  private berjalan: Promise<void> | null = null;

  constructor(
    private readonly transaksi: Transaksi,
    private readonly klaster: KlasterService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Returns once the copies are those of today. Costs a comparison, except to the first of a day. */
  async pastikan(): Promise<void> {
    const hari = tanggalWib(this.clock.sekarang());
    if (hari === this.hari) return;
    // Those who come meanwhile wait for the same work; one that fails is tried again by the next.
    this.berjalan ??= this.majukan(hari).finally(() => (this.berjalan = null));
    await this.berjalan;
  }

  /**
   * Moves the copies of the ormas that follow the given bidang to a day; within the transaction that changed the mapping.
   * @returns how many were moved
   */
  async selaraskan(em: EntityManager, bidangId: readonly number[], hari: string): Promise<number> {
    if (bidangId.length === 0) return 0;
    const beda = await em.query<{ id: number; opdId: number }[]>(
      `SELECT o.id, p.opd_id AS opdId FROM klaster_ormas k JOIN ormas o ON o.id = k.ormas_id
         JOIN bidang_opd p ON p.bidang_id = k.bidang_id AND p.berlaku_dari <= ?
           AND (p.berlaku_sampai IS NULL OR p.berlaku_sampai >= ?)
       WHERE k.bidang_id IN (?) AND k.berlaku_sampai IS NULL AND k.sumber = 'bidang' AND NOT (o.opd_id <=> p.opd_id)
       ORDER BY o.id FOR UPDATE`,
      [hari, hari, bidangId],
    );
    for (const opdId of new Set(beda.map((b) => b.opdId))) {
      const id = beda.filter((b) => b.opdId === opdId).map((b) => b.id);
      await em.query('UPDATE ormas SET opd_id = ? WHERE id IN (?)', [opdId, id]);
      await catatUbahanOrmas(em, id);
    }
    return beda.length;
  }

  private async majukan(hari: string): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const [lalu] = await em.query<{ hari: string }[]>('SELECT hari FROM pemetaan_hari WHERE satu = 1 FOR UPDATE');
      if (!lalu || lalu.hari >= hari) return;
      const mulai = await em.query<{ id: number; bidang: string; opd: string; hari: string }[]>(
        `SELECT p.bidang_id AS id, b.nama AS bidang, d.nama AS opd, p.berlaku_dari AS hari FROM bidang_opd p
           JOIN bidang b ON b.id = p.bidang_id JOIN opd d ON d.id = p.opd_id
         WHERE p.berlaku_dari > ? AND p.berlaku_dari <= ? ORDER BY p.berlaku_dari, p.id`,
        [lalu.hari, hari],
      );
      await em.query('UPDATE pemetaan_hari SET hari = ? WHERE satu = 1', [hari]);
      for (const p of mulai) {
        const jumlah = await this.selaraskan(em, [p.id], hari);
        if (jumlah === 0) continue;
        await this.audit.catat(em, AKTOR_SISTEM, {
          ...{ aksi: 'pemetaan.berlaku', objek: 'bidang', objekId: p.id },
          ringkasan: `Bidang ${p.bidang} mulai dibina ${p.opd}: ${jumlah} ormas berpindah klaster`,
          rincian: { mulai: p.hari },
        });
      }
    });
    this.klaster.lupakan();
    this.hari = hari;
  }
}

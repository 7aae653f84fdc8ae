import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { AKTOR_SISTEM } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { Transaksi } from '../../../infra/database/transaksi.js';
import { Berkala, SETIAP_JAM } from '../../../infra/queue/berkala.js';
import { AuditService } from '../../audit/audit.service.js';
import { BerkasService } from '../../berkas/berkas.service.js';
import { hapusFotoDraf, OBJEK, TAK_DITANDATANGANI } from '../kunjungan.kueri.js';
import { MASA_FOTO_DRAF } from '../kunjungan.types.js';

const SEHARI_MS = 86_400_000;
const SEKALIGUS = 100;

/**
 * Of visits that were called off for long the photos, and photos that were taken off: those that no signed record shows.
 * A visit whose record is still being written keeps its own, however long that takes: they are all that is left of it.
 */
const USANG = `((k.status = 'dibatalkan' AND k.diubah_pada < ?) OR f.dilepas_pada < ?) AND ${TAK_DITANDATANGANI}`;

/** Once an hour the worker gives back the room of photos of visits that came to nothing. Several workers may do it at once. */
@Injectable()
export class PenyapuFoto extends Berkala {
  protected readonly setiapMs = SETIAP_JAM;
  protected readonly sebutan = 'Penyapuan foto kunjungan';

  constructor(
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly berkas: BerkasService,
  ) {
    super();
  }

  /** @returns how many photos were given back; each visit in a transaction of its own */
  async sapu(): Promise<number> {
    const batas = new Date(this.clock.sekarang().getTime() - MASA_FOTO_DRAF * SEHARI_MS);
    let terhapus = 0;
    for (;;) {
      const kunjungan = await this.transaksi.jalankan((em) =>
        em.query<{ id: number }[]>(
          `SELECT DISTINCT k.id FROM kunjungan_foto f JOIN kunjungan k ON k.id = f.kunjungan_id WHERE ${USANG} LIMIT ?`,
          [batas, batas, SEKALIGUS],
        ),
      );
      for (const { id } of kunjungan) terhapus += await this.transaksi.jalankan((em) => this.sapuSatu(em, id, batas));
      if (kunjungan.length < SEKALIGUS) return terhapus;
    }
  }

  private async sapuSatu(em: EntityManager, id: number, batas: Date): Promise<number> {
    // Held first: somebody may be planning the visit again.
    await em.query('SELECT id FROM kunjungan WHERE id = ? FOR UPDATE', [id]);
    const usang = await em.query<{ id: number }[]>(
      `SELECT f.id FROM kunjungan_foto f JOIN kunjungan k ON k.id = f.kunjungan_id WHERE k.id = ? AND ${USANG} FOR UPDATE`,
      [id, batas, batas],
    );
    const foto = await hapusFotoDraf(
      em,
      id,
      usang.map((f) => f.id),
    );
    if (foto.length === 0) return 0;
    await this.berkas.lepaskan(
      em,
      foto.map((f) => f.berkasId),
    );
    await this.audit.catat(em, AKTOR_SISTEM, {
      ...{ aksi: 'kunjungan.sapu-foto', objek: OBJEK, objekId: id, ormasId: null },
      ringkasan: `${foto.length} foto yang tidak pernah masuk berita acara dihapus`,
      rincian: { foto: foto.map((f) => f.sha256) },
    });
    return foto.length;
  }

  protected async jalankan(): Promise<string> {
    const n = await this.sapu();
    return n > 0 ? `${n} foto kunjungan tanpa berita acara dihapus.` : '';
  }
}

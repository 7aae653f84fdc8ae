import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Redis } from 'ioredis';
import { Clock } from '../../common/clock.js';
import { setelahKomit } from '../database/transaksi.js';
import { REDIS } from '../queue/token.js';

/** The channel on which the relay is woken; losing a message only costs the relay's idle interval. */
export const SALURAN_KOTAK_KELUAR = 'kotak-keluar';

/**
 * A piece of work to be done after commit. `muatan` holds ids only; `kunci` makes the work unique for ever;
 * `tundaMs` is how long after now it is not to be done yet (at once unless told).
 */
export interface Titipan {
  antrean: string;
  pekerjaan: string;
  muatan: Record<string, number | string>;
  kunci: string;
  tundaMs?: number;
}

/**
 * The transactional outbox: work is a row written in the same transaction as the change that causes it, and the row,
 * not the queue, is the truth. A key that is already known is left as it is.
 */
@Injectable()
export class KotakKeluar implements OnModuleDestroy {
  private tertunda = false;

  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    private readonly clock: Clock,
  ) {}

  /** Leaves work in the outbox. Must be called with the manager of a running `Transaksi`. */
  async titip(em: EntityManager, ...titipan: Titipan[]): Promise<void> {
    if (titipan.length === 0) return;
    const kini = this.clock.sekarang();
    await em.query(
      `INSERT INTO kotak_keluar (antrean, pekerjaan, muatan, kunci, dibuat_pada, tersedia_pada) VALUES ${titipan.map(() => '(?,?,?,?,?,?)').join(',')}
       ON DUPLICATE KEY UPDATE kunci = VALUES(kunci)`,
      titipan.flatMap((t) => [
        t.antrean,
        t.pekerjaan,
        JSON.stringify(t.muatan),
        t.kunci,
        kini,
        new Date(kini.getTime() + (t.tundaMs ?? 0)),
      ]),
    );
    setelahKomit(em, () => this.bangunkan());
  }

  private bangunkan(): void {
    if (this.tertunda || this.redis.status !== 'ready') return;
    this.tertunda = true;
    this.redis
      .publish(SALURAN_KOTAK_KELUAR, '1')
      .catch(() => undefined) // The relay looks by itself once a second.
      .finally(() => (this.tertunda = false));
  }

  onModuleDestroy(): void {
    this.redis.disconnect();
  }
}

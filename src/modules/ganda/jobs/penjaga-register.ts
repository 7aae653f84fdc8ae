import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { Transaksi } from '../../../infra/database/transaksi.js';
import { GandaQueue } from '../ganda.queue.js';

const SETIAP_MS = 60_000;

/** A register that changes all day is looked through so often. */
const JEDA_MS = 10 * 60_000;

/**
 * Looks once a minute whether the register has changed (one look into an index) and leaves the search for pairs in the
 * outbox, at most every ten minutes: a file of ten thousand lines, an approval or a new address is looked through soon
 * after. The last change is the key, so that several workers leave it once.
 */
@Injectable()
export class PenjagaRegister implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('PenjagaRegister');
  private jam: NodeJS.Timeout | undefined;
  private terakhir = 0;
  private dititip = -Infinity;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly antrean: GandaQueue,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const lihat = (): void => {
      this.lihat().catch(() => this.log.warn('Pencarian pasangan kembar tertunda; dicoba lagi satu menit lagi.'));
    };
    this.jam = setInterval(lihat, SETIAP_MS);
    lihat();
  }

  onModuleDestroy(): void {
    clearInterval(this.jam);
  }

  /** Leaves the search when something has changed since the last that was left. */
  async lihat(): Promise<void> {
    const kini = this.clock.sekarang().getTime();
    if (Math.abs(kini - this.dititip) < JEDA_MS) return;
    const [b] = await this.db.query<{ diubah: Date | null }[]>('SELECT MAX(diubah_pada) AS diubah FROM ormas');
    const diubah = b?.diubah?.getTime() ?? 0;
    if (diubah === this.terakhir) return;
    await this.transaksi.jalankan((em) => this.antrean.titipCari(em, new Date(diubah).toISOString()));
    this.terakhir = diubah;
    this.dititip = kini;
  }
}

import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../../common/clock.js';
import { tanggalWib } from '../../../common/tanggal.js';
import { Transaksi } from '../../../infra/database/transaksi.js';
import { RadarQueue } from '../radar.queue.js';

const SETIAP_MS = 60_000;

/**
 * Looks once a minute whether a new day has begun in Jakarta and leaves its work in the outbox; a day that began while no
 * worker ran is found at the next start. Several workers may look at once: the day is the key.
 */
@Injectable()
export class PenjagaHari implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('PenjagaHari');
  private jam: NodeJS.Timeout | undefined;
  private terakhir = '';

  constructor(
    private readonly transaksi: Transaksi,
    private readonly antrean: RadarQueue,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const lihat = (): void => {
      this.lihat().catch(() => this.log.warn('Pekerjaan harian tertunda; dicoba lagi satu menit lagi.'));
    };
    this.jam = setInterval(lihat, SETIAP_MS);
    lihat();
  }

  onModuleDestroy(): void {
    clearInterval(this.jam);
  }

  /** Leaves the work of today, unless this worker did so before. */
  async lihat(): Promise<void> {
    const hari = tanggalWib(this.clock.sekarang());
    if (hari === this.terakhir) return;
    await this.transaksi.jalankan((em) => this.antrean.titipHarian(em, hari));
    this.terakhir = hari;
  }
}

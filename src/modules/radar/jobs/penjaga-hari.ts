import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/clock.js';
import { tanggalWib } from '../../../common/tanggal.js';
import { Transaksi } from '../../../infra/database/transaksi.js';
import { Berkala, SETIAP_MENIT } from '../../../infra/queue/berkala.js';
import { RadarQueue } from '../radar.queue.js';

/**
 * Looks once a minute whether a new day has begun in Jakarta and leaves its work in the outbox; a day that began while no
 * worker ran is found at the next start. Several workers may look at once: the day is the key.
 */
@Injectable()
export class PenjagaHari extends Berkala {
  protected readonly setiapMs = SETIAP_MENIT;
  protected readonly sebutan = 'Pekerjaan harian';
  private terakhir = '';

  constructor(
    private readonly transaksi: Transaksi,
    private readonly antrean: RadarQueue,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Leaves the work of today, unless this worker did so before. */
  async lihat(): Promise<void> {
    const hari = tanggalWib(this.clock.sekarang());
    if (hari === this.terakhir) return;
    await this.transaksi.jalankan((em) => this.antrean.titipHarian(em, hari));
    this.terakhir = hari;
  }

  protected async jalankan(): Promise<string> {
    await this.lihat();
    return '';
  }
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { Transaksi } from '../../../infra/database/transaksi.js';
import { Berkala, SETIAP_MENIT } from '../../../infra/queue/berkala.js';
import { GandaQueue } from '../ganda.queue.js';

/** A register that changes all day is looked through so often. */
const JEDA_MS = 10 * 60_000;

/**
 * Looks once a minute whether the register has changed (one look into an index) and leaves the search for pairs in the
 * outbox, at most every ten minutes: a file of ten thousand lines, an approval or a new address is looked through soon
 * after. The last change is the key, so that several workers leave it once.
 */
@Injectable()
export class PenjagaRegister extends Berkala {
  protected readonly setiapMs = SETIAP_MENIT;
  protected readonly sebutan = 'Pencarian pasangan kembar';
  private terakhir = 0;
  private dititip = -Infinity;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly antrean: GandaQueue,
    private readonly clock: Clock,
  ) {
    super();
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

  protected async jalankan(): Promise<string> {
    await this.lihat();
    return '';
  }
}

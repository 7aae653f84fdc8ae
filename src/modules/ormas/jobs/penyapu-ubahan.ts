import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Transaksi } from '../../../infra/database/transaksi.js';
import { pangkasUbahanOrmas } from '../indeks-ormas.service.js';

const SETIAP_MS = 3_600_000;

/** Once an hour the worker cuts the log that indexes of the register follow. Several workers may do it at once. */
@Injectable()
export class PenyapuUbahan implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('PenyapuUbahan');
  private jam: NodeJS.Timeout | undefined;

  constructor(private readonly transaksi: Transaksi) {}

  onApplicationBootstrap(): void {
    this.jam = setInterval(() => this.mulai(), SETIAP_MS);
    this.mulai();
  }

  onModuleDestroy(): void {
    clearInterval(this.jam);
  }

  private mulai(): void {
    this.transaksi
      .jalankan(pangkasUbahanOrmas)
      .catch(() => this.log.warn('Catatan perubahan register belum dipangkas; diulang satu jam lagi.'));
  }
}

import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SesiService } from '../sesi.service.js';

const SETIAP_MS = 3_600_000;

/** Once an hour the worker removes what has expired; several workers may do it at once without harm. */
@Injectable()
export class PenyapuSesi implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('PenyapuSesi');
  private jam: NodeJS.Timeout | undefined;

  constructor(private readonly sesi: SesiService) {}

  onApplicationBootstrap(): void {
    this.jam = setInterval(() => this.sapu(), SETIAP_MS);
    this.sapu();
  }

  onModuleDestroy(): void {
    clearInterval(this.jam);
  }

  private sapu(): void {
    this.sesi.sapu().catch(() => this.log.warn('Penyapuan sesi tertunda; diulang satu jam lagi.'));
  }
}

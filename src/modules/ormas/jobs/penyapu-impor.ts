import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ImporPratinjauService } from '../impor-pratinjau.service.js';

const SETIAP_MS = 3_600_000;

/** Once an hour the worker removes previews that have expired, with their files. Several workers may do it at once. */
@Injectable()
export class PenyapuImpor implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('PenyapuImpor');
  private jam: NodeJS.Timeout | undefined;

  constructor(private readonly pratinjau: ImporPratinjauService) {}

  onApplicationBootstrap(): void {
    this.jam = setInterval(() => this.mulai(), SETIAP_MS);
    this.mulai();
  }

  onModuleDestroy(): void {
    clearInterval(this.jam);
  }

  private mulai(): void {
    this.pratinjau.sapu().then(
      (n) => n > 0 && this.log.log(`${n} pratinjau impor yang lewat masanya dihapus.`),
      () => this.log.warn('Penyapuan pratinjau impor tertunda; diulang satu jam lagi.'),
    );
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Pekerja } from '../../../infra/queue/pekerja.js';
import { HariKlaster } from '../hari-klaster.js';

/** No piece of work reads the clusters of yesterday. */
@Injectable()
export class HariKlasterPekerja implements OnModuleInit {
  constructor(
    private readonly pekerja: Pekerja,
    private readonly hari: HariKlaster,
  ) {}

  onModuleInit(): void {
    this.pekerja.awali(() => this.hari.pastikan());
  }
}

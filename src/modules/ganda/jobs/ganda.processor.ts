import { Injectable, type OnModuleInit } from '@nestjs/common';
import { menit, Pekerja } from '../../../infra/queue/pekerja.js';
import { CariPasanganService } from '../cari-pasangan.service.js';
import { ANTREAN_GANDA, PEKERJAAN_CARI } from '../ganda.queue.js';

/** Hands the search for pairs to the service. */
@Injectable()
export class GandaProcessor implements OnModuleInit {
  constructor(
    private readonly pekerja: Pekerja,
    private readonly pasangan: CariPasanganService,
  ) {}

  onModuleInit(): void {
    this.pekerja.tangani(ANTREAN_GANDA, {
      [PEKERJAAN_CARI]: { tenggatMs: menit(240), kerjakan: () => this.pasangan.kerjakan() },
    });
  }
}

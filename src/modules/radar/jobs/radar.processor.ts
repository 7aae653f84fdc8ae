import { Injectable, type OnModuleInit } from '@nestjs/common';
import { menit, Pekerja } from '../../../infra/queue/pekerja.js';
import { RadarHarianService } from '../radar-harian.service.js';
import { ANTREAN_RADAR, PEKERJAAN_HARIAN } from '../radar.queue.js';

/** Hands the work of a day to the service. */
@Injectable()
export class RadarProcessor implements OnModuleInit {
  constructor(
    private readonly pekerja: Pekerja,
    private readonly harian: RadarHarianService,
  ) {}

  onModuleInit(): void {
    this.pekerja.tangani(ANTREAN_RADAR, {
      [PEKERJAAN_HARIAN]: { tenggatMs: menit(120), kerjakan: () => this.harian.kerjakan() },
    });
  }
}

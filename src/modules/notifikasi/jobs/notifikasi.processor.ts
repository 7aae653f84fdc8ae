import { Injectable, type OnModuleInit } from '@nestjs/common';
import { menit, Pekerja } from '../../../infra/queue/pekerja.js';
import { ANTREAN_NOTIFIKASI, PEKERJAAN_SUREL } from '../notifikasi.queue.js';
import { SurelService } from './surel.service.js';

/** Hands letters to the service. */
@Injectable()
export class NotifikasiProcessor implements OnModuleInit {
  constructor(
    private readonly pekerja: Pekerja,
    private readonly surel: SurelService,
  ) {}

  onModuleInit(): void {
    this.pekerja.tangani(ANTREAN_NOTIFIKASI, {
      [PEKERJAAN_SUREL]: { tenggatMs: menit(10), kerjakan: (muatan) => this.surel.kirim(Number(muatan.id)) },
    });
  }
}

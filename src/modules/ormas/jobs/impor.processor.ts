import { Injectable, type OnModuleInit } from '@nestjs/common';
import { menit, Pekerja } from '../../../infra/queue/pekerja.js';
import { ImporMasukkanService } from '../impor-masukkan.service.js';
import { ImporPeriksaService } from '../impor-periksa.service.js';
import { ANTREAN_IMPOR, PEKERJAAN_MASUKKAN, PEKERJAAN_PERIKSA } from '../impor.queue.js';

/** Hands previews to be checked, and to be taken in, to the services. */
@Injectable()
export class ImporProcessor implements OnModuleInit {
  constructor(
    private readonly pekerja: Pekerja,
    private readonly periksa: ImporPeriksaService,
    private readonly masukkan: ImporMasukkanService,
  ) {}

  onModuleInit(): void {
    this.pekerja.tangani(ANTREAN_IMPOR, {
      [PEKERJAAN_PERIKSA]: {
        tenggatMs: menit(60),
        kerjakan: (muatan) => this.periksa.periksa(Number(muatan.id)),
        menyerah: (muatan, galat) => this.periksa.menyerah(Number(muatan.id), galat),
      },
      [PEKERJAAN_MASUKKAN]: {
        tenggatMs: menit(60),
        kerjakan: (muatan) => this.masukkan.masukkan(Number(muatan.id)),
        menyerah: (muatan, galat) => this.masukkan.menyerah(Number(muatan.id), galat),
      },
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { menit, Pekerja } from '../../../infra/queue/pekerja.js';
import { ANTREAN_PENILAIAN, PEKERJAAN_POTONGAN } from '../penilaian.queue.js';
import { PenyelesaianService } from '../penyelesaian.service.js';
import { PotonganService } from '../potongan.service.js';

/** Hands delivered chunks to the service. */
@Injectable()
export class PenilaianProcessor implements OnModuleInit {
  constructor(
    private readonly pekerja: Pekerja,
    private readonly potongan: PotonganService,
    private readonly penyelesaian: PenyelesaianService,
  ) {}

  onModuleInit(): void {
    this.pekerja.tangani(ANTREAN_PENILAIAN, {
      [PEKERJAAN_POTONGAN]: {
        tenggatMs: menit(10),
        kerjakan: (muatan) => this.potongan.kerjakanPotongan(Number(muatan.id)),
        menyerah: (muatan, galat) => this.penyelesaian.menyerah(Number(muatan.id), galat),
      },
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { menit, Pekerja } from '../../../infra/queue/pekerja.js';
import { ANTREAN_LAPANGAN, PEKERJAAN_CETAK } from '../lapangan.queue.js';
import { CetakBeritaAcaraService } from './cetak-berita-acara.service.js';

/** Hands delivered work on records of visits to the service. */
@Injectable()
export class LapanganProcessor implements OnModuleInit {
  constructor(
    private readonly pekerja: Pekerja,
    private readonly cetak: CetakBeritaAcaraService,
  ) {}

  onModuleInit(): void {
    this.pekerja.tangani(ANTREAN_LAPANGAN, {
      [PEKERJAAN_CETAK]: {
        tenggatMs: menit(15),
        kerjakan: (m) => this.cetak.cetak(Number(m.id)),
        menyerah: (m, galat) => this.cetak.menyerah(Number(m.id), galat),
      },
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { menit, Pekerja } from '../../../infra/queue/pekerja.js';
import { ANTREAN_SURAT, PEKERJAAN_CETAK } from '../surat.queue.js';
import { CetakSuratService } from './cetak-surat.service.js';

/** Hands delivered work on letters to the service. */
@Injectable()
export class SuratProcessor implements OnModuleInit {
  constructor(
    private readonly pekerja: Pekerja,
    private readonly cetak: CetakSuratService,
  ) {}

  onModuleInit(): void {
    this.pekerja.tangani(ANTREAN_SURAT, {
      [PEKERJAAN_CETAK]: {
        tenggatMs: menit(15),
        kerjakan: (m) => this.cetak.cetak(Number(m.id)),
        menyerah: (m, galat) => this.cetak.menyerah(Number(m.id), galat),
      },
    });
  }
}

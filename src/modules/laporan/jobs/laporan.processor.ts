import { Injectable, type OnModuleInit } from '@nestjs/common';
import { menit, Pekerja } from '../../../infra/queue/pekerja.js';
import { ANTREAN_LAPORAN, PEKERJAAN_BAGIAN, PEKERJAAN_GABUNG, PEKERJAAN_SIAPKAN } from '../laporan.queue.js';
import { PembuatLaporanService } from './pembuat-laporan.service.js';

/** Hands delivered work on reports to the service. */
@Injectable()
export class LaporanProcessor implements OnModuleInit {
  constructor(
    private readonly pekerja: Pekerja,
    private readonly pembuat: PembuatLaporanService,
  ) {}

  onModuleInit(): void {
    const menyerah = (muatan: Record<string, number | string>, galat: string) =>
      this.pembuat.menyerah(Number(muatan.id), galat);
    this.pekerja.tangani(ANTREAN_LAPORAN, {
      [PEKERJAAN_SIAPKAN]: { tenggatMs: menit(60), kerjakan: (m) => this.pembuat.siapkan(Number(m.id)), menyerah },
      [PEKERJAAN_BAGIAN]: {
        tenggatMs: menit(15),
        kerjakan: (m) => this.pembuat.kerjakanBagian(Number(m.id)),
        menyerah: (m, galat) => this.pembuat.menyerahBagian(Number(m.id), galat),
      },
      [PEKERJAAN_GABUNG]: { tenggatMs: menit(120), kerjakan: (m) => this.pembuat.gabungkan(Number(m.id)), menyerah },
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { KotakKeluar } from '../../infra/outbox/kotak-keluar.js';

export const ANTREAN_SURAT = 'surat';
export const PEKERJAAN_CETAK = 'cetak';

/** Leaves the printing of a letter in the outbox. `ulangan`: work that was given up comes back under a new key. */
@Injectable()
export class SuratQueue {
  constructor(private readonly kotak: KotakKeluar) {}

  async titipCetak(em: EntityManager, suratId: number, ulangan: number): Promise<void> {
    await this.kotak.titip(em, {
      antrean: ANTREAN_SURAT,
      pekerjaan: PEKERJAAN_CETAK,
      muatan: { id: suratId },
      kunci: `surat/cetak/${suratId}/${ulangan}`,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { KotakKeluar } from '../../infra/outbox/kotak-keluar.js';

export const ANTREAN_LAPANGAN = 'lapangan';
export const PEKERJAAN_CETAK = 'cetak-berita-acara';

/** Leaves the printing of a record in the outbox. `ulangan`: work that was given up comes back under a new key. */
@Injectable()
export class LapanganQueue {
  constructor(private readonly kotak: KotakKeluar) {}

  async titipCetak(em: EntityManager, beritaAcaraId: number, ulangan: number): Promise<void> {
    await this.kotak.titip(em, {
      antrean: ANTREAN_LAPANGAN,
      pekerjaan: PEKERJAAN_CETAK,
      muatan: { id: beritaAcaraId },
      kunci: `lapangan/cetak/${beritaAcaraId}/${ulangan}`,
    });
  }
}

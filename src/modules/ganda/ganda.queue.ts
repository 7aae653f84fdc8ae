import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { KotakKeluar } from '../../infra/outbox/kotak-keluar.js';

/** Queue and job of the search for pairs. */
export const ANTREAN_GANDA = 'ganda';
export const PEKERJAAN_CARI = 'cari';

/** Leaves the search for pairs in the outbox. */
@Injectable()
export class GandaQueue {
  constructor(private readonly kotak: KotakKeluar) {}

  /** @param saat the instant of the change that asks for it, as text: it is left once for each */
  async titipCari(em: EntityManager, saat: string): Promise<void> {
    await this.kotak.titip(em, {
      antrean: ANTREAN_GANDA,
      pekerjaan: PEKERJAAN_CARI,
      muatan: { saat },
      kunci: `ganda/cari/${saat}`,
    });
  }
}

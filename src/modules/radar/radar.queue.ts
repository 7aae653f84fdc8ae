import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { KotakKeluar } from '../../infra/outbox/kotak-keluar.js';

/** Queue and job of the radar: once a day. */
export const ANTREAN_RADAR = 'radar';
export const PEKERJAAN_HARIAN = 'harian';

/** Leaves the work of a day in the outbox. */
@Injectable()
export class RadarQueue {
  constructor(private readonly kotak: KotakKeluar) {}

  /** @param hari the day in Jakarta, 'YYYY-MM-DD': its work is left once, by whichever worker looks first */
  async titipHarian(em: EntityManager, hari: string): Promise<void> {
    await this.kotak.titip(em, {
      antrean: ANTREAN_RADAR,
      pekerjaan: PEKERJAAN_HARIAN,
      muatan: { hari },
      kunci: `radar/harian/${hari}`,
    });
  }
}

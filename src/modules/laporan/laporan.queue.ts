import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { KotakKeluar } from '../../infra/outbox/kotak-keluar.js';

/** Queue and jobs of reports; the payload is the id of the report or of one of its parts. */
export const ANTREAN_LAPORAN = 'laporan';
export const PEKERJAAN_SIAPKAN = 'siapkan';
export const PEKERJAAN_BAGIAN = 'bagian';
export const PEKERJAAN_GABUNG = 'gabung';

/** Leaves the work on reports in the outbox. `ulangan`: work that was given up comes back under a new key. */
@Injectable()
export class LaporanQueue {
  constructor(private readonly kotak: KotakKeluar) {}

  /** Collecting the data and cutting the report into parts. */
  async titipSiapkan(em: EntityManager, laporanId: number, ulangan: number): Promise<void> {
    await this.titip(em, PEKERJAAN_SIAPKAN, [laporanId], ulangan);
  }

  /** Rendering the given parts. */
  async titipBagian(em: EntityManager, bagianId: readonly number[], ulangan: number): Promise<void> {
    await this.titip(em, PEKERJAAN_BAGIAN, bagianId, ulangan);
  }

  /** Joining the parts, once all are there. */
  async titipGabung(em: EntityManager, laporanId: number, ulangan: number): Promise<void> {
    await this.titip(em, PEKERJAAN_GABUNG, [laporanId], ulangan);
  }

  private async titip(em: EntityManager, pekerjaan: string, id: readonly number[], ulangan: number): Promise<void> {
    const antrean = ANTREAN_LAPORAN;
    await this.kotak.titip(
      em,
      ...id.map((satu) => ({
        antrean,
        pekerjaan,
        muatan: { id: satu },
        kunci: `laporan/${pekerjaan}/${satu}/${ulangan}`,
      })),
    );
  }
}

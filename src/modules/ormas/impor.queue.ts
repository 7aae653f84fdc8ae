import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { KotakKeluar } from '../../infra/outbox/kotak-keluar.js';

/** Queue and jobs of imports; the payload is the id of a preview. */
export const ANTREAN_IMPOR = 'impor';
export const PEKERJAAN_PERIKSA = 'periksa';
export const PEKERJAAN_MASUKKAN = 'masukkan';

/** Leaves the checking and the taking in of a file in the outbox. */
@Injectable()
export class ImporQueue {
  constructor(private readonly kotak: KotakKeluar) {}

  async titipPeriksa(em: EntityManager, id: number): Promise<void> {
    await this.titip(em, PEKERJAAN_PERIKSA, id, 0);
  }

  /** @param ulangan how often it was asked for before: work that was done or given up comes back under a new key */
  async titipMasukkan(em: EntityManager, id: number, ulangan: number): Promise<void> {
    await this.titip(em, PEKERJAAN_MASUKKAN, id, ulangan);
  }

  private async titip(em: EntityManager, pekerjaan: string, id: number, ulangan: number): Promise<void> {
    await this.kotak.titip(em, {
      ...{ antrean: ANTREAN_IMPOR, pekerjaan, muatan: { id } },
      kunci: `impor/${pekerjaan}/${id}/${ulangan}`,
    });
  }
}

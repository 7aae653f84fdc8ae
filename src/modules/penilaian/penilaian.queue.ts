import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { KotakKeluar } from '../../infra/outbox/kotak-keluar.js';

/** Queue and job of scoring; the payload is the id of a chunk. */
export const ANTREAN_PENILAIAN = 'penilaian';
export const PEKERJAAN_POTONGAN = 'potongan';

/** Leaves the chunks of a run in the outbox. */
@Injectable()
export class PenilaianQueue {
  constructor(private readonly kotak: KotakKeluar) {}

  /** @param ulangan how often the run was taken up again: work that was given up comes back under a new key */
  async titipPotongan(em: EntityManager, potonganId: readonly number[], ulangan: number): Promise<void> {
    await this.kotak.titip(
      em,
      ...potonganId.map((id) => ({
        antrean: ANTREAN_PENILAIAN,
        pekerjaan: PEKERJAAN_POTONGAN,
        muatan: { id },
        kunci: `penilaian/potongan/${id}/${ulangan}`,
      })),
    );
  }
}

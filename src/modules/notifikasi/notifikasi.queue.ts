import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { KotakKeluar } from '../../infra/outbox/kotak-keluar.js';

/** Queue and job of mail; the payload is the id of one reader of one notice. */
export const ANTREAN_NOTIFIKASI = 'notifikasi';
export const PEKERJAAN_SUREL = 'surel';

/** Leaves letters in the outbox. */
@Injectable()
export class NotifikasiQueue {
  constructor(private readonly kotak: KotakKeluar) {}

  /**
   * @param percobaan how often the server has refused for now: each further try is work of its own
   * @param tundaMs how long from now it is not tried
   */
  async titipSurel(em: EntityManager, penerimaId: readonly number[], percobaan = 0, tundaMs = 0): Promise<void> {
    await this.kotak.titip(
      em,
      ...penerimaId.map((id) => ({
        antrean: ANTREAN_NOTIFIKASI,
        pekerjaan: PEKERJAAN_SUREL,
        muatan: { id },
        kunci: `notifikasi/surel/${id}/${percobaan}`,
        tundaMs,
      })),
    );
  }
}

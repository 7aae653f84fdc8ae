import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type SasaranKunjungan } from './kunjungan.types.js';

type Baca = (em: EntityManager, pendaftaranId: number) => Promise<SasaranKunjungan | null>;

/**
 * Where a visit to an application learns whom it goes to. Applications come after visits in the order of modules, so they
 * register themselves here; where they are not loaded no application can be visited.
 */
@Injectable()
export class SumberPendaftaran {
  private baca: Baca = () => Promise.resolve(null);

  daftarkan(baca: Baca): void {
    this.baca = baca;
  }

  /** The application as a visit needs it, or null when there is none. The caller asks who may visit it. */
  ambil(em: EntityManager, pendaftaranId: number): Promise<SasaranKunjungan | null> {
    return this.baca(em, pendaftaranId);
  }
}

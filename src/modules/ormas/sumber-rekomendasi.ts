import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { type RekomendasiOrmas } from './ormas.types.js';

type Baca = (aktor: Aktor, ormas: { id: number; opdId: number | null }) => Promise<RekomendasiOrmas | null>;

/**
 * Where the page of an ormas learns what it was asked to do. Recommendations come after the register in the order of
 * modules, so they register themselves here; where they are not loaded the page says nothing of them.
 */
@Injectable()
export class SumberRekomendasi {
  private baca: Baca = () => Promise.resolve(null);

  daftarkan(baca: Baca): void {
    this.baca = baca;
  }

  /** How many stand open; null where they are not for this reader. */
  ringkas(aktor: Aktor, ormas: { id: number; opdId: number | null }): Promise<RekomendasiOrmas | null> {
    return this.baca(aktor, ormas);
  }
}

import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { type SuratBerubah } from './ormas.types.js';

type Baca = (aktor: Aktor, ormasId: number) => Promise<SuratBerubah | null>;

/**
 * Where the page of an ormas learns that its letter says what is no longer so. Letters come after the register in the order
 * of modules, so they register themselves here; where they are not loaded the page says nothing of them.
 */
@Injectable()
export class SumberSurat {
  private baca: Baca = () => Promise.resolve(null);

  daftarkan(baca: Baca): void {
    this.baca = baca;
  }

  /** The letter in force that differs from the register; null: none does, or it is not for this reader. */
  berubah(aktor: Aktor, ormasId: number): Promise<SuratBerubah | null> {
    return this.baca(aktor, ormasId);
  }
}

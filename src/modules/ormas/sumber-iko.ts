import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { type IkoTahun } from './ormas.types.js';

type Baca = (aktor: Aktor, ormasId: number) => Promise<IkoTahun[]>;

/**
 * Where the page of an ormas gets its scores from. Scoring comes after the register in the order of modules, so it
 * registers itself here; where it is not loaded there are no scores.
 */
@Injectable()
export class SumberIko {
  private baca: Baca = () => Promise.resolve([]);

  daftarkan(baca: Baca): void {
    this.baca = baca;
  }

  /** The scores of every year that has a run, oldest first, as far as the actor may see them. */
  riwayat(aktor: Aktor, ormasId: number): Promise<IkoTahun[]> {
    return this.baca(aktor, ormasId);
  }
}

import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { type KontakOrmas } from './notifikasi.types.js';

type Baca = (aktor: Aktor, ormasId: readonly number[]) => Promise<Map<number, KontakOrmas>>;

/**
 * Where the pages of notices get names and phone numbers of ormas from. The register comes after notices in the order of
 * modules, so it registers itself here, and answers only what the actor may see (`telepon` null otherwise).
 */
@Injectable()
export class SumberKontak {
  private baca: Baca = () => Promise.resolve(new Map<number, KontakOrmas>());

  daftarkan(baca: Baca): void {
    this.baca = baca;
  }

  /** The contact of each ormas that the actor may see; the others are absent. */
  ambil(aktor: Aktor, ormasId: readonly number[]): Promise<Map<number, KontakOrmas>> {
    return this.baca(aktor, ormasId);
  }
}

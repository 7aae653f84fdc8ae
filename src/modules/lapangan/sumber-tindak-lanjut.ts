import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { type RekomendasiKunjungan } from './kunjungan.types.js';

interface TindakLanjut {
  dariKunjungan: (kunjunganId: number) => Promise<RekomendasiKunjungan[]>;
  bolehBeri: (aktor: Aktor) => boolean;
}

/**
 * Where the page of a visit learns what came of its record. Recommendations come after visits in the order of modules, so
 * they register themselves here; where they are not loaded nothing comes of a visit.
 */
@Injectable()
export class SumberTindakLanjut {
  private isi: TindakLanjut = { dariKunjungan: () => Promise.resolve([]), bolehBeri: () => false };

  daftarkan(isi: TindakLanjut): void {
    this.isi = isi;
  }

  /** The recommendations that came of a visit. The caller has checked that the reader may see the visit. */
  dariKunjungan(kunjunganId: number): Promise<RekomendasiKunjungan[]> {
    return this.isi.dariKunjungan(kunjunganId);
  }

  /** Whether the actor may give an ormas a recommendation. */
  bolehBeri(aktor: Aktor): boolean {
    return this.isi.bolehBeri(aktor);
  }
}

import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { type KunjunganOrmas } from './ormas.types.js';
import { SumberFormulir } from './sumber-formulir.js';
import { SumberIko } from './sumber-iko.js';
import { SumberRekomendasi } from './sumber-rekomendasi.js';
import { SumberSurat } from './sumber-surat.js';

type Baca = (aktor: Aktor, ormasId: number) => Promise<KunjunganOrmas[]>;

/**
 * Where the page of an ormas gets its visits from. Visits come after the register in the order of modules, so they register
 * themselves here; where they are not loaded there are none.
 */
@Injectable()
export class SumberKunjungan {
  private baca: Baca = () => Promise.resolve([]);

  daftarkan(baca: Baca): void {
    this.baca = baca;
  }

  /** The newest visits of an ormas, as far as the actor may see them. */
  terbaru(aktor: Aktor, ormasId: number): Promise<KunjunganOrmas[]> {
    return this.baca(aktor, ormasId);
  }
}

/** What the page of an ormas asks of modules that come after the register. */
@Injectable()
export class SumberRincian {
  constructor(
    readonly iko: SumberIko,
    readonly kunjungan: SumberKunjungan,
    readonly rekomendasi: SumberRekomendasi,
    readonly formulir: SumberFormulir,
    readonly surat: SumberSurat,
  ) {}
}

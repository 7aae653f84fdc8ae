import { Injectable } from '@nestjs/common';
import { type LingkupOrmas } from './ormas.policy.js';
import { type SaringanOrmas } from './ormas.types.js';
import { type Jendela, type PilahanOrmas, type SyaratSql } from './pilah-ormas.types.js';
import { PilahPanjangService } from './pilah-panjang.service.js';
import { PilahPendekService } from './pilah-pendek.service.js';
import { BACA_SELURUHNYA } from './ormas-kueri.js';
import { SebaranOrmasService } from './sebaran-ormas.js';

/** Picks the ormas of one page out of the register: by the database, and where that is too long for it, from memory. */
@Injectable()
export class PilahOrmasService {
  constructor(
    private readonly sebaran: SebaranOrmasService,
    private readonly pendek: PilahPendekService,
    private readonly panjang: PilahPanjangService,
  ) {}

  /** One page; beyond the last one it is empty. */
  async halaman(lingkup: LingkupOrmas, saringan: SaringanOrmas, jendela: Jendela): Promise<PilahanOrmas> {
    // One ormas is found by its id, however long the register.
    const cara = lingkup.jenis !== 'ormas' && (await this.adaPanjang()) ? this.panjang : this.pendek;
    return cara.halaman(lingkup, saringan, jendela);
  }

  /** All conditions of a list, its words included: for those who read the whole of it. */
  syarat(lingkup: LingkupOrmas, saringan: SaringanOrmas): Promise<SyaratSql> {
    return this.pendek.syarat(lingkup, saringan);
  }

  /** Ids of ormas with a word that begins with these three letters or more, folded; at most `batas`, in no order. */
  async berawalan(awal: string, batas: number): Promise<number[]> {
    return (await this.adaPanjang()) ? this.panjang.berawalan(awal, batas) : this.pendek.berawalan(awal, batas);
  }

  private async adaPanjang(): Promise<boolean> {
    return (await this.sebaran.ambil()).jumlah > BACA_SELURUHNYA;
  }
}

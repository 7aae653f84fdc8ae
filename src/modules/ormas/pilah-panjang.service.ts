import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { IndeksOrmasService } from './indeks-ormas.service.js';
import { susunPertanyaan } from './ormas-tanya.js';
import { type LingkupOrmas } from './ormas.policy.js';
import { type SaringanOrmas } from './ormas.types.js';
import { type Jendela, type PilahanOrmas } from './pilah-ormas.types.js';

/** Picks the ormas of one page out of a long register: from the index that this process keeps of it. */
@Injectable()
export class PilahPanjangService {
  constructor(
    private readonly indeks: IndeksOrmasService,
    private readonly wilayah: WilayahService,
    private readonly klaster: KlasterService,
    private readonly clock: Clock,
  ) {}

  /** One page, counted exactly; beyond the last one it is empty. */
  async halaman(lingkup: LingkupOrmas, saringan: SaringanOrmas, jendela: Jendela): Promise<PilahanOrmas> {
    const rujukan = { wilayah: await this.wilayah.data(), klaster: await this.klaster.data() };
    const hari = tanggalWib(this.clock.sekarang());
    const tanya = susunPertanyaan({ lingkup, saringan, rujukan, hari, jendela });
    if (tanya === null) return { id: [], jumlah: 0, lebih: false };
    return { ...(await this.indeks.ambil()).cari(tanya), lebih: false };
  }

  /** Ids of ormas with a word that begins like this, at most `batas`. */
  async berawalan(awal: string, batas: number): Promise<number[]> {
    return (await this.indeks.ambil()).berawalan(awal, batas);
  }
}

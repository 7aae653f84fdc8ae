import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { jendelaTahun, sqlTahunJendela, tahunJendela } from '../setelan/jendela.js';
import { SetelanService } from '../setelan/setelan.service.js';
import { type MasaPenilaian, type TahunPenilaian } from './kegiatan.types.js';
import { type Masa, MasaTertutup } from './masa-tertutup.js';

/** To which year of assessment activities belong, and whether they still count for it. */
@Injectable()
export class MasaKegiatanService {
  constructor(
    private readonly setelan: SetelanService,
    private readonly clock: Clock,
    private readonly terdaftar: MasaTertutup,
  ) {}

  /** The year of assessment to whose window today belongs. */
  async berjalan(): Promise<TahunPenilaian> {
    const { jendelaMulai } = await this.setelan.baca();
    return this.tahun(tahunJendela(jendelaMulai, this.hari()));
  }

  /** A year of assessment with its window. */
  async tahun(tahun: number): Promise<TahunPenilaian> {
    const { jendelaMulai } = await this.setelan.baca();
    return { tahun, ...jendelaTahun(jendelaMulai, tahun) };
  }

  /**
   * The year that an activity counts for by its last day: of a closed period as it was closed, else by the office's window.
   * @param selesai 'YYYY-MM-DD'; null: no day yet, null comes back
   */
  async untuk(selesai: string | null): Promise<MasaPenilaian | null> {
    if (selesai === null) return null;
    const ditutup = (await this.tertutup()).find((m) => m.mulai <= selesai && selesai <= m.akhir);
    if (ditutup) return { ...ditutup, keadaan: 'ditutup' };
    const { jendelaMulai } = await this.setelan.baca();
    const masa = await this.tahun(tahunJendela(jendelaMulai, selesai));
    return { ...masa, keadaan: masa.akhir < this.hari() ? 'lewat' : 'berjalan' };
  }

  /** The windows of the closed years. */
  tertutup(): Promise<Masa[]> {
    return this.terdaftar.ambil();
  }

  /** SQL: the year of a report `k`. One without a day is still being written: it stands in the year that runs. */
  async kolomTahun(): Promise<string> {
    const { jendelaMulai } = await this.setelan.baca();
    return sqlTahunJendela(jendelaMulai, `COALESCE(k.tanggal_selesai, k.tanggal_mulai, DATE '${this.hari()}')`);
  }

  private hari(): string {
    return tanggalWib(this.clock.sekarang());
  }
}

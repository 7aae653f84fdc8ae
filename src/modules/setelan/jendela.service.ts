import { Injectable } from '@nestjs/common';
import { type Jendela, jendelaTahun, tahunBerjalan } from './jendela.js';
import { SetelanService } from './setelan.service.js';

/**
 * The window of a year for every module. A year that is assessed keeps the window it was made with, whatever the office
 * sets later. Scoring keeps those, comes last in the order of modules and registers itself here; other years, and where
 * scoring is not loaded, have the window that is set.
 */
@Injectable()
export class JendelaService {
  private tersimpan: (tahun: number) => Promise<Jendela | null> = () => Promise.resolve(null);

  constructor(private readonly setelan: SetelanService) {}

  daftarkan(tersimpan: (tahun: number) => Promise<Jendela | null>): void {
    this.tersimpan = tersimpan;
  }

  async untuk(tahun: number): Promise<Jendela> {
    return (await this.tersimpan(tahun)) ?? jendelaTahun((await this.setelan.baca()).jendelaMulai, tahun);
  }

  /** The year of assessment that runs at an instant. */
  async berjalan(saat: Date): Promise<number> {
    return tahunBerjalan((await this.setelan.baca()).jendelaMulai, saat);
  }
}

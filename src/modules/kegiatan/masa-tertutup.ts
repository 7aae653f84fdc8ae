import { Injectable, Module } from '@nestjs/common';

/** The window of a closed year, both ends included, 'YYYY-MM-DD'. */
export interface Masa {
  tahun: number;
  mulai: string;
  akhir: string;
}

/**
 * The windows of the years of assessment that are closed: an activity in one of them is not counted any more, and an OPD's
 * word on it changes nothing, so it is no longer asked for. Scoring comes after the activities in the order of modules and
 * registers itself here; where it is not loaded no year is closed.
 */
@Injectable()
export class MasaTertutup {
  private baca: () => Promise<Masa[]> = () => Promise.resolve([]);

  daftarkan(baca: () => Promise<Masa[]>): void {
    this.baca = baca;
  }

  ambil(): Promise<Masa[]> {
    return this.baca();
  }
}

/** Alone in its module, so that scoring need not load the activities to say which years are closed. */
@Module({ providers: [MasaTertutup], exports: [MasaTertutup] })
export class MasaTertutupModule {}

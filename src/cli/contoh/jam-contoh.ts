import { Clock } from '../../common/clock.js';
import { type HariLibur, isHariKerja } from '../../common/hari-kerja.js';
import { awalHariWib, tambahHari } from '../../common/tanggal.js';

/** A clock that a story of the demonstration puts to the hours in which people would have done what it tells. */
export class JamContoh extends Clock {
  private saat: Date;

  /** @param hari 'YYYY-MM-DD' */
  constructor(hari: string) {
    super();
    this.saat = awalHariWib(hari);
  }

  override sekarang(): Date {
    return this.saat;
  }

  /** @param jam hour in Jakarta, '09:10' */
  berdiri(hari: string, jam: string): void {
    const [j = 0, m = 0] = jam.split(':').map(Number);
    this.saat = new Date(awalHariWib(hari).getTime() + (j * 60 + m) * 60_000);
  }
}

/** The day itself, or the nearest one before (`-1`) or after it that is none of a weekend. */
export function hariKerja(hari: string, arah: 1 | -1): string {
  const ke = new Date(`${hari}T00:00:00Z`).getUTCDay();
  return ke === 0 || ke === 6 ? hariKerja(tambahHari(hari, arah), arah) : hari;
}

/** The n-th day before `hari` on which an office works; n is 1 or more. */
export function hariKerjaLalu(hari: string, n: number, libur: HariLibur): string {
  let lalu = hari;
  for (let sisa = n; sisa > 0;) {
    lalu = tambahHari(lalu, -1);
    if (isHariKerja(lalu, libur)) sisa--;
  }
  return lalu;
}

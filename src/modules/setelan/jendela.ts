import { tambahHari, tambahTahun, tanggalWib } from '../../common/tanggal.js';

/** The span of days whose activities count for a year; both ends belong to it. */
export interface Jendela {
  mulai: string;
  akhir: string;
}

/**
 * The window of a year of assessment: twelve months from the set day (by default 1 December of the year before to 30
 * November). A window that starts on 1 January is the calendar year itself.
 * @param jendelaMulai first day as `MM-DD`, never 29 February
 */
export function jendelaTahun(jendelaMulai: string, tahun: number): Jendela {
  const mulai = `${jendelaMulai === '01-01' ? tahun : tahun - 1}-${jendelaMulai}`;
  return { mulai, akhir: tambahHari(tambahTahun(mulai, 1), -1) };
}

/** The year of assessment to whose window a day belongs. */
export function tahunJendela(jendelaMulai: string, hari: string): number {
  const tahun = Number(hari.slice(0, 4));
  return hari <= jendelaTahun(jendelaMulai, tahun).akhir ? tahun : tahun + 1;
}

/**
 * SQL of `tahunJendela`: the year of assessment of a day.
 * @param hari SQL of a day; it is repeated
 */
export function sqlTahunJendela(jendelaMulai: string, hari: string): string {
  if (!/^\d{2}-\d{2}$/.test(jendelaMulai)) throw new Error(`No first day of a window: ${jendelaMulai}`);
  return jendelaMulai === '01-01'
    ? `YEAR(${hari})`
    : `(YEAR(${hari}) + (DATE_FORMAT(${hari}, '%m-%d') >= '${jendelaMulai}'))`;
}

/** The year of assessment that runs at an instant: in December, by the default window, that of the next calendar year. */
export function tahunBerjalan(jendelaMulai: string, saat: Date): number {
  return tahunJendela(jendelaMulai, tanggalWib(saat));
}

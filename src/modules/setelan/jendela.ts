import { awalHariWib, tambahHari, tambahTahun, tanggalWib } from '../../common/tanggal.js';

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

/** From so many days before the end of the window the yearly report of an ormas is asked for and taken. */
export const HARI_LAPORAN_TAHUNAN = 60;

/** When the yearly report of an ormas is sent; both days belong to it. */
export interface MasaLaporanTahunan {
  /** First day on which it is taken. */
  buka: string;
  /** Last day on which it is on time. */
  batas: string;
}

/**
 * The one rule on when the yearly report of a year is sent: from `HARI_LAPORAN_TAHUNAN` days before the end of its window
 * until the window's last day, which is on time (EFS2). A later one is still taken, and is late.
 */
export function masaLaporanTahunan({ akhir }: Pick<Jendela, 'akhir'>): MasaLaporanTahunan {
  return { buka: tambahHari(akhir, -HARI_LAPORAN_TAHUNAN), batas: akhir };
}

/** The instant from which a yearly report is late: 00.00 WIB of the day after the window. */
export function laporanTahunanTerlambatSejak(jendela: Pick<Jendela, 'akhir'>): Date {
  return awalHariWib(tambahHari(masaLaporanTahunan(jendela).batas, 1));
}

/** What a yearly report sent at an instant is: not taken yet, on time, or late. */
export function ketepatanLaporanTahunan(
  jendela: Pick<Jendela, 'akhir'>,
  saat: Date,
): 'belum-dibuka' | 'tepat' | 'terlambat' {
  if (tanggalWib(saat) < masaLaporanTahunan(jendela).buka) return 'belum-dibuka';
  return saat < laporanTahunanTerlambatSejak(jendela) ? 'tepat' : 'terlambat';
}

import { angka, desimal, jam, tanggal } from '../../../common/format.js';
import { type Rerata } from '../../penilaian/penilaian.types.js';
import { selisihHari, tanggalWib } from '../../../common/tanggal.js';

/** Whole days of the Jakarta calendar from an instant until now. */
export function hariSejak(sejak: Date, kini: Date): number {
  return Math.max(0, selisihHari(tanggalWib(sejak), tanggalWib(kini)));
}

/** `paling lama menunggu 6 hari`, `menunggu sejak kemarin`, `masuk hari ini`; nothing when nothing waits. */
export function kataMenunggu(sejak: Date | null, kini: Date): string | undefined {
  if (sejak === null) return undefined;
  const hari = hariSejak(sejak, kini);
  if (hari === 0) return 'masuk hari ini';
  return hari === 1 ? 'menunggu sejak kemarin' : `paling lama menunggu ${angka(hari)} hari`;
}

/** `12 hari`, `1 hari`, `hari ini`: the length of a wait, for a column of its own. */
export function kataLama(sejak: Date | null, kini: Date): string {
  if (sejak === null) return '';
  const hari = hariSejak(sejak, kini);
  return hari === 0 ? 'hari ini' : `${angka(hari)} hari`;
}

/** `6 hari lalu`, `kemarin`, `hari ini`. */
export function kataLalu(sejak: Date, kini: Date): string {
  const hari = hariSejak(sejak, kini);
  return hari === 0 ? 'hari ini' : hari === 1 ? 'kemarin' : `${angka(hari)} hari lalu`;
}

/** `dalam 30 hari (3 Mei 2026)`, `besok`, `hari ini`. @param sampai, hari 'YYYY-MM-DD', `sampai` not earlier */
export function kataDalam(sampai: string, hari: string): string {
  const sisa = selisihHari(hari, sampai);
  if (sisa === 0) return 'hari ini';
  return sisa === 1 ? 'besok' : `dalam ${angka(sisa)} hari (${tanggal(sampai)})`;
}

/** `lewat 12 hari`, `lewat 14 bulan`, `lewat 3 tahun`: how long a day has gone by. @param lalu, hari 'YYYY-MM-DD', `lalu` earlier */
export function kataLewat(lalu: string, hari: string): string {
  const n = selisihHari(lalu, hari);
  if (n < 60) return `lewat ${angka(n)} hari`;
  const [y, m, d] = lalu.split('-').map(Number) as [number, number, number];
  const [ky, km, kd] = hari.split('-').map(Number) as [number, number, number];
  const bulan = (ky - y) * 12 + km - m - (kd < d ? 1 : 0);
  return bulan < 24 ? `lewat ${angka(bulan)} bulan` : `lewat ${angka(Math.floor(bulan / 12))} tahun`;
}

/** The greeting of the hour in Jakarta. */
export function salam(kini: Date): string {
  const pukul = Number(jam(kini).slice(0, 2));
  return `Selamat ${pukul < 4 ? 'malam' : pukul < 11 ? 'pagi' : pukul < 15 ? 'siang' : pukul < 18 ? 'sore' : 'malam'}`;
}

/** `74 dari 120 ormas (62%)`: a part of the whole with its share; a mean stands on `n` of so many. */
export function dariOrmas(n: number, jumlah: number): string {
  const bagian = jumlah === 0 ? '' : ` (${desimal((n / jumlah) * 100, 0)}%)`;
  return `${angka(n)} dari ${angka(jumlah)} ormas${bagian}`;
}

/**
 * What must always stand beside a mean: how many scores it is made of, of how many that were assessed, their coverage,
 * and when that was.
 */
export function kataRerata(iko: Rerata, dihitungPada: Date): string {
  const cakupan = iko.cakupan === null ? '' : `, cakupan rata-rata ${desimal(iko.cakupan)}%`;
  return `n = ${dariOrmas(iko.n, iko.populasi)} yang dinilai${cakupan}; klaster dan jumlah ormas menurut perhitungan ${tanggal(dihitungPada)}`;
}

import Big from 'big.js';
import { awalHariWib, tanggalSah, tanggalWib } from './tanggal.js';

// How id-ID writes dates and figures. The calendar itself (Asia/Jakarta) is in tanggal.ts; nothing here rounds twice.

const BULAN = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];
const BULAN_RINGKAS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];
const HARI = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

/** A number as the portal stores it: exact text such as `'68.75'`, or a safe JavaScript number. */
export type Bilangan = string | number | bigint | Big;
/** A date without time (`'YYYY-MM-DD'`) or an instant. */
export type Waktu = string | Date;

interface Bagian {
  tahun: number;
  bulan: number;
  hari: number;
}

function hariWib(saat: Date): string {
  if (Number.isNaN(saat.getTime())) throw new TypeError('Not a valid instant');
  return tanggalWib(saat);
}

function bagian(waktu: Waktu): Bagian {
  const teks = waktu instanceof Date ? hariWib(waktu) : waktu;
  if (!tanggalSah(teks)) throw new TypeError(`Not a date 'YYYY-MM-DD': ${String(teks)}`);
  const [tahun = 0, bulan = 0, hari = 0] = teks.split('-').map(Number);
  return { tahun, bulan, hari };
}

const namaBulan = (b: Bagian, daftar = BULAN): string => daftar[b.bulan - 1] ?? '';

/** `5 Desember 2026`; instants are read on the Jakarta calendar. @throws TypeError on an impossible date */
export function tanggal(waktu: Waktu): string {
  const b = bagian(waktu);
  return `${b.hari} ${namaBulan(b)} ${b.tahun}`;
}

/** `5 Des 2026`, for narrow table columns. @throws TypeError on an impossible date */
export function tanggalRingkas(waktu: Waktu): string {
  const b = bagian(waktu);
  return `${b.hari} ${namaBulan(b, BULAN_RINGKAS)} ${b.tahun}`;
}

/** `Sabtu, 5 Desember 2026`. @throws TypeError on an impossible date */
export function hariTanggal(waktu: Waktu): string {
  const b = bagian(waktu);
  const hari = new Date(Date.UTC(b.tahun, b.bulan - 1, b.hari)).getUTCDay();
  return `${HARI[hari] ?? ''}, ${tanggal(waktu)}`;
}

/** `Desember 2026`. @throws TypeError on an impossible date */
export function bulanTahun(waktu: Waktu): string {
  const b = bagian(waktu);
  return `${namaBulan(b)} ${b.tahun}`;
}

/** `14.05 WIB`: the office clock at an instant. @throws TypeError when the instant is invalid */
export function jam(saat: Date): string {
  const menit = Math.floor((saat.getTime() - awalHariWib(hariWib(saat)).getTime()) / 60_000);
  const dua = (n: number): string => String(n).padStart(2, '0');
  return `${dua(Math.floor(menit / 60))}.${dua(menit % 60)} WIB`;
}

/** `5 Desember 2026, 14.05 WIB`. @throws TypeError when the instant is invalid */
export function tanggalJam(saat: Date): string {
  return `${tanggal(saat)}, ${jam(saat)}`;
}

/**
 * A span of days with nothing said twice: `5 Desember 2026`, `1–5 Desember 2026`, `28 Juni–2 Juli 2026`,
 * `30 Desember 2026–2 Januari 2027`.
 * @throws TypeError on an impossible date
 */
export function rentangTanggal(dari: Waktu, sampai: Waktu): string {
  const a = bagian(dari);
  const b = bagian(sampai);
  if (a.tahun !== b.tahun) return `${tanggal(dari)}–${tanggal(sampai)}`;
  if (a.bulan !== b.bulan) return `${a.hari} ${namaBulan(a)}–${tanggal(sampai)}`;
  return a.hari === b.hari ? tanggal(dari) : `${a.hari}–${tanggal(sampai)}`;
}

function kelompokkan(teks: string): string {
  const [bulat = '', pecahan] = teks.replace('-', '').split('.');
  const ribuan = bulat.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return `${teks.startsWith('-') ? '-' : ''}${ribuan}${pecahan === undefined ? '' : `,${pecahan}`}`;
}

const keBig = (n: Bilangan): Big => new Big(typeof n === 'bigint' ? n.toString() : n);

/** `10.000`, `68,75`: the figure as given, no rounding, no padding. @throws Error on what is no number */
export function angka(n: Bilangan): string {
  return kelompokkan(keBig(n).toFixed());
}

/**
 * `68,75`: always with the same number of decimals, half up, so that columns align.
 * @param digit decimals, 0–10; 2 unless told
 * @throws Error on what is no number
 */
export function desimal(n: Bilangan, digit = 2): string {
  return kelompokkan(keBig(n).toFixed(digit, Big.roundHalfUp));
}

/** `Rp1.250.000,00`; below zero `-Rp500,00`. @throws Error on what is no number */
export function rupiah(n: Bilangan): string {
  const teks = desimal(n);
  return teks.startsWith('-') ? `-Rp${teks.slice(1)}` : `Rp${teks}`;
}

/** `94%`, `35,71%`: a figure that is already per hundred, as given. @throws Error on what is no number */
export function persen(n: Bilangan): string {
  return `${angka(n)}%`;
}

const satuDesimal = (n: number): string => desimal(n, 1).replace(/,0$/, '');

/** `340 kB`, `1,2 MB`: a file size from bytes (1 kB = 1.000 bytes), at most one decimal, from MB up. */
export function ukuranBerkas(bita: number): string {
  if (bita < 1000) return `${angka(bita)} bita`;
  if (bita < 999_500) return `${desimal(bita / 1000, 0)} kB`;
  if (bita < 999_950_000) return `${satuDesimal(bita / 1e6)} MB`;
  return `${satuDesimal(bita / 1e9)} GB`;
}

/**
 * `19600910 198003 1 003`: a civil servant's number in its official groups 8-6-1-3.
 * @throws TypeError unless there are exactly 18 digits (spaces and dots are ignored)
 */
export function nip(teks: string): string {
  const d = teks.replace(/[\s.]/g, '');
  if (!/^\d{18}$/.test(d)) throw new TypeError('NIP must have 18 digits');
  return `${d.slice(0, 8)} ${d.slice(8, 14)} ${d.slice(14, 15)} ${d.slice(15)}`;
}

/** `sekitar 20 detik lagi`, `sekitar 3 menit lagi`: the rest of a long work, from seconds, never falsely exact. */
export function sisaWaktu(detik: number): string {
  if (detik < 5) return 'beberapa detik lagi';
  if (detik < 90) return `sekitar ${Math.ceil(detik / 5) * 5} detik lagi`;
  if (detik < 5400) return `sekitar ${Math.round(detik / 60)} menit lagi`;
  return `sekitar ${Math.round(detik / 3600)} jam lagi`;
}

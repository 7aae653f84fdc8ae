import { IsIn, Matches, MaxLength, ValidateBy } from 'class-validator';
import { type GalatIsian } from '../../../common/domain-error.js';
import { tanggalSah } from '../../../common/tanggal.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { ISIAN_KOSONG, type IsianKegiatan } from '../kegiatan.types.js';

const ORANG = /^(\d{1,6}|\d{1,3}(\.\d{3}))?$/;
const UANG = /^(?:Rp\.?\s*)?(\d{1,12}|\d{1,3}(\.\d{3}){1,3})(,(\d{1,2}|-))?$|^$/i;
const ID = /^\d{0,9}$/;
const PESAN_ORANG = 'Isi dengan jumlah orang, misalnya 25, atau kosongkan.';
const PESAN_PILIH = 'Pilih salah satu dari daftar.';

/** An empty text, or a day that exists. */
const TanggalAtauKosong = (): PropertyDecorator =>
  ValidateBy({
    name: 'tanggalAtauKosong',
    validator: {
      validate: (v: unknown) => v === '' || (typeof v === 'string' && tanggalSah(v)),
      defaultMessage: () => 'Isi dengan tanggal yang ada, misalnya 5 Desember 2026 ditulis 05/12/2026.',
    },
  });

/** The form of a report: every field as text, since a draft may be as unfinished as its writer likes. */
export class IsianKegiatanDto implements Record<keyof IsianKegiatan, string> {
  @MaxLength(200, { message: 'Nama kegiatan paling banyak 200 huruf.' })
  judul: string;

  @MaxLength(5000, { message: 'Uraian paling banyak 5.000 huruf.' })
  uraian: string;

  @TanggalAtauKosong()
  tanggalMulai: string;

  @TanggalAtauKosong()
  tanggalSelesai: string;

  @MaxLength(200, { message: 'Tempat paling banyak 200 huruf.' })
  tempat: string;

  @Matches(ID, { message: PESAN_PILIH })
  kelurahanId: string;

  @Matches(ID, { message: PESAN_PILIH })
  bidangId: string;

  @Matches(ID, { message: PESAN_PILIH })
  programKerjaId: string;

  @Matches(ORANG, { message: PESAN_ORANG })
  pesertaLaki: string;

  @Matches(ORANG, { message: PESAN_ORANG })
  pesertaPerempuan: string;

  @Matches(ORANG, { message: PESAN_ORANG })
  pesertaAnak: string;

  @Matches(ORANG, { message: PESAN_ORANG })
  pesertaPemuda: string;

  @Matches(ORANG, { message: PESAN_ORANG })
  pesertaLansia: string;

  @Matches(ORANG, { message: PESAN_ORANG })
  pesertaDifabel: string;

  @Matches(UANG, { message: 'Isi dengan jumlah rupiah, misalnya 1.250.000, atau kosongkan.' })
  realisasi: string;

  @Matches(ID, { message: PESAN_PILIH })
  bersamaOpdId: string;
}

/** The officer's decision on a report. Whether remarks are needed depends on the decision; the service says so. */
export class KeputusanDto {
  @IsIn(['verifikasi', 'kembalikan', 'tolak'], { message: 'Pilih keputusan Anda.' })
  keputusan: 'verifikasi' | 'kembalikan' | 'tolak';

  @MaxLength(1000, { message: 'Catatan paling banyak 1.000 huruf.' })
  catatan: string;
}

export class ProgramDto {
  @Matches(/^20\d\d$/, { message: 'Isi dengan tahun, misalnya 2026.' })
  tahun: string;

  @Matches(/\S/, { message: 'Isi nama program.' })
  @MaxLength(200, { message: 'Nama program paling banyak 200 huruf.' })
  nama: string;

  @Matches(ORANG, { message: PESAN_ORANG })
  targetPenerima: string;

  @Matches(UANG, { message: 'Isi dengan jumlah rupiah, misalnya 1.250.000, atau kosongkan.' })
  anggaran: string;
}

export class LaporanTahunanDto {
  @Matches(/^20\d\d$/, { message: 'Pilih tahun laporan.' })
  tahunLaporan: string;

  @MaxLength(10_000, { message: 'Ringkasan paling banyak 10.000 huruf.' })
  ringkasan: string;
}

/** Every named field of a form as trimmed text; what is missing or no text becomes `''`. */
export function teksIsian<K extends string>(isi: unknown, nama: readonly K[]): Record<K, string> {
  const asal = (isi ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    nama.map((n) => [n, typeof asal[n] === 'string' ? asal[n].replace(/\r\n?/g, '\n').trim() : '']),
  ) as Record<K, string>;
}

/** `05/12/2026` and `5-12-2026` as `2026-12-05`; everything else as it stands. Browsers with a date picker send the latter. */
function tanggalDiketik(teks: string): string {
  const t = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(teks);
  return t ? `${t[3]}-${(t[2] ?? '').padStart(2, '0')}-${(t[1] ?? '').padStart(2, '0')}` : teks;
}

/** `1.250.000,50`, also as pages write it (`Rp1.250.000,50`), as `1250000.50`; null when empty. @param teks as the DTO has let it pass */
export function rupiahDariTeks(teks: string): string | null {
  const angka = teks.replace(/^Rp\.?\s*/i, '').replace(/,-$/, '');
  return angka === '' ? null : angka.replace(/\./g, '').replace(',', '.');
}

/** `1.250` as 1250; null when empty. @param teks as the DTO has let it pass */
export function bulatDariTeks(teks: string): number | null {
  return teks === '' ? null : Number(teks.replace(/\./g, ''));
}

/** A report out of a form: what could be read, what could not, and everything as it was typed. */
export interface HasilUrai {
  isian: IsianKegiatan;
  galat: GalatIsian[];
  mentah: Record<keyof IsianKegiatan, string>;
}

export const BIDANG_ISIAN = Object.keys(ISIAN_KOSONG) as (keyof IsianKegiatan)[];

/**
 * Reads the form of a report. A field that is wrong keeps the value of `dasar` (what is stored), so that the rest can be
 * kept. A single day may be given as the first day alone.
 */
export async function uraiIsian(isi: unknown, dasar: IsianKegiatan): Promise<HasilUrai> {
  const mentah = teksIsian(isi, BIDANG_ISIAN);
  mentah.tanggalMulai = tanggalDiketik(mentah.tanggalMulai);
  mentah.tanggalSelesai = tanggalDiketik(mentah.tanggalSelesai);
  const hasil = await periksaIsian(IsianKegiatanDto, mentah);
  const galat = hasil.ok ? [] : hasil.galat;
  const salah = new Set(galat.map((g) => g.bidang));
  const isian: IsianKegiatan = { ...dasar };
  const pasang = <K extends keyof IsianKegiatan>(bidang: K, baca: (teks: string) => IsianKegiatan[K]) => {
    if (!salah.has(bidang)) isian[bidang] = baca(mentah[bidang]);
  };
  for (const b of ['judul', 'uraian', 'tempat'] as const) pasang(b, (t) => t);
  for (const b of ['tanggalMulai', 'tanggalSelesai'] as const) pasang(b, (t) => t || null);
  for (const b of ['kelurahanId', 'bidangId', 'programKerjaId', 'bersamaOpdId'] as const) pasang(b, bulatDariTeks);
  for (const b of [
    'pesertaLaki',
    'pesertaPerempuan',
    'pesertaAnak',
    'pesertaPemuda',
    'pesertaLansia',
    'pesertaDifabel',
  ] as const) {
    pasang(b, bulatDariTeks);
  }
  pasang('realisasi', rupiahDariTeks);
  if (!mentah.tanggalSelesai && !salah.has('tanggalMulai')) isian.tanggalSelesai = isian.tanggalMulai;
  return { isian, galat, mentah };
}

/** A stored report as the form shows it. */
export function mentahDari(i: IsianKegiatan): Record<keyof IsianKegiatan, string> {
  const hasil = Object.fromEntries(BIDANG_ISIAN.map((b) => [b, i[b] === null ? '' : String(i[b])])) as Record<
    keyof IsianKegiatan,
    string
  >;
  // One day is written as the first day alone: a form that filled in the second would contradict the next first day.
  if (i.tanggalSelesai === i.tanggalMulai) hasil.tanggalSelesai = '';
  if (i.realisasi !== null) {
    const [bulat = '', pecahan = ''] = i.realisasi.split('.');
    const ribuan = bulat.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
    hasil.realisasi = /^0*$/.test(pecahan) ? ribuan : `${ribuan},${pecahan}`;
  }
  return hasil;
}

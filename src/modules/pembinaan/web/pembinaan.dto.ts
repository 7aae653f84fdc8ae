import { IsIn, MaxLength } from 'class-validator';
import { type Request } from 'express';
import { type GalatIsian } from '../../../common/domain-error.js';
import { teksFormulir } from '../../../infra/http/teks-formulir.js';
import { type HasilTerima } from '../../berkas/penerima-unggahan.js';
import { JENIS_PEMBINAAN, type JenisPembinaan } from '../../ormas/ormas.types.js';
import { type IsianPembinaan, SARING_KEADAAN, type SaringanPembinaan } from '../pembinaan.types.js';
import { type PilihanDaftar } from '../daftar-pembinaan.service.js';

const NAMA = ['jenis', 'tanggal', 'sampai', 'nomor', 'tanggalSurat', 'dasar', 'keterangan', 'alasan', 'versi'] as const;
const HARI = ['tanggal', 'sampai', 'tanggalSurat'] as const;

/** The form as it was typed. */
export type KetikanPembinaan = Record<(typeof NAMA)[number], string>;

/** What is typed of a row; which of it a kind needs, and what days may be, the rules of the log say. */
export class PembinaanDto {
  @IsIn(JENIS_PEMBINAAN, { message: 'Pilih jenisnya.' })
  jenis: JenisPembinaan;

  @MaxLength(120, { message: 'Nomor surat paling panjang 120 huruf.' })
  nomor: string;

  @MaxLength(200, { message: 'Dasar paling panjang 200 huruf.' })
  dasar: string;

  @MaxLength(500, { message: 'Keterangan paling panjang 500 huruf.' })
  keterangan: string;

  @MaxLength(300, { message: 'Alasan paling panjang 300 huruf.' })
  alasan: string;
}

/** The fields of the form as text. */
export const ketikanPembinaan = (isi: unknown): KetikanPembinaan => teksFormulir(isi, NAMA, HARI);

const atauNull = (teks: string): string | null => (teks === '' ? null : teks);

/** What was typed as a row; `jenis` was checked. */
export const isianDari = (k: KetikanPembinaan): IsianPembinaan => ({
  ...{ jenis: k.jenis as JenisPembinaan, tanggal: k.tanggal, sampai: atauNull(k.sampai), nomor: atauNull(k.nomor) },
  ...{ tanggalSurat: atauNull(k.tanggalSurat), dasar: k.dasar, keterangan: k.keterangan },
});

/** A row as the form of its correction shows it first. */
export const ketikanDari = (b: IsianPembinaan & { versi: number }): KetikanPembinaan => ({
  ...{ jenis: b.jenis, tanggal: b.tanggal, sampai: b.sampai ?? '', nomor: b.nomor ?? '', dasar: b.dasar },
  ...{ tanggalSurat: b.tanggalSurat ?? '', keterangan: b.keterangan, alasan: '', versi: String(b.versi) },
});

/** That the chosen files are still to be sent: a browser does not choose them again by itself. */
export function berkasDipilihLagi(req: Request, bidang: string): GalatIsian[] {
  const nama = (req.unggahan ?? []).filter((u) => u.bidang === bidang).map((u) => `“${u.nama}”`);
  return nama.length === 0
    ? []
    : [{ bidang, pesan: `Belum ada yang disimpan. Pilih lagi ${nama.join(', ')} setelah isian lain diperbaiki.` }];
}

/** Why files were not taken, and that the others of the same form are to be chosen again. */
export function galatBerkas({ galat, diterima }: HasilTerima<string>): GalatIsian[] {
  const [pertama] = galat;
  if (!pertama || diterima.length === 0) return galat;
  const lagi = diterima.map((d) => `“${d.siap.nama}”`).join(', ');
  return [...galat, { bidang: pertama.bidang, pesan: `Pilih lagi juga ${lagi}.` }];
}

/** Choices out of the address; what is no choice narrows nothing. */
export function bacaSaringanPembinaan(k: Record<string, unknown>, p: PilihanDaftar): SaringanPembinaan {
  const kode = (nilai: unknown, dari: readonly { kode: string }[]): string =>
    dari.find((d) => d.kode === nilai)?.kode ?? '';
  return {
    cari: typeof k.cari === 'string' ? k.cari.trim().slice(0, 100) : '',
    jenis: JENIS_PEMBINAAN.find((j) => j === k.jenis) ?? '',
    keadaan: SARING_KEADAAN.find((j) => j === k.keadaan) ?? '',
    tahun: p.tahun.find((t) => t === k.tahun) ?? '',
    bidang: kode(k.bidang, p.bidang),
    opd: k.opd === 'belum' ? 'belum' : kode(k.opd, p.opd),
  };
}

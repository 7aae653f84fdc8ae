import type { KamusWilayah } from '../../wilayah/nama-wilayah.js';
import type { BentukOrmas } from '../ormas.types.js';
import type { KamusBidang } from './bidang.js';
import type { Lembar } from './csv.js';
import type { KunciGanda } from './pencocok-ganda.js';
import type { TataLetak } from './tata-letak.js';

/** One organisation as a register line tells it, every value in the form in which it is stored. */
export interface BarisRegister {
  /** The line of the file on which the record starts. */
  baris: number;
  nama: string;
  bentuk: BentukOrmas;
  dasarHukumNomor: string | null;
  /** A second legal basis (the city's own decision beside the Ministry's). */
  dasarHukumLain: string | null;
  /** All dates are `'YYYY-MM-DD'`. */
  dasarHukumTanggal: string | null;
  aktaNomor: string | null;
  aktaTanggal: string | null;
  /** At most 40 characters. */
  singkatan: string | null;
  /** 15 or 16 digits. */
  npwp: string | null;
  alamat: string;
  rt: string | null;
  rw: string | null;
  /** Official spelling; null only when `luarDomisili`. */
  kelurahan: string | null;
  kecamatan: string | null;
  luarDomisili: boolean;
  /** null: the cluster is not decided yet, an officer does it. */
  bidangKode: string | null;
  bidangTeks: string | null;
  sumberDana: string | null;
  jumlahAnggota: number | null;
  ketua: string | null;
  sekretaris: string | null;
  bendahara: string | null;
  bendahara2: string | null;
  /** National form `0…`, 10 to 14 digits. */
  telepon: string | null;
  surel: string | null;
  terdaftarPada: string | null;
  nomorSkko: string | null;
  nomorReg: string | null;
  berlakuSkko: string | null;
}

/** What a register is read against: names, and today ('YYYY-MM-DD'). */
export interface Rujukan {
  hariIni: string;
  wilayah: KamusWilayah;
  bidang: KamusBidang;
}

/** Something about a line that was taken which an officer should know; `kolom` is the heading as in the file. */
export interface Catatan {
  baris: number;
  kolom: string;
  pesan: string;
}

/** A line that will be stored, with the keys under which its repetitions are found. */
export interface BarisDiterima extends BarisRegister {
  kunci: KunciGanda;
}

/** Every number of a line is the line of the file on which the record starts; the first line of the file is 1. */
export interface HasilBaca {
  tataLetak: TataLetak;
  sandi: Lembar['sandi'];
  /** Records with content below the heading: taken, repeated and rejected together. */
  baris: number;
  diterima: BarisDiterima[];
  /** `kembaran`: the line that is repeated; `ormasId`: the ormas of the register. */
  ganda: { baris: number; sebab: string; kembaran: number | null; ormasId: number | null }[];
  ditolak: { baris: number; alasan: string }[];
  catatan: Catatan[];
}

/** What `portal impor` prints: how many lines, how many taken, which repeat, which are rejected and why. */
export interface Ringkasan {
  baris: number;
  diterima: number;
  ganda: number[];
  ditolak: Record<string, string>;
}

import { rapatkan } from '../../../common/normalisasi.js';

/** One field of activity of the reference data. */
export interface RujukanBidang {
  kode: string;
  nama: string;
}

/**
 * Other names of a field, as other cities and older lists write them. Only names that can mean one field: "Seni,
 * Budaya dan Olahraga" is left to an officer.
 */
const PADANAN: Readonly<Record<string, readonly string[]>> = {
  keagamaan: ['Agama', 'Keagamaan dan Kepercayaan', 'Kerohanian', 'Dakwah'],
  pendidikan: ['Pendidikan dan Pemberdayaan SDM', 'Literasi', 'Pendidikan dan Pelatihan'],
  kesehatan: ['Kesehatan Masyarakat'],
  ketenagakerjaan: ['Tenaga Kerja', 'Perburuhan', 'Profesi dan Keahlian', 'Profesi'],
  lingkungan: ['Lingkungan', 'Lingkungan Hidup dan Kebencanaan', 'Lingkungan Hidup dan Kehutanan'],
  'seni-budaya': ['Seni', 'Budaya', 'Kebudayaan', 'Kesenian', 'Seni & Budaya', 'Seni Budaya', 'Adat dan Budaya'],
  sosial: [
    'Sosial',
    'Kemanusiaan',
    'Sosial dan Kemanusiaan',
    'Sosial Kemasyarakatan',
    'Sosial, Kemanusiaan dan Kemasyarakatan',
  ],
  'pemuda-olahraga': ['Pemuda', 'Kepemudaan', 'Olahraga', 'Pemuda dan Olahraga', 'Kepemudaan & Olahraga'],
  'perempuan-anak': [
    'Perempuan',
    'Perempuan dan Anak',
    'Pemberdayaan Perempuan',
    'Perlindungan Anak',
    'PP dan PA',
    'PPPA',
    'Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga',
  ],
  kebangsaan: ['Demokrasi', 'Kebangsaan', 'Kebangsaan dan Bela Negara', 'Bela Negara', 'Wawasan Kebangsaan'],
  hukum: ['Hukum', 'Hukum dan HAM', 'Advokasi', 'Hukum, HAM dan Advokasi Publik', 'Pemerintahan'],
  ekonomi: [
    'Ekonomi',
    'UKM',
    'UMKM',
    'Koperasi',
    'Ekonomi dan UMKM',
    'Ekonomi dan Koperasi',
    'Ekonomi, Kewirausahaan dan Pemberdayaan Masyarakat',
  ],
  keamanan: ['Keamanan', 'Ketertiban', 'Kamtibmas', 'Keamanan dan Ketertiban Masyarakat'],
};

const kunci = (teks: string): string => rapatkan(teks.replace(/&/g, ' dan ').replace(/^\s*bidang\b/i, ''));

/** Finds a field by its name, its code or a known synonym; blind to case, spaces, punctuation and "Bidang" before it. */
export class KamusBidang {
  private readonly kode = new Map<string, string>();

  /** Synonyms of codes that the reference data does not have are left out. */
  constructor(bidang: readonly RujukanBidang[]) {
    for (const b of bidang) for (const p of PADANAN[b.kode] ?? []) this.kode.set(kunci(p), b.kode);
    // Official names win over synonyms of other fields.
    for (const b of bidang) for (const ejaan of [b.kode, b.nama]) this.kode.set(kunci(ejaan), b.kode);
  }

  /** The code of the field a cell names, or null: the officer decides. */
  cari(teks: string): string | null {
    return this.kode.get(kunci(teks)) ?? null;
  }
}

import { type BentukOrmas, type JenisDokumen } from '../ormas/ormas.types.js';
import { type Bila } from './formulir.types.js';

// The checklist of documents per legal form, as data (Permendagri 57/2017 as cities publish it). A new version gets a
// new number.

export const VERSI_DAFTAR_PERIKSA = '2026-2';

/** Whether a document is asked for: always, under a condition on the answers, or welcome. */
export type Keperluan = 'wajib' | 'boleh' | Bila;

/** One document of the checklist. */
export interface DokumenDiminta {
  kode: string;
  nama: string;
  petunjuk: string;
  /** Per legal form; a form that is not named does not have this document. */
  untuk: Readonly<Partial<Record<BentukOrmas, Keperluan>>>;
  /** What is asked beside the file. */
  nomor: 'wajib' | 'boleh' | 'tidak';
  tanggal: 'wajib' | 'boleh' | 'tidak';
  berlaku: 'wajib' | 'boleh' | 'tidak';
  /**
   * `keduanya`: a scan, or photos of the paper by phone. `dokumen`: only where the original is itself a PDF, signed by
   * who issued it, of which a photo would show less than the applicant has.
   */
  terima: 'dokumen' | 'foto' | 'keduanya';
  /** It identifies a person (KTP, biodata, portrait): readable by the applicant and the examining office only. */
  pribadi: boolean;
  /** The fields of the form that tell the same number and date. */
  isian?: { nomor: string; tanggal: string };
  /** What it becomes in the register. */
  jenis?: JenisDokumen;
}

const semua = (k: Keperluan): DokumenDiminta['untuk'] => ({
  yayasan: k,
  perkumpulan: k,
  'non-badan-hukum': k,
  cabang: k,
});
const tanpaKeterangan = { nomor: 'tidak', tanggal: 'tidak', berlaku: 'tidak' } as const;

/** The documents in the order in which they are asked for. */
export const DAFTAR_PERIKSA: readonly DokumenDiminta[] = [
  {
    kode: 'permohonan',
    nama: 'Surat permohonan',
    petunjuk: 'Ditujukan kepada Kepala Badan, ditandatangani ketua dan sekretaris.',
    untuk: semua('wajib'),
    nomor: 'wajib',
    tanggal: 'wajib',
    berlaku: 'tidak',
    terima: 'keduanya',
    pribadi: false,
  },
  {
    kode: 'pengesahan',
    nama: 'Keputusan pengesahan badan hukum',
    petunjuk: 'Keputusan Menteri Hukum, PDF asli dari AHU Online.',
    untuk: { yayasan: 'wajib', perkumpulan: 'wajib' },
    nomor: 'wajib',
    tanggal: 'wajib',
    berlaku: 'tidak',
    isian: { nomor: 'dasarHukumNomor', tanggal: 'dasarHukumTanggal' },
    terima: 'dokumen',
    pribadi: false,
    jenis: 'dasar-hukum',
  },
  {
    kode: 'skt',
    nama: 'Surat Keterangan Terdaftar (SKT) dari Kementerian Dalam Negeri',
    petunjuk: 'Bila organisasi sudah memilikinya.',
    untuk: { 'non-badan-hukum': 'boleh', cabang: 'boleh' },
    nomor: 'wajib',
    tanggal: 'wajib',
    berlaku: 'wajib',
    terima: 'keduanya',
    pribadi: false,
    jenis: 'dasar-hukum',
  },
  {
    kode: 'akta',
    nama: 'Akta notaris dengan AD atau AD/ART',
    petunjuk: 'Semua halaman.',
    untuk: { yayasan: 'wajib', perkumpulan: 'wajib', 'non-badan-hukum': 'wajib', cabang: 'boleh' },
    nomor: 'wajib',
    tanggal: 'wajib',
    berlaku: 'tidak',
    isian: { nomor: 'aktaNomor', tanggal: 'aktaTanggal' },
    terima: 'keduanya',
    pribadi: false,
    jenis: 'ad-art',
  },
  {
    kode: 'sk-induk',
    nama: 'Pengesahan cabang dari pengurus induk',
    petunjuk: 'Surat keputusan atau mandat dari pengurus ormas induk.',
    untuk: { cabang: 'wajib' },
    nomor: 'wajib',
    tanggal: 'wajib',
    berlaku: 'boleh',
    terima: 'keduanya',
    pribadi: false,
    jenis: 'dasar-hukum',
  },
  {
    kode: 'program',
    nama: 'Program kerja',
    petunjuk: 'Ditandatangani ketua dan sekretaris.',
    untuk: semua('wajib'),
    nomor: 'tidak',
    tanggal: 'boleh',
    berlaku: 'boleh',
    terima: 'keduanya',
    pribadi: false,
    jenis: 'program-kerja',
  },
  {
    kode: 'sk-pengurus',
    nama: 'SK susunan pengurus',
    petunjuk: 'Lengkap dengan lampiran susunan pengurus dan masa baktinya.',
    untuk: semua('wajib'),
    nomor: 'wajib',
    tanggal: 'wajib',
    berlaku: 'wajib',
    terima: 'keduanya',
    pribadi: false,
    jenis: 'sk-pengurus',
  },
  {
    kode: 'biodata',
    nama: 'Biodata ketua, sekretaris, dan bendahara',
    petunjuk: 'Biodata ketiganya bersama-sama.',
    untuk: semua('wajib'),
    ...tanpaKeterangan,
    terima: 'keduanya',
    pribadi: true,
  },
  {
    kode: 'pas-foto',
    nama: 'Pas foto ketua, sekretaris, dan bendahara',
    petunjuk: 'Ukuran 4×6, berwarna, paling lama 3 bulan. Boleh satu gambar untuk ketiganya.',
    untuk: semua('wajib'),
    ...tanpaKeterangan,
    terima: 'keduanya',
    pribadi: true,
  },
  ...(['ketua', 'sekretaris', 'bendahara'] as const).map((j): DokumenDiminta => ({
    kode: `ktp-${j}`,
    nama: `KTP ${j}`,
    petunjuk: 'Foto atau pindaian yang terbaca. Hanya dibaca petugas yang memeriksa; setiap pembacaan tercatat.',
    untuk: semua('wajib'),
    ...tanpaKeterangan,
    terima: 'keduanya',
    pribadi: true,
  })),
  {
    kode: 'domisili',
    nama: 'Surat keterangan domisili',
    petunjuk: 'Dari kelurahan tempat sekretariat.',
    untuk: semua('wajib'),
    nomor: 'wajib',
    tanggal: 'wajib',
    berlaku: 'wajib',
    terima: 'keduanya',
    pribadi: false,
    jenis: 'domisili',
  },
  {
    kode: 'tempat',
    nama: 'Bukti kepemilikan, kontrak, atau izin pakai sekretariat',
    petunjuk: 'Sertifikat, perjanjian sewa, atau surat izin pemilik.',
    untuk: semua('wajib'),
    nomor: 'boleh',
    tanggal: 'boleh',
    berlaku: 'boleh',
    terima: 'keduanya',
    pribadi: false,
  },
  {
    kode: 'foto-kantor',
    nama: 'Foto sekretariat dengan papan nama',
    petunjuk: 'Tampak depan; papan nama terbaca.',
    untuk: semua('wajib'),
    ...tanpaKeterangan,
    terima: 'foto',
    pribadi: false,
  },
  {
    kode: 'npwp',
    nama: 'NPWP organisasi',
    petunjuk: 'Kartu atau surat keterangan NPWP atas nama organisasi.',
    untuk: semua('wajib'),
    ...tanpaKeterangan,
    terima: 'keduanya',
    pribadi: false,
    jenis: 'npwp',
  },
  {
    kode: 'pernyataan',
    nama: 'Surat pernyataan bermeterai',
    petunjuk:
      'Ditandatangani ketua dan sekretaris: tidak berafiliasi partai, tidak ada konflik kepengurusan, lambang bukan milik pihak lain, bersedia melaporkan kegiatan setiap akhir tahun.',
    untuk: semua('wajib'),
    nomor: 'boleh',
    tanggal: 'wajib',
    berlaku: 'tidak',
    terima: 'keduanya',
    pribadi: false,
  },
  {
    kode: 'rekomendasi-agama',
    nama: 'Rekomendasi instansi keagamaan',
    petunjuk: 'Bagi organisasi bercirikan keagamaan atau kepercayaan.',
    untuk: semua({ bidang: 'ciriKhusus', nilai: ['keagamaan'] }),
    nomor: 'wajib',
    tanggal: 'wajib',
    berlaku: 'tidak',
    terima: 'keduanya',
    pribadi: false,
  },
  {
    kode: 'kesediaan',
    nama: 'Pernyataan kesediaan pejabat atau tokoh',
    petunjuk: 'Bagi organisasi yang mencantumkan pejabat atau tokoh.',
    untuk: semua({ bidang: 'pejabatDicantumkan', nilai: ['ya'] }),
    nomor: 'tidak',
    tanggal: 'boleh',
    berlaku: 'tidak',
    terima: 'keduanya',
    pribadi: false,
  },
];

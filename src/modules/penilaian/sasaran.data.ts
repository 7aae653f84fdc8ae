// What to do to reach a level, as a goal. The rubric says who stands at a level, and often by what is lacking there: as
// advice it would recommend doing badly. Words of advice take no part in the arithmetic, so they stand beside the published
// instruments and not in them: a published version and its hash stay as they are. Four sentences, for level 1 to 4.

type Sasaran = readonly [string, string, string, string];

const REALISASI: Sasaran = [
  'Susun program kerja tahunan dan laksanakan paling sedikit satu kegiatannya sampai terverifikasi.',
  'Laksanakan paling sedikit separuh butir program kerja.',
  'Laksanakan paling sedikit tiga perempat butir program kerja.',
  'Laksanakan paling sedikit 90% butir program kerja, dengan paling sedikit empat kegiatan terverifikasi.',
];

const KEPATUHAN = (dua: string, tiga: string, empat: string): Sasaran => [
  'Kirim laporan kegiatan paling lambat 30 hari setelah kegiatan selesai.',
  `Kirim paling sedikit ${dua} laporan kegiatan tepat waktu.`,
  `Kirim paling sedikit ${tiga} laporan kegiatan tepat waktu.`,
  `Kirim paling sedikit ${empat} laporan kegiatan, dan laporan tahunan, tepat waktu.`,
];

export const SASARAN: Readonly<Record<string, Readonly<Record<string, Sasaran>>>> = {
  'iko-2022': {
    EFK1: REALISASI,
    EFK2: [
      'Tuliskan hasil kegiatan dalam laporan, misalnya jumlah acara atau barang yang dibagikan.',
      'Catat jumlah penerima manfaat dan mintalah kesaksian mereka.',
      'Kumpulkan data sebelum dan sesudah untuk paling sedikit satu program.',
      'Tunjukkan perubahan yang dihasilkan paling sedikit dua program agar diverifikasi petugas.',
    ],
    EFK3: [
      'Lengkapi paling sedikit satu dari empat dokumen: AD/ART, SK pengurus, program kerja, SOP keuangan.',
      'Lengkapi paling sedikit dua dari empat dokumen: AD/ART, SK pengurus, program kerja, SOP keuangan.',
      'Lengkapi paling sedikit tiga dari empat dokumen: AD/ART, SK pengurus, program kerja, SOP keuangan.',
      'Lengkapi keempat dokumen: AD/ART, SK pengurus, program kerja, SOP keuangan.',
    ],
    EFS1: [
      'Susun rencana kegiatan setahun.',
      'Lengkapi rencana kegiatan dengan anggarannya.',
      'Jaga biaya paling sedikit separuh kegiatan dalam selisih 20% dari anggarannya.',
      'Jaga biaya paling sedikit 80% kegiatan dalam selisih 20% dari anggarannya.',
    ],
    EFS2: KEPATUHAN('50%', '75%', '90%'),
    EFS3: [
      'Catat jumlah peserta kegiatan.',
      'Catat jumlah peserta pada paling sedikit separuh kegiatan.',
      'Rinci peserta menurut jenis kelamin dan kelompok (anak, pemuda, lanjut usia, atau penyandang disabilitas) pada paling sedikit 80% kegiatan.',
      'Capai target jumlah peserta yang ditetapkan sendiri, dengan peserta yang dirinci.',
    ],
    REL1: [
      'Laksanakan kegiatan yang sesuai dengan bidang ormas.',
      'Sesuaikan paling sedikit separuh kegiatan dengan bidang ormas.',
      'Sesuaikan paling sedikit 75% kegiatan dengan bidang ormas, dan laksanakan satu di antaranya bersama OPD pembina.',
      'Sesuaikan paling sedikit 75% kegiatan dengan bidang ormas, dan laksanakan paling sedikit dua kegiatan bersama OPD pembina.',
    ],
    REL2: [
      'Hadiri pertemuan penilaian warga.',
      'Capai rata-rata penilaian warga paling sedikit 2,0 dari skala 1 sampai 5.',
      'Capai rata-rata penilaian warga paling sedikit 3,0.',
      'Capai rata-rata penilaian warga paling sedikit 4,0 dari paling sedikit sepuluh orang dan dua kelompok.',
    ],
    REL3: [
      'Selesaikan paling sedikit satu rekomendasi yang jatuh tempo.',
      'Selesaikan paling sedikit seperempat rekomendasi tepat waktu.',
      'Selesaikan paling sedikit separuh rekomendasi tepat waktu.',
      'Selesaikan paling sedikit tiga perempat rekomendasi tepat waktu.',
    ],
    KBL1: [
      'Urus dasar hukum yang berlaku.',
      'Mutakhirkan paling sedikit satu dari: SK pengurus, surat domisili, NPWP, profil yang dikonfirmasi dalam 12 bulan.',
      'Mutakhirkan tiga dari: SK pengurus, surat domisili, NPWP, profil yang dikonfirmasi dalam 12 bulan.',
      'Mutakhirkan keempatnya: SK pengurus, surat domisili, NPWP, profil yang dikonfirmasi dalam 12 bulan.',
    ],
    KBL2: [
      'Catat pemasukan dan pengeluaran dalam buku kas.',
      'Susun laporan keuangan tahunan.',
      'Bagikan laporan keuangan tahunan kepada anggota, dan tambah sumber dana menjadi paling sedikit dua.',
      'Umumkan laporan keuangan, dengan paling sedikit tiga sumber dana yang masing-masing tidak melebihi 50%; sampaikan laporan hibah, bila ada, tepat waktu.',
    ],
    KBL3: [
      'Jalin kerja sama dengan paling sedikit satu mitra.',
      'Tuangkan paling sedikit satu kemitraan dalam perjanjian tertulis.',
      'Jalankan paling sedikit dua kemitraan tertulis.',
      'Jalankan paling sedikit tiga kemitraan tertulis, termasuk dengan OPD atau kelurahan.',
    ],
    KTH1: [
      'Pastikan ketua, sekretaris, dan bendahara dapat dihubungi.',
      'Susun daftar anggota.',
      'Adakan pelatihan pengurus atau anggota dalam tahun penilaian.',
      'Ganti pengurus sesuai AD/ART, dengan paling sedikit 30% perempuan atau pemuda.',
    ],
    KTH2: [
      'Pastikan alamat sekretariat benar dan dapat ditemukan.',
      'Pasang papan nama pada sekretariat.',
      'Tata arsip sekretariat.',
      'Salin arsip secara digital dan susun rencana keberlangsungan organisasi.',
    ],
    KTH3: [
      'Selesaikan sanksi atau sengketa yang masih terbuka.',
      'Hadiri forum ormas atau Musrenbang.',
      'Ajukan paling sedikit satu usulan yang tercatat dalam forum atau Musrenbang.',
      'Kawal paling sedikit satu usulan sampai diakomodasi.',
    ],
  },
  'kemendagri-2021': {
    SD1: [
      'Sediakan kantor yang dapat ditemukan.',
      'Pasang papan nama pada kantor.',
      'Sediakan kantor tetap dengan papan nama dan perlengkapan kerja.',
      'Lengkapi kantor dengan bukti milik, sewa, atau izin pakai yang masih berlaku.',
    ],
    SD2: [
      'Tunjuk pengurus yang menjalankan kegiatan harian.',
      'Tuliskan pembagian tugas.',
      'Angkat paling sedikit satu karyawan atau relawan tetap.',
      'Pekerjakan karyawan yang dibayar teratur menurut persyaratan pendidikan atau keahlian.',
    ],
    SD3: [
      'Catat iuran dan sumbangan yang diterima.',
      'Bangun paling sedikit satu sumber pendapatan tetap.',
      'Bangun dua sumber pendapatan tetap.',
      'Miliki paling sedikit tiga sumber pendapatan yang masing-masing tidak melebihi 50%.',
    ],
    SD4: [
      'Catat pemasukan dan pengeluaran dalam buku kas.',
      'Susun laporan keuangan tahunan.',
      'Bagikan laporan keuangan tahunan kepada anggota.',
      'Mintakan pemeriksaan laporan keuangan tahunan oleh pihak lain, lalu umumkan.',
    ],
    PR1: [
      'Susun rencana program.',
      'Lengkapi rencana program dengan waktu dan penanggung jawab.',
      'Lengkapi rencana program dengan anggaran.',
      'Lengkapi rencana program dengan target yang dapat diukur.',
    ],
    PR2: REALISASI,
    PR3: [
      'Tuliskan hasil program dalam laporan.',
      'Catat jumlah penerima manfaat.',
      'Kumpulkan data sebelum dan sesudah untuk paling sedikit satu program.',
      'Tunjukkan perubahan yang dihasilkan paling sedikit dua program agar diverifikasi petugas.',
    ],
    PR4: KEPATUHAN('40%', '60%', '80%'),
  },
};

/** What to do to reach a level from 1 to 4 of an indicator; null where an instrument has no such words. */
export function sasaranTingkat(instrumen: string, indikator: string, tingkat: number): string | null {
  return SASARAN[instrumen]?.[indikator]?.[tingkat - 1] ?? null;
}

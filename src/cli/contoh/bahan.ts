// Words of the demonstration city: titles of activities by field of work, remarks, recommendations. All invented.

/** Activities by code of the bidang; `{k}` becomes the kelurahan. The first words also name the items of the work plan. */
export const JUDUL: Readonly<Record<string, readonly string[]>> = {
  keagamaan: [
    'Kajian bulanan di {k}',
    'Santunan anak yatim',
    'Pelatihan pengurus rumah ibadah',
    'Dialog lintas iman warga {k}',
    'Bersih rumah ibadah',
    'Pesantren kilat remaja',
  ],
  pendidikan: [
    'Kelas membaca di {k}',
    'Bimbingan belajar gratis',
    'Donasi buku sekolah',
    'Pelatihan guru relawan',
    'Lomba bercerita anak',
    'Kunjungan perpustakaan keliling',
  ],
  kesehatan: [
    'Donor darah di {k}',
    'Pemeriksaan kesehatan lansia',
    'Penyuluhan gizi balita',
    'Senam sehat warga',
    'Pelatihan kader posyandu',
    'Pendampingan ibu hamil',
  ],
  ketenagakerjaan: [
    'Pelatihan kerja warga {k}',
    'Konsultasi hak pekerja',
    'Bursa kerja kecil',
    'Pelatihan keselamatan kerja',
    'Simulasi wawancara kerja',
  ],
  lingkungan: [
    'Bersih sungai di {k}',
    'Tanam pohon bersama',
    'Pelatihan kompos rumah tangga',
    'Bank sampah keliling',
    'Pemantauan mutu air',
    'Lomba kampung hijau',
  ],
  'seni-budaya': [
    'Latihan angklung di {k}',
    'Pentas wayang golek',
    'Pelatihan tari jaipong anak',
    'Pameran batik warga',
    'Festival permainan rakyat',
    'Rekam cerita sesepuh',
  ],
  sosial: [
    'Dapur umum di {k}',
    'Simulasi tanggap bencana',
    'Bantuan sembako warga rentan',
    'Pendampingan difabel',
    'Kunjungan panti',
    'Pelatihan relawan',
  ],
  'pemuda-olahraga': [
    'Turnamen bulu tangkis {k}',
    'Pelatihan kepemimpinan muda',
    'Sepeda santai',
    'Klinik olahraga anak',
    'Bakti sosial pemuda',
  ],
  'perempuan-anak': [
    'Kelas usaha ibu di {k}',
    'Penyuluhan pencegahan kekerasan',
    'Ruang bermain ramah anak',
    'Pelatihan kader pendamping',
    'Pemeriksaan kesehatan perempuan',
    'Forum anak kelurahan',
  ],
  kebangsaan: [
    'Diskusi kebangsaan di {k}',
    'Pendidikan pemilih muda',
    'Lomba cerdas cermat konstitusi',
    'Upacara dan ziarah pahlawan',
    'Kemah bela negara',
  ],
  hukum: [
    'Posko bantuan hukum {k}',
    'Penyuluhan hukum keluarga',
    'Pemantauan layanan kelurahan',
    'Pelatihan paralegal',
  ],
  ekonomi: [
    'Pelatihan kemasan UMKM {k}',
    'Bazar produk warga',
    'Pendampingan izin usaha',
    'Pelatihan pembukuan sederhana',
    'Kelas jualan daring',
    'Rapat anggota koperasi',
  ],
  keamanan: ['Ronda terpadu {k}', 'Pelatihan satpam kampung', 'Sosialisasi tertib lalu lintas', 'Simulasi kebakaran'],
};
/** For an ormas whose field is not known. */
export const JUDUL_UMUM: readonly string[] = [
  'Pertemuan anggota di {k}',
  'Kerja bakti lingkungan',
  'Latihan bersama',
  'Perlombaan antarwarga',
  'Silaturahmi pengurus',
];

export const URAIAN: readonly string[] = [
  'Kegiatan berjalan sesuai rencana. Peserta mengikuti dari awal sampai selesai, dan pengurus mencatat kehadiran serta tanggapan mereka.',
  'Acara dibuka ketua, dilanjutkan praktik dalam kelompok kecil. Peserta meminta kegiatan serupa diadakan lagi tahun depan.',
  'Panitia menyiapkan tempat sejak pagi. Hujan sempat turun sehingga acara mundur setengah jam, tetapi seluruh agenda terlaksana.',
  'Dilaksanakan bersama warga setempat. Hasilnya dicatat dalam daftar hadir dan foto terlampir; sisa bahan diserahkan kepada kelurahan.',
];

export const KETERANGAN_FOTO: readonly string[] = [
  'Peserta berkumpul sebelum acara dimulai',
  'Suasana kegiatan di tempat acara',
  'Praktik dalam kelompok kecil',
  'Penyerahan hasil kepada warga',
  'Foto bersama panitia dan peserta',
];

export const CATATAN_KEMBALI: readonly string[] = [
  'Jumlah peserta laki-laki dan perempuan belum diisi. Mohon dilengkapi menurut daftar hadir.',
  'Foto kedua bukan foto kegiatan ini. Mohon diganti dan diberi keterangan.',
  'Tanggal pada laporan berbeda dengan tanggal pada daftar hadir. Mohon diperiksa.',
];

export const ISI_REKOMENDASI: readonly string[] = [
  'Melengkapi SOP keuangan dan menyampaikannya kepada Bakesbangpol',
  'Memperbarui SK pengurus yang habis masa berlakunya',
  'Mencatat peserta kegiatan menurut jenis kelamin dan kelompok umur',
  'Menjalin kerja sama tertulis dengan kelurahan setempat',
  'Menyusun laporan keuangan tahunan dan mengumumkannya kepada anggota',
  'Memasang papan nama pada sekretariat',
  'Menata arsip sekretariat dan menyalinnya secara digital',
  'Mengirim laporan kegiatan paling lambat 30 hari setelah kegiatan selesai',
  'Menyusun daftar anggota yang mutakhir',
  'Melaksanakan paling sedikit satu kegiatan bersama OPD pembina',
  'Menghadiri Musrenbang kelurahan dan mengajukan usulan',
  'Mengadakan pelatihan pengurus sebelum akhir masa penilaian',
];

/** Recommendations that an ormas with the document in force has no need of. */
export const REKOMENDASI_DOKUMEN: Readonly<Record<string, string>> = {
  'Melengkapi SOP keuangan dan menyampaikannya kepada Bakesbangpol': 'sop-keuangan',
  'Memperbarui SK pengurus yang habis masa berlakunya': 'sk-pengurus',
};

// What the demonstration's officers found per indicator and level, and what the papers behind it are. All invented.

/** What a person says about one level, and the paper that shows it. */
export interface BahanTingkat {
  /** Why this level stands: what the papers show, and what they do not. Fits a level that agrees and one that corrects. */
  alasan: string;
  /** The paper: its title and what it says; null where there is nothing to show. */
  berkas: { nama: string; judul: string; isi: readonly string[] } | null;
}

const berkas = (nama: string, judul: string, ...isi: string[]): BahanTingkat['berkas'] => ({ nama, judul, isi });

/**
 * By code of the indicator, levels 0 to 4: those that people set. The computed ones need no words. One text serves many
 * ormas, so it names no number of what the portal itself counts (activities, plans, proposals, assessors).
 */
export const BAHAN_TINGKAT: Readonly<Record<string, readonly BahanTingkat[]>> = {
  EFK2: [
    { alasan: 'Laporan kegiatan tidak memuat keterangan manfaat sama sekali.', berkas: null },
    {
      alasan: 'Laporan hanya menyebut keluaran, yaitu jumlah acara; penerima manfaat belum dicatat.',
      berkas: berkas(
        'rekap-keluaran',
        'Rekap keluaran kegiatan',
        'Acara: menurut laporan kegiatan di portal',
        'Penerima manfaat: belum dicatat',
      ),
    },
    {
      alasan: 'Jumlah penerima manfaat dan kesaksian tertulis ada; data sebelum dan sesudah belum ada.',
      berkas: berkas(
        'daftar-penerima-manfaat',
        'Daftar penerima manfaat dan kesaksian',
        'Penerima manfaat tercatat: 48 orang',
        'Kesaksian tertulis: 6 lembar',
      ),
    },
    {
      alasan: 'Data sebelum dan sesudah baru ada untuk sebagian program; program lain belum diukur.',
      berkas: berkas(
        'data-sebelum-sesudah',
        'Data sebelum dan sesudah program',
        'Program pelatihan: nilai rata-rata sebelum 52, sesudah 78',
        'Peserta yang diukur: 30 orang',
      ),
    },
    {
      alasan: 'Perubahan hasil pada lebih dari satu program dicocokkan petugas dengan data sebelum dan sesudah.',
      berkas: berkas(
        'hasil-program',
        'Perubahan hasil program',
        'Program pertama: sebelum 52, sesudah 78',
        'Program kedua: sebelum 12 keluarga, sesudah 31 keluarga',
      ),
    },
  ],
  EFS1: [
    { alasan: 'Rencana kegiatan maupun anggaran tidak ada.', berkas: null },
    {
      alasan: 'Rencana kegiatan ada, tetapi tanpa anggaran.',
      berkas: berkas(
        'rencana-kegiatan',
        'Rencana kegiatan setahun',
        'Seluruh rencana memuat jadwal',
        'Anggaran: belum disusun',
      ),
    },
    {
      alasan: 'Rencana kegiatan beserta anggaran ada; realisasi biaya belum dibandingkan.',
      berkas: berkas(
        'rencana-anggaran',
        'Rencana kegiatan dan anggaran',
        'Setiap butir rencana memuat anggaran',
        'Realisasi: belum dibandingkan',
      ),
    },
    {
      alasan:
        'Realisasi biaya pada lebih dari separuh kegiatan berada dalam selisih 20% dari anggaran; selebihnya tidak.',
      berkas: berkas(
        'realisasi-biaya',
        'Anggaran dan realisasi biaya',
        'Dalam selisih 20%: lebih dari separuh kegiatan',
        'Di luar selisih: selebihnya',
      ),
    },
    {
      alasan: 'Realisasi biaya pada hampir seluruh kegiatan berada dalam selisih 20% dari anggaran.',
      berkas: berkas(
        'realisasi-biaya',
        'Anggaran dan realisasi biaya',
        'Dalam selisih 20%: hampir seluruh kegiatan',
        'Yang di luar selisih dijelaskan bendahara',
      ),
    },
  ],
  KBL2: [
    { alasan: 'Catatan keuangan tidak dapat ditunjukkan.', berkas: null },
    {
      alasan: 'Buku kas ada; laporan keuangan tahunan belum disusun.',
      berkas: berkas('buku-kas', 'Salinan buku kas', 'Saldo awal: Rp1.250.000', 'Saldo akhir: Rp2.050.000'),
    },
    {
      alasan: 'Laporan keuangan tahunan ada, dengan satu sumber dana.',
      berkas: berkas(
        'laporan-keuangan',
        'Laporan keuangan tahunan',
        'Sumber dana: iuran anggota',
        'Jumlah: Rp9.600.000',
      ),
    },
    {
      alasan: 'Laporan keuangan tahunan memuat dua sumber dana dan dibagikan kepada anggota.',
      berkas: berkas(
        'laporan-keuangan',
        'Laporan keuangan tahunan',
        'Sumber dana: iuran anggota 60%, donatur 40%',
        'Dibagikan dalam rapat anggota',
      ),
    },
    {
      alasan: 'Laporan keuangan diumumkan; tiga sumber dana, dan tidak satu pun melebihi 50%.',
      berkas: berkas(
        'laporan-keuangan',
        'Laporan keuangan tahunan',
        'Sumber dana: iuran 40%, donatur 35%, usaha 25%',
        'Diumumkan pada papan sekretariat',
      ),
    },
  ],
  KBL3: [
    { alasan: 'Tidak ada kemitraan yang dapat ditunjukkan.', berkas: null },
    {
      alasan: 'Kemitraan berjalan tanpa perjanjian tertulis.',
      berkas: berkas(
        'catatan-kemitraan',
        'Catatan kemitraan',
        'Mitra: karang taruna setempat',
        'Perjanjian: belum tertulis',
      ),
    },
    {
      alasan: 'Satu kemitraan tertulis ada, berupa perjanjian kerja sama.',
      berkas: berkas('perjanjian-kerja-sama', 'Perjanjian kerja sama', 'Mitra: satu sekolah', 'Berlaku: dua tahun'),
    },
    {
      alasan: 'Dua kemitraan tertulis berjalan; belum ada yang dengan OPD atau kelurahan.',
      berkas: berkas(
        'dua-perjanjian',
        'Perjanjian kerja sama dengan dua mitra',
        'Mitra pertama: satu sekolah',
        'Mitra kedua: satu puskesmas pembantu',
      ),
    },
    {
      alasan: 'Tiga kemitraan tertulis berjalan, satu di antaranya dengan kelurahan.',
      berkas: berkas(
        'tiga-perjanjian',
        'Perjanjian kerja sama dengan tiga mitra',
        'Mitra: satu sekolah, satu koperasi, dan kelurahan',
        'Ketiganya masih berlaku',
      ),
    },
  ],
  KTH1: [
    { alasan: 'Pengurus tidak dapat dihubungi pada tiga percobaan.', berkas: null },
    {
      alasan: 'Ketua, sekretaris, dan bendahara dapat dihubungi; daftar anggota belum ada.',
      berkas: berkas(
        'susunan-pengurus',
        'Susunan pengurus',
        'Ketua, sekretaris, bendahara',
        'Daftar anggota: belum ada',
      ),
    },
    {
      alasan: 'Pengurus inti dapat dihubungi dan daftar anggota ada; pelatihan tahun ini belum ada.',
      berkas: berkas(
        'daftar-anggota',
        'Susunan pengurus dan daftar anggota',
        'Anggota: 64 orang',
        'Pelatihan: belum ada',
      ),
    },
    {
      alasan: 'Daftar anggota dan daftar hadir pelatihan pengurus tahun ini ada.',
      berkas: berkas(
        'pelatihan-pengurus',
        'Daftar anggota dan daftar hadir pelatihan',
        'Anggota: 64 orang',
        'Pelatihan pengurus: 22 orang hadir',
      ),
    },
    {
      alasan: 'Pelatihan ada, pergantian pengurus sesuai AD/ART, dan 4 dari 10 pengurus perempuan atau pemuda.',
      berkas: berkas(
        'pergantian-pengurus',
        'Berita acara pergantian pengurus dan daftar hadir pelatihan',
        'Pengurus: 10 orang, 4 di antaranya perempuan atau pemuda',
        'Pergantian menurut AD/ART pasal 12',
      ),
    },
  ],
  KTH2: [
    {
      alasan: 'Sekretariat tidak ditemukan pada alamat yang tercatat saat kunjungan petugas.',
      berkas: berkas('kunjungan-sekretariat', 'Berita acara kunjungan sekretariat', 'Alamat: tidak ditemukan'),
    },
    {
      alasan: 'Alamat sekretariat ditemukan saat kunjungan; papan nama tidak ada.',
      berkas: berkas(
        'kunjungan-sekretariat',
        'Berita acara kunjungan sekretariat',
        'Alamat: ditemukan',
        'Papan nama: tidak ada',
      ),
    },
    {
      alasan: 'Sekretariat berpapan nama; arsip belum tertata saat kunjungan.',
      berkas: berkas(
        'kunjungan-sekretariat',
        'Berita acara kunjungan sekretariat',
        'Papan nama: ada',
        'Arsip: belum tertata',
      ),
    },
    {
      alasan: 'Sekretariat berpapan nama dan arsip tertata; arsip digital belum ada.',
      berkas: berkas(
        'kunjungan-sekretariat',
        'Berita acara kunjungan sekretariat',
        'Papan nama: ada. Arsip: tertata',
        'Arsip digital: belum ada',
      ),
    },
    {
      alasan: 'Arsip sekretariat tertata, tersalin secara digital, dan rencana keberlangsungan ditunjukkan.',
      berkas: berkas(
        'kunjungan-sekretariat',
        'Berita acara kunjungan sekretariat',
        'Papan nama: ada. Arsip: tertata dan digital',
        'Rencana keberlangsungan: ada',
      ),
    },
  ],
  KTH3: [
    { alasan: 'Sanksi atau sengketa masih berlaku menurut catatan sanksi.', berkas: null },
    { alasan: 'Tidak ada sanksi dan sengketa; ormas belum hadir dalam forum atau Musrenbang.', berkas: null },
    {
      alasan: 'Hadir dalam Musrenbang kelurahan menurut daftar hadir; belum mengajukan usulan.',
      berkas: berkas(
        'daftar-hadir-musrenbang',
        'Kutipan daftar hadir Musrenbang kelurahan',
        'Wakil ormas: hadir',
        'Usulan: tidak ada',
      ),
    },
    {
      alasan: 'Usulan ormas tercatat dalam berita acara Musrenbang kelurahan; belum diakomodasi.',
      berkas: berkas(
        'berita-acara-musrenbang',
        'Kutipan berita acara Musrenbang kelurahan',
        'Usulan ormas: tercatat',
        'Usulan diakomodasi: belum ada',
      ),
    },
    {
      alasan: 'Usulan ormas diakomodasi dalam hasil Musrenbang kecamatan.',
      berkas: berkas(
        'hasil-musrenbang',
        'Kutipan hasil Musrenbang kecamatan',
        'Usulan ormas: tercatat',
        'Usulan ormas: diakomodasi',
      ),
    },
  ],
  REL2: [
    {
      alasan: 'Ormas diundang ke pertemuan penilaian warga, tetapi menolak secara tertulis.',
      berkas: berkas('undangan-penilaian-warga', 'Undangan penilaian warga dan jawaban', 'Jawaban ormas: menolak'),
    },
    {
      alasan: 'Rata-rata kartu penilaian warga di bawah 2,0 menurut rekap pertemuan.',
      berkas: berkas(
        'rekap-penilaian-warga',
        'Rekap kartu penilaian warga',
        'Rata-rata: di bawah 2,0',
        'Kartu asli disimpan kelurahan',
      ),
    },
    {
      alasan: 'Rata-rata kartu penilaian warga 2,0 sampai kurang dari 3,0 menurut rekap pertemuan.',
      berkas: berkas(
        'rekap-penilaian-warga',
        'Rekap kartu penilaian warga',
        'Rata-rata: 2,0 sampai kurang dari 3,0',
        'Kartu asli disimpan kelurahan',
      ),
    },
    {
      alasan: 'Rata-rata kartu penilaian warga 3,0 sampai kurang dari 4,0 menurut rekap pertemuan.',
      berkas: berkas(
        'rekap-penilaian-warga',
        'Rekap kartu penilaian warga',
        'Rata-rata: 3,0 sampai kurang dari 4,0',
        'Kartu asli disimpan kelurahan',
      ),
    },
    {
      alasan:
        'Rata-rata kartu penilaian warga paling sedikit 4,0 menurut rekap pertemuan, dengan penilai dan kelompok yang cukup.',
      berkas: berkas(
        'rekap-penilaian-warga',
        'Rekap kartu penilaian warga',
        'Rata-rata: paling sedikit 4,0; penilai dan kelompok cukup',
        'Kartu asli disimpan kelurahan',
      ),
    },
  ],
};

/** Of a claim without a paper, which ends at 1 at most. */
export const ALASAN_TANPA_BERKAS: Readonly<Record<string, string>> = {
  EFK2: 'Manfaat kegiatan diuraikan tanpa berkas bukti, sehingga paling tinggi tingkat 1.',
  EFS1: 'Rencana dan anggaran tidak dilampirkan, sehingga paling tinggi tingkat 1.',
  KBL2: 'Laporan keuangan tidak dilampirkan, sehingga paling tinggi tingkat 1.',
  KBL3: 'Perjanjian kemitraan tidak dilampirkan, sehingga paling tinggi tingkat 1.',
  KTH1: 'Daftar anggota dan daftar hadir pelatihan tidak dilampirkan, sehingga paling tinggi tingkat 1.',
};

/** Why the citizens' assessment does not apply in a year. */
export const ALASAN_TANPA_PENILAIAN_WARGA = 'Belum ada pertemuan penilaian warga di kelurahan ini.';

/** The paper of a level, by the key under which the demonstration keeps it. */
export function kunciBerkas(indikator: string, tingkat: number): string {
  return `${indikator}/${tingkat}`;
}

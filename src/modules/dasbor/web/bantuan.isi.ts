import { type Peran } from '../../../common/aktor.js';

/** What a role does, and when: one sentence each. */
export const PANDUAN: Readonly<Record<Peran, { untuk: string; langkah: readonly string[] }>> = {
  sekretaris: {
    untuk: 'Sekretaris ormas',
    langkah: [
      'Setelah kegiatan selesai, pilih “Laporkan kegiatan” di beranda. Isi apa, kapan, di mana, dan berapa pesertanya, lalu lampirkan foto dengan keterangannya. Laporan tepat waktu bila dikirim paling lambat 30 hari setelah hari terakhir kegiatan.',
      'Sinyal lemah tidak menghapus pekerjaan Anda: isian tersimpan sebagai draf, dan dapat dilanjutkan dari beranda.',
      'Bila petugas mengembalikan laporan, baca catatannya, perbaiki, lalu kirim lagi. Hari pengiriman yang pertama tetap dihitung.',
      'Isi program kerja di awal tahun dan laporan tahunan sebelum 30 November, keduanya di halaman “Rencana dan laporan tahunan”.',
      'Bila petugas berkunjung, harinya tampil di beranda. Sesudahnya baca berita acaranya, lalu nyatakan setuju atau tidak.',
      'Setahun sekali pastikan profil ormas masih benar. Telepon dan surel Anda ubah sendiri dan berlaku seketika; nama, alamat, pengurus, bidang, dasar hukum, dan NPWP diubah dengan “Ajukan perubahan data” di “Ormas kami” beserta buktinya, dan berlaku setelah disetujui petugas.',
    ],
  },
  petugas: {
    untuk: 'Petugas Bakesbangpol',
    langkah: [
      'Mulailah dari beranda: yang paling lama menunggu ada di atas.',
      'Di “Pendaftaran” ambil yang paling lama menunggu, periksa isian dan setiap dokumennya, lalu kembalikan dengan catatan atau verifikasi. Jatahnya 15 hari kerja; selama pemohon memperbaiki, hitungannya berhenti.',
      'Bila data pada surat keterangan berubah, halaman surat dan halaman ormas menyebutnya: terbitkan surat pengganti.',
      'Verifikasi laporan yang lengkap; kembalikan yang kurang dengan catatan yang jelas; tolak hanya yang bukan kegiatan ormas itu. Setiap keputusan dapat dibuka kembali dengan alasan.',
      'Rencanakan kunjungan dari daftar keaktifan, halaman ormas, atau pendaftaran; tulis berita acaranya di tempat, dengan foto. Yang sudah selesai dibaca dan ditanggapi ormas.',
      'Tetapkan klaster ormas yang bidangnya belum dikenali, dan periksa dokumen yang masuk.',
      'Lengkapi tingkat indikator yang hanya dapat ditetapkan petugas, dengan alasannya, lalu hitung IKO. Menghitung ulang tidak mengubah hasil lama; yang berlaku adalah perhitungan terakhir yang selesai.',
      'Setelah periode ditutup Kepala Bidang, susun laporan tahunan.',
    ],
  },
  kabid: {
    untuk: 'Kepala Bidang',
    langkah: [
      'Setujui pendaftaran yang sudah diverifikasi petugas: ormas masuk ke register, surat keterangannya terbit, dan akun pemohon menjadi akun sekretarisnya.',
      'Periksa hasil perhitungan; tingkat indikator dapat Anda ubah dengan alasan selama periode terbuka.',
      'Tutup periode setelah masa penilaian berakhir dan IKO dihitung dengan data terakhir; halamannya menyebut yang belum selesai. Periode yang sudah ditutup dapat dibuka kembali dengan alasan.',
      'Setujui laporan tahunan yang selesai disusun sebelum disahkan Kepala Badan.',
    ],
  },
  kaban: {
    untuk: 'Kepala Badan',
    langkah: [
      'Baca laporan tahunan yang sudah disetujui Kepala Bidang, lalu sahkan. Tanda tangan dibubuhkan pada cetakannya.',
      'Semua angka di beranda dapat dibuka sampai ke buktinya.',
    ],
  },
  pimpinan: {
    untuk: 'Pimpinan',
    langkah: [
      'Laporan tahunan terbaru dapat diunduh langsung dari beranda.',
      'Di sebelah setiap rata-rata tertulis berapa ormas yang dihitung (n) dan berapa bagian dari seluruhnya (cakupan).',
    ],
  },
  opd: {
    untuk: 'OPD pembina klaster',
    langkah: [
      'Jawab apakah kegiatan yang menurut ormas diadakan bersama OPD Anda memang kegiatan bersama. Jawaban dapat ditarik kembali dengan alasan.',
      'Datangi atau undang ormas yang lama tidak melapor dan yang dokumennya segera berakhir; ketua dan alamat sekretariatnya ada di halaman klaster. Nomor telepon hanya terlihat oleh Bakesbangpol.',
    ],
  },
  admin: {
    untuk: 'Admin portal',
    langkah: [
      'Buat akun di “Pengguna”. Akun tidak diberi kata sandi; pemiliknya menyetel sendiri melalui tautan satu kali.',
      'Di “Sistem” terlihat pekerjaan yang menunggu dan yang gagal, beserta sebabnya. Pekerjaan yang gagal dapat dicoba lagi dari sana.',
      'Nonaktifkan akun orang yang sudah tidak bertugas; semua sesinya langsung berakhir.',
    ],
  },
};

/** How an organisation that is not in the register yet gets there. */
export const PANDUAN_PEMOHON = {
  untuk: 'Pemohon: mendaftarkan organisasi',
  langkah: [
    'Di halaman masuk pilih “Buka akun pemohon”, isi nama, surel, dan kata sandi, lalu buka tautan yang dikirim ke surel Anda.',
    'Siapkan dokumennya: surat permohonan, akta dan pengesahan badan hukum (atau pengesahan dari pengurus induk bagi cabang), program kerja, SK susunan pengurus, biodata, pas foto, dan KTP pengurus inti, surat domisili, bukti dan foto sekretariat, NPWP organisasi, dan surat pernyataan bermeterai. Daftar yang tepat mengikuti bentuk organisasi yang Anda pilih.',
    'Isi formulir halaman demi halaman, unggah dokumennya, periksa, lalu kirim. Isian tersimpan pada setiap halaman; Anda boleh berhenti dan melanjutkan kapan saja.',
    'Petugas menjawab dalam 15 hari kerja. Sisa harinya tampil di halaman pendaftaran Anda.',
    'Bila dikembalikan, setiap isian dan dokumen yang perlu diperbaiki diberi catatan. Perbaiki, lalu kirim lagi; selama itu hitungan hari kerja berhenti dan tidak ada isian yang hilang.',
    'Setelah disetujui Kepala Bidang, organisasi masuk ke register, surat keterangannya terbit dengan kode pemeriksaan, dan akun Anda menjadi akun sekretaris organisasi.',
  ],
} as const;

/** What each state of a report means, in the order in which one meets them. */
export const ARTI_STATUS = [
  ['draf', 'Masih ditulis; hanya ormasnya yang melihat.'],
  ['diajukan', 'Sudah terkirim dan menunggu keputusan petugas.'],
  ['dikembalikan', 'Ada yang kurang; catatan petugas menyebutkan apa. Perbaiki, lalu kirim lagi.'],
  ['terverifikasi', 'Diterima. Kegiatan dihitung dalam IKO tahun penilaiannya, selama tahun itu belum ditutup.'],
  ['ditolak', 'Tidak diterima; alasannya tertulis pada laporan.'],
  ['dibatalkan', 'Ditarik oleh ormas; dapat dipulihkan menjadi draf.'],
] as const;

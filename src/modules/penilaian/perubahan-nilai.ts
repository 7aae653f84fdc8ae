import { type DataSource, type EntityManager } from 'typeorm';

type Pembaca = Pick<DataSource | EntityManager, 'query'>;

// Which acts of the trail change what a score is computed from. Every act that the portal writes stands in one of the two
// lists (a test reads the code for them): one that is forgotten would leave scores stale without a word.

/** Acts that change what a score is computed from, as the audit trail names them. */
export const MENGUBAH_NILAI: readonly string[] = [
  'kegiatan.verifikasi',
  'kegiatan.buka-kembali',
  'kegiatan.konfirmasi-bersama',
  'kegiatan.tarik-konfirmasi',
  'kegiatan.muat',
  'program-kerja.tambah',
  'laporan-ormas.kirim',
  'ormas.daftar',
  'ormas.konfirmasi',
  'ormas.muat',
  'ormas.periksa-dokumen',
  'ormas.pindah-klaster',
  'ormas.tetapkan-klaster',
  // Contact details count as confirmed by whoever changes them.
  'ormas.ubah-kontak',
  'ormas.ubah-status',
  'ormas.koreksi-status',
  'pembinaan.akhiri',
  'pembinaan.catat',
  'pembinaan.muat',
  // Also of a change that is still to come: scores stand on the cluster of the window's last day.
  'pemetaan.batalkan',
  'pemetaan.ubah',
  'perubahan.buka-kembali',
  'perubahan.setujui',
  // Enters the register as `ormas.daftar` does.
  'pendaftaran.daftarkan',
  'periode.susun-ulang-populasi',
  'rekomendasi.beri',
  'rekomendasi.buka-kembali',
  'rekomendasi.muat',
  'rekomendasi.selesai',
  'tingkat.bukti',
  'tingkat.mandiri',
  'tingkat.muat',
  'tingkat.tetapkan',
];

/** Acts that leave every score as it is. */
export const TIDAK_MENGUBAH_NILAI: readonly string[] = [
  'akun.serahkan-tautan',
  'ikat-akun',
  'pendaftaran.mulai',
  'pendaftaran.isi',
  'pendaftaran.dokumen',
  'pendaftaran.ajukan',
  'pendaftaran.ambil',
  'pendaftaran.lepas',
  'pendaftaran.periksa',
  'pendaftaran.kembalikan',
  'pendaftaran.tolak',
  'pendaftaran.verifikasi',
  'pendaftaran.batalkanVerifikasi',
  'pendaftaran.bukaKembali',
  'pendaftaran.cabut',
  'pendaftaran.pulihkan',
  'perubahan.buat',
  'perubahan.ubah',
  'perubahan.ajukan',
  'perubahan.kembalikan',
  'perubahan.tolak',
  'perubahan.cabut',
  'perubahan.pulihkan',
  'aktifkan-akun',
  'akhiri-sesi',
  'akun.pilihan-surel',
  'berkas.baca',
  'buat-akun',
  'ganti-sandi',
  'hitung.gagal',
  'hitung.mulai',
  'hitung.selesai',
  'hitung.ulangi',
  // What is not verified counts for nothing.
  'kegiatan.ajukan',
  'kegiatan.batalkan',
  'kegiatan.kembalikan',
  'kegiatan.pulihkan',
  'kegiatan.simpan-draf',
  'kegiatan.tolak',
  'kegiatan.ubah',
  'laporan.batalkan',
  'laporan.gagal',
  'laporan.sahkan',
  'laporan.selesai',
  'laporan.setujui',
  'laporan.susun',
  'laporan.ulangi',
  'libur.tambah',
  'libur.ubah',
  'nilai.hitung',
  'nonaktifkan-akun',
  'impor.batalkan',
  'impor.kirim',
  'impor.koreksi',
  'impor.lewati',
  'impor.masukkan',
  'impor.sapu',
  // One row for the file; each ormas in it has one of its own (`ormas.daftar`).
  'ormas.impor',
  // What was handed in counts once it is found valid.
  'ormas.serah-dokumen',
  'ormas.ekspor',
  // Says that the day has come; what follows was known before.
  'pemetaan.berlaku',
  'periode.buat',
  'periode.buka',
  'periode.tutup',
  'rujukan.akhiri',
  'rujukan.kontak',
  'rujukan.nama',
  'rujukan.tambah',
  'setel-sandi',
  'setelan.lambang',
  // Periods keep the window they were made with.
  'setelan.ubah',
  'sistem.coba-lagi',
  'surat.cabut',
  'surat.dokumen',
  'surat.ganti',
  'surat.terbitkan',
  'surat.ulangi-dokumen',
  'terbitkan-tautan-admin-pertama',
  'terbitkan-tautan-sandi',
];

/**
 * The first act since `saat` that changes what scores are computed from; null: scores computed from what was there then
 * are what they would be now. The trail is read only up to it.
 */
export async function perubahanSejak(db: Pembaca, saat: Date): Promise<Date | null> {
  const [baris] = await db.query<{ waktu: Date }[]>(
    'SELECT waktu FROM audit WHERE waktu > ? AND aksi IN (?) ORDER BY waktu LIMIT 1',
    [saat, MENGUBAH_NILAI],
  );
  return baris?.waktu ?? null;
}

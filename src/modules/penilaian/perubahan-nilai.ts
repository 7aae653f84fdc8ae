import { type DataSource, type EntityManager } from 'typeorm';

type Pembaca = Pick<DataSource | EntityManager, 'query'>;

/** Acts that change what a score is computed from, as the audit trail names them. */
const MENGUBAH_NILAI = [
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
  'ormas.ubah-status',
  'pembinaan.akhiri',
  'pembinaan.catat',
  'periode.susun-ulang-populasi',
  'rekomendasi.beri',
  'rekomendasi.buka-kembali',
  'rekomendasi.selesai',
  'tingkat.mandiri',
  'tingkat.muat',
  'tingkat.tetapkan',
];

/** The first act since `saat` that changes what scores are computed from; the trail is read only up to it. */
export async function perubahanSejak(db: Pembaca, saat: Date): Promise<Date | null> {
  const [baris] = await db.query<{ waktu: Date }[]>(
    'SELECT waktu FROM audit WHERE waktu > ? AND aksi IN (?) ORDER BY waktu LIMIT 1',
    [saat, MENGUBAH_NILAI],
  );
  return baris?.waktu ?? null;
}

import { type DataSource, type EntityManager } from 'typeorm';
import { awalHariWib, tambahHari, tanggalWib } from '../../common/tanggal.js';

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
  'pembinaan.batalkan',
  'pembinaan.catat',
  'pembinaan.koreksi',
  'pembinaan.muat',
  // Also of a change that is still to come: scores stand on the cluster of the window's last day.
  'pemetaan.batalkan',
  'pemetaan.ubah',
  'perubahan.buka-kembali',
  'perubahan.setujui',
  'ganda.gabungkan',
  'ganda.batalkan',
  // Enters the register as `ormas.daftar` does.
  'pendaftaran.daftarkan',
  'periode.susun-ulang-populasi',
  'rekomendasi.batalkan',
  'rekomendasi.beri',
  'rekomendasi.buka-kembali',
  'rekomendasi.muat',
  'rekomendasi.pulihkan',
  'rekomendasi.selesai',
  'tingkat.bukti',
  'tingkat.mandiri',
  'tingkat.muat',
  'tingkat.tetapkan',
];

/** Acts that leave every score as it is. */
export const TIDAK_MENGUBAH_NILAI: readonly string[] = [
  'akun.hapus-calon',
  'akun.minta',
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
  // Only an activity that is not confirmed can be denied, and that counts as joint in no score.
  'kegiatan.bantah-bersama',
  'kegiatan.tarik-bantahan',
  'ganda.digabung',
  'surat.dokumen-gagal',
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
  // Visits are evidence for levels that officers set by an act of their own.
  'kunjungan.batalkan',
  'kunjungan.buka-kembali',
  'kunjungan.dokumen',
  'kunjungan.laksanakan',
  'kunjungan.pulihkan',
  'kunjungan.rencanakan',
  'kunjungan.sapu-foto',
  'kunjungan.selesaikan',
  'kunjungan.tanggapi',
  'kunjungan.tulis',
  'kunjungan.ubah-rencana',
  'kunjungan.ulangi-dokumen',
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
  'pembinaan.ekspor',
  'pembinaan.lampirkan',
  'rekomendasi.ekspor',
  'rekomendasi.kembalikan',
  // What the ormas reports counts once an officer accepts it.
  'rekomendasi.lapor',
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

/** No act takes longer than this from its row in the trail to its commit. */
const TRANSAKSI_TERLAMA_MS = 3_600_000;

/**
 * How many acts that change scores stand in the trail shortly before an instant. A run keeps what it sees when it begins:
 * an act that was written down before and committed after its facts were read is in neither, and makes this more.
 */
export async function aksiSebelum(db: Pembaca, saat: Date): Promise<number> {
  const [baris] = await db.query<{ n: string }[]>(
    'SELECT COUNT(*) AS n FROM audit WHERE aksi IN (?) AND waktu BETWEEN ? AND ?',
    [MENGUBAH_NILAI, new Date(saat.getTime() - TRANSAKSI_TERLAMA_MS), saat],
  );
  return Number(baris?.n ?? 0);
}

/**
 * Since when something has changed that the scores of a run are computed from: an act, or a day that makes a
 * recommendation due (REL3). Null: computed today they would be the same.
 * @param hari today in Jakarta, 'YYYY-MM-DD'
 */
export async function usangSejak(db: Pembaca, hitungId: number, hari: string): Promise<Date | null> {
  const [hitung] = await db.query<{ pada: Date; aksiSebelum: number | null; mulai: string; akhir: string }[]>(
    `SELECT h.dibuat_pada AS pada, h.aksi_sebelum AS aksiSebelum, p.mulai, p.akhir
     FROM hitung h JOIN periode p ON p.id = h.periode_id WHERE h.id = ?`,
    [hitungId],
  );
  if (!hitung) return null;
  const [aksi] = await db.query<{ waktu: Date | null }[]>(
    'SELECT MIN(waktu) AS waktu FROM audit WHERE aksi IN (?) AND waktu > ?',
    [MENGUBAH_NILAI, hitung.pada],
  );
  const susulan = hitung.aksiSebelum !== null && (await aksiSebelum(db, hitung.pada)) > hitung.aksiSebelum;
  const tempo = await tempoSesudah(db, hitungId, hitung, hari);
  const sejak = [aksi?.waktu, susulan ? hitung.pada : null, tempo].filter((d): d is Date => d instanceof Date);
  return sejak.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** The first day since the run on which a recommendation of its window fell due; the run could not count it. */
async function tempoSesudah(
  db: Pembaca,
  hitungId: number,
  { pada, mulai, akhir }: { pada: Date; mulai: string; akhir: string },
  hari: string,
): Promise<Date | null> {
  const dari = tambahHari(tanggalWib(pada), 1);
  const [awal, sampai] = [dari > mulai ? dari : mulai, hari < akhir ? hari : akhir];
  if (awal > sampai) return null;
  const [baris] = await db.query<{ tempo: string | null }[]>(
    `SELECT MIN(r.jatuh_tempo) AS tempo FROM rekomendasi r JOIN hasil_iko h ON h.hitung_id = ? AND h.ormas_id = r.ormas_id
     WHERE r.jatuh_tempo BETWEEN ? AND ?`,
    [hitungId, awal, sampai],
  );
  return baris?.tempo ? awalHariWib(baris.tempo) : null;
}

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Programmes, activities with evidence, yearly reports of an ormas, recommendations, and guidance/sanctions. */
export class Kegiatan1700000000003 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABEL: Pernyataan[] = [
  `CREATE TABLE IF NOT EXISTS program_kerja (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    tahun SMALLINT UNSIGNED NOT NULL,
    nama VARCHAR(200) NOT NULL,
    target_penerima INT UNSIGNED NULL,
    anggaran DECIMAL(15,2) NULL,
    KEY ix_program_kerja_ormas (ormas_id, tahun),
    CONSTRAINT fk_program_kerja_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS kegiatan (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    program_kerja_id INT UNSIGNED NULL,
    bidang_id INT UNSIGNED NULL,
    judul VARCHAR(200) NOT NULL,
    uraian TEXT NOT NULL,
    tanggal_mulai DATE NULL,
    tanggal_selesai DATE NULL,
    tempat VARCHAR(200) NOT NULL,
    kelurahan_id INT UNSIGNED NULL,
    peserta_laki INT UNSIGNED NULL,
    peserta_perempuan INT UNSIGNED NULL,
    peserta_anak INT UNSIGNED NULL,
    peserta_pemuda INT UNSIGNED NULL,
    peserta_lansia INT UNSIGNED NULL,
    peserta_difabel INT UNSIGNED NULL,
    realisasi DECIMAL(15,2) NULL,
    bersama_opd_id INT UNSIGNED NULL,
    opd_konfirmasi_pada DATETIME(3) NULL,
    status VARCHAR(20) NOT NULL,
    catatan VARCHAR(1000) NULL,
    diajukan_pertama_pada DATETIME(3) NULL,
    diajukan_pada DATETIME(3) NULL,
    diputuskan_pada DATETIME(3) NULL,
    diputuskan_oleh INT UNSIGNED NULL,
    dibuat_oleh INT UNSIGNED NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    dibuat_pada DATETIME(3) NOT NULL,
    diubah_pada DATETIME(3) NOT NULL,
    KEY ix_kegiatan_ormas (ormas_id, status, tanggal_selesai),
    KEY ix_kegiatan_giliran (status, diajukan_pada),
    KEY ix_kegiatan_program (program_kerja_id),
    KEY ix_kegiatan_bidang (bidang_id),
    KEY ix_kegiatan_kelurahan (kelurahan_id),
    KEY ix_kegiatan_opd (bersama_opd_id),
    KEY ix_kegiatan_diputuskan_oleh (diputuskan_oleh),
    KEY ix_kegiatan_dibuat_oleh (dibuat_oleh),
    CONSTRAINT fk_kegiatan_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_kegiatan_program FOREIGN KEY (program_kerja_id) REFERENCES program_kerja (id),
    CONSTRAINT fk_kegiatan_bidang FOREIGN KEY (bidang_id) REFERENCES bidang (id),
    CONSTRAINT fk_kegiatan_kelurahan FOREIGN KEY (kelurahan_id) REFERENCES kelurahan (id),
    CONSTRAINT fk_kegiatan_opd FOREIGN KEY (bersama_opd_id) REFERENCES opd (id),
    CONSTRAINT fk_kegiatan_diputuskan_oleh FOREIGN KEY (diputuskan_oleh) REFERENCES akun (id),
    CONSTRAINT fk_kegiatan_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT ck_kegiatan_status CHECK (status IN ('draf', 'diajukan', 'dikembalikan', 'terverifikasi', 'ditolak', 'dibatalkan')),
    CONSTRAINT ck_kegiatan_tanggal CHECK (tanggal_selesai >= tanggal_mulai),
    CONSTRAINT ck_kegiatan_lengkap CHECK (status IN ('draf', 'dibatalkan') OR (judul <> '' AND tanggal_mulai IS NOT NULL AND tanggal_selesai IS NOT NULL))
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS kegiatan_bukti (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kegiatan_id INT UNSIGNED NOT NULL,
    berkas_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    jenis VARCHAR(20) NOT NULL,
    keterangan VARCHAR(300) NOT NULL DEFAULT '',
    urutan INT UNSIGNED NOT NULL,
    KEY ix_kegiatan_bukti_kegiatan (kegiatan_id, urutan),
    UNIQUE KEY uk_kegiatan_bukti_berkas (berkas_id),
    CONSTRAINT fk_kegiatan_bukti_kegiatan FOREIGN KEY (kegiatan_id) REFERENCES kegiatan (id),
    CONSTRAINT fk_kegiatan_bukti_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
    CONSTRAINT ck_kegiatan_bukti_jenis CHECK (jenis IN ('foto', 'dokumen'))
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS laporan_ormas (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    tahun SMALLINT UNSIGNED NOT NULL,
    jenis VARCHAR(20) NOT NULL,
    ringkasan TEXT NOT NULL,
    diajukan_pada DATETIME(3) NOT NULL,
    dibuat_oleh INT UNSIGNED NULL,
    KEY ix_laporan_ormas_dibuat_oleh (dibuat_oleh),
    CONSTRAINT fk_laporan_ormas_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    UNIQUE KEY uk_laporan_ormas (ormas_id, tahun, jenis),
    CONSTRAINT fk_laporan_ormas_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS rekomendasi (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    isi VARCHAR(500) NOT NULL,
    sumber VARCHAR(200) NOT NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    jatuh_tempo DATE NOT NULL,
    selesai_pada DATE NULL,
    KEY ix_rekomendasi_ormas (ormas_id, jatuh_tempo),
    CONSTRAINT fk_rekomendasi_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS pembinaan (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    jenis VARCHAR(20) NOT NULL,
    tanggal DATE NOT NULL,
    sampai DATE NULL,
    dasar VARCHAR(200) NOT NULL,
    keterangan VARCHAR(500) NOT NULL,
    KEY ix_pembinaan_ormas (ormas_id, tanggal),
    CONSTRAINT fk_pembinaan_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT ck_pembinaan_jenis CHECK (jenis IN ('pembinaan', 'peringatan', 'penghentian', 'pencabutan'))
  ) ${AKHIR}`,
];

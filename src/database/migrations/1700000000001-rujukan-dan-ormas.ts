import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Reference data (wilayah, OPD, bidang), settings, and the register of ormas with its dated parts. */
export class RujukanDanOrmas1700000000001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABEL: Pernyataan[] = [
  // Rows that are only ever locked: work of which one may run at a time takes its row FOR UPDATE until commit.
  `CREATE TABLE IF NOT EXISTS kunci_kerja (
    nama VARCHAR(40) NOT NULL PRIMARY KEY
  ) ${AKHIR}`,
  `INSERT IGNORE INTO kunci_kerja (nama) VALUES ('impor-register')`,

  `CREATE TABLE IF NOT EXISTS setelan (
    kunci VARCHAR(60) NOT NULL PRIMARY KEY,
    nilai TEXT NOT NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS kecamatan (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kode_bps CHAR(7) NOT NULL,
    nama VARCHAR(80) NOT NULL,
    UNIQUE KEY uk_kecamatan_kode (kode_bps)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS kelurahan (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kecamatan_id INT UNSIGNED NOT NULL,
    nama VARCHAR(80) NOT NULL,
    UNIQUE KEY uk_kelurahan_nama (kecamatan_id, nama),
    CONSTRAINT fk_kelurahan_kecamatan FOREIGN KEY (kecamatan_id) REFERENCES kecamatan (id)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS kelurahan_varian (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kelurahan_id INT UNSIGNED NOT NULL,
    ejaan VARCHAR(80) NOT NULL,
    UNIQUE KEY uk_kelurahan_varian_ejaan (ejaan),
    KEY ix_kelurahan_varian_kelurahan (kelurahan_id),
    CONSTRAINT fk_kelurahan_varian_kelurahan FOREIGN KEY (kelurahan_id) REFERENCES kelurahan (id)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS opd (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kode VARCHAR(40) NOT NULL,
    nama VARCHAR(80) NOT NULL,
    nama_lengkap VARCHAR(200) NOT NULL,
    berlaku_dari DATE NOT NULL,
    berlaku_sampai DATE NULL,
    UNIQUE KEY uk_opd_kode (kode)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS bidang (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kode VARCHAR(40) NOT NULL,
    nama VARCHAR(80) NOT NULL,
    urutan INT UNSIGNED NOT NULL,
    UNIQUE KEY uk_bidang_kode (kode)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS bidang_opd (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    bidang_id INT UNSIGNED NOT NULL,
    opd_id INT UNSIGNED NOT NULL,
    opd_usulan VARCHAR(80) NULL,
    berlaku_dari DATE NOT NULL,
    berlaku_sampai DATE NULL,
    UNIQUE KEY uk_bidang_opd_mulai (bidang_id, berlaku_dari),
    KEY ix_bidang_opd_opd (opd_id),
    CONSTRAINT fk_bidang_opd_bidang FOREIGN KEY (bidang_id) REFERENCES bidang (id),
    CONSTRAINT fk_bidang_opd_opd FOREIGN KEY (opd_id) REFERENCES opd (id),
    CONSTRAINT ck_bidang_opd_masa CHECK (berlaku_sampai IS NULL OR berlaku_sampai >= berlaku_dari)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS ormas (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    nama VARCHAR(200) NOT NULL,
    nama_normal VARCHAR(200) NOT NULL,
    cari VARCHAR(600) NOT NULL,
    bentuk VARCHAR(30) NOT NULL,
    status VARCHAR(30) NOT NULL,
    dasar_hukum_nomor VARCHAR(120) NULL,
    dasar_hukum_normal VARCHAR(120) NULL,
    dasar_hukum_tanggal DATE NULL,
    akta_nomor VARCHAR(60) NULL,
    akta_tanggal DATE NULL,
    npwp VARCHAR(16) NULL,
    nomor_skko VARCHAR(80) NULL,
    skko_berlaku_sampai DATE NULL,
    terdaftar_pada DATE NULL,
    kelurahan_id INT UNSIGNED NULL,
    luar_domisili TINYINT(1) NOT NULL DEFAULT 0,
    alamat VARCHAR(300) NOT NULL DEFAULT '',
    rt VARCHAR(5) NULL,
    rw VARCHAR(5) NULL,
    bidang_id INT UNSIGNED NULL,
    bidang_teks VARCHAR(120) NULL,
    opd_id INT UNSIGNED NULL,
    sumber_dana VARCHAR(200) NULL,
    jumlah_anggota INT UNSIGNED NULL,
    telepon VARCHAR(20) NULL,
    surel VARCHAR(190) NULL,
    kegiatan_terakhir DATE NULL,
    iko_tahun SMALLINT UNSIGNED NULL,
    iko_skor DECIMAL(5,2) NULL,
    iko_tingkat TINYINT UNSIGNED NULL,
    iko_sebutan VARCHAR(60) NULL,
    iko_sementara TINYINT(1) NOT NULL DEFAULT 0,
    sumber VARCHAR(40) NOT NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    dibuat_pada DATETIME(3) NOT NULL,
    diubah_pada DATETIME(3) NOT NULL,
    KEY ix_ormas_nama (nama),
    KEY ix_ormas_kelurahan (kelurahan_id, nama),
    KEY ix_ormas_bidang (bidang_id, nama),
    KEY ix_ormas_opd (opd_id, nama),
    KEY ix_ormas_iko (iko_skor),
    KEY ix_ormas_kegiatan_terakhir (kegiatan_terakhir),
    KEY ix_ormas_npwp (npwp),
    KEY ix_ormas_telepon (telepon),
    KEY ix_ormas_dasar_hukum (dasar_hukum_normal),
    KEY ix_ormas_skko (nomor_skko),
    CONSTRAINT fk_ormas_kelurahan FOREIGN KEY (kelurahan_id) REFERENCES kelurahan (id),
    CONSTRAINT fk_ormas_bidang FOREIGN KEY (bidang_id) REFERENCES bidang (id),
    CONSTRAINT fk_ormas_opd FOREIGN KEY (opd_id) REFERENCES opd (id),
    CONSTRAINT ck_ormas_nama CHECK (CHAR_LENGTH(nama) > 0),
    CONSTRAINT ck_ormas_status CHECK (status IN ('terdaftar', 'dibekukan', 'dicabut', 'bubar')),
    CONSTRAINT ck_ormas_bentuk CHECK (bentuk IN ('yayasan', 'perkumpulan', 'non-badan-hukum', 'cabang')),
    CONSTRAINT ck_ormas_domisili CHECK (luar_domisili = 1 OR kelurahan_id IS NOT NULL)
  ) ${AKHIR}`,

  // Only ever added to. The first row of an ormas may have no day: it has been there since nobody knows when.
  // Rows are only added. What was written wrongly is cancelled by a later row (`membatalkan_id`), which says what holds
  // instead; without a status it says that the change never was.
  `CREATE TABLE IF NOT EXISTS riwayat_status_ormas (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    status VARCHAR(30) NULL,
    berlaku_dari DATE NULL,
    alasan VARCHAR(300) NULL,
    membatalkan_id INT UNSIGNED NULL,
    akun_id INT UNSIGNED NULL,
    dicatat_pada DATETIME(3) NOT NULL,
    UNIQUE KEY uk_riwayat_status_ormas_membatalkan (membatalkan_id),
    KEY ix_riwayat_status_ormas_ormas (ormas_id, berlaku_dari),
    CONSTRAINT fk_riwayat_status_ormas_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_riwayat_status_ormas_membatalkan FOREIGN KEY (membatalkan_id) REFERENCES riwayat_status_ormas (id),
    CONSTRAINT ck_riwayat_status_ormas_status CHECK (status IN ('terdaftar', 'dibekukan', 'dicabut', 'bubar')),
    CONSTRAINT ck_riwayat_status_ormas_isi CHECK (membatalkan_id IS NOT NULL OR status IS NOT NULL),
    CONSTRAINT ck_riwayat_status_ormas_alasan CHECK (membatalkan_id IS NULL OR alasan IS NOT NULL)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS klaster_ormas (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    opd_id INT UNSIGNED NULL,
    bidang_id INT UNSIGNED NULL,
    berlaku_dari DATE NOT NULL,
    berlaku_sampai DATE NULL,
    sumber VARCHAR(20) NOT NULL,
    alasan VARCHAR(300) NULL,
    akun_id INT UNSIGNED NULL,
    KEY ix_klaster_ormas_ormas (ormas_id, berlaku_dari),
    KEY ix_klaster_ormas_opd (opd_id, berlaku_sampai),
    KEY ix_klaster_ormas_bidang (bidang_id),
    CONSTRAINT fk_klaster_ormas_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_klaster_ormas_opd FOREIGN KEY (opd_id) REFERENCES opd (id),
    CONSTRAINT fk_klaster_ormas_bidang FOREIGN KEY (bidang_id) REFERENCES bidang (id),
    CONSTRAINT ck_klaster_ormas_sumber CHECK (sumber IN ('bidang', 'petugas'))
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS pengurus (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    jabatan VARCHAR(40) NOT NULL,
    nama VARCHAR(160) NOT NULL,
    dari DATE NOT NULL,
    sampai DATE NULL,
    KEY ix_pengurus_ormas (ormas_id, dari),
    CONSTRAINT fk_pengurus_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS ormas_konfirmasi (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    tanggal DATE NOT NULL,
    akun_id INT UNSIGNED NULL,
    UNIQUE KEY uk_ormas_konfirmasi (ormas_id, tanggal),
    CONSTRAINT fk_ormas_konfirmasi_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id)
  ) ${AKHIR}`,
];

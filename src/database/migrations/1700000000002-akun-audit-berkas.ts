import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Accounts and their sessions, the audit trail, files, form tokens, and the outbox. */
export class AkunAuditBerkas1700000000002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABEL: Pernyataan[] = [
  `CREATE TABLE IF NOT EXISTS akun (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    surel VARCHAR(190) NOT NULL,
    nama VARCHAR(160) NOT NULL,
    peran VARCHAR(20) NOT NULL,
    sandi VARCHAR(255) NULL,
    opd_id INT UNSIGNED NULL,
    ormas_id INT UNSIGNED NULL,
    aktif TINYINT(1) NOT NULL DEFAULT 1,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    dibuat_pada DATETIME(3) NOT NULL,
    diubah_pada DATETIME(3) NOT NULL,
    UNIQUE KEY uk_akun_surel (surel),
    KEY ix_akun_opd (opd_id),
    KEY ix_akun_ormas (ormas_id),
    CONSTRAINT fk_akun_opd FOREIGN KEY (opd_id) REFERENCES opd (id),
    CONSTRAINT fk_akun_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT ck_akun_peran CHECK (peran IN ('admin', 'petugas', 'kabid', 'kaban', 'opd', 'sekretaris', 'pimpinan')),
    CONSTRAINT ck_akun_lingkup_opd CHECK (peran <> 'opd' OR opd_id IS NOT NULL)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS sesi (
    id CHAR(64) NOT NULL PRIMARY KEY,
    akun_id INT UNSIGNED NULL,
    data TEXT NOT NULL,
    alamat VARCHAR(45) NOT NULL DEFAULT '',
    peramban VARCHAR(255) NOT NULL DEFAULT '',
    dibuat_pada DATETIME(3) NOT NULL,
    terakhir_pada DATETIME(3) NOT NULL,
    kedaluwarsa_pada DATETIME(3) NOT NULL,
    KEY ix_sesi_akun (akun_id),
    KEY ix_sesi_kedaluwarsa (kedaluwarsa_pada),
    CONSTRAINT fk_sesi_akun FOREIGN KEY (akun_id) REFERENCES akun (id) ON DELETE CASCADE
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS percobaan_masuk (
    kunci CHAR(64) NOT NULL PRIMARY KEY,
    jumlah INT UNSIGNED NOT NULL,
    sejak DATETIME(3) NOT NULL,
    KEY ix_percobaan_masuk_sejak (sejak)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS tautan_sekali (
    token CHAR(64) NOT NULL PRIMARY KEY,
    jenis VARCHAR(30) NOT NULL,
    akun_id INT UNSIGNED NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    kedaluwarsa_pada DATETIME(3) NOT NULL,
    dipakai_pada DATETIME(3) NULL,
    KEY ix_tautan_sekali_akun (akun_id),
    CONSTRAINT fk_tautan_sekali_akun FOREIGN KEY (akun_id) REFERENCES akun (id) ON DELETE CASCADE
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS token_formulir (
    token CHAR(64) NOT NULL PRIMARY KEY,
    dipakai_pada DATETIME(3) NOT NULL,
    tujuan VARCHAR(200) NULL,
    KEY ix_token_formulir_dipakai (dipakai_pada)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS audit (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    waktu DATETIME(3) NOT NULL,
    aktor_id INT UNSIGNED NULL,
    aktor_nama VARCHAR(160) NOT NULL,
    aktor_peran VARCHAR(20) NOT NULL,
    aksi VARCHAR(60) NOT NULL,
    objek VARCHAR(40) NOT NULL,
    objek_id VARCHAR(40) NOT NULL,
    ormas_id INT UNSIGNED NULL,
    ringkasan VARCHAR(500) NOT NULL,
    rincian MEDIUMTEXT NULL,
    KEY ix_audit_objek (objek, objek_id, id),
    KEY ix_audit_ormas (ormas_id, id),
    KEY ix_audit_aktor (aktor_id, id),
    KEY ix_audit_waktu (waktu)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS berkas (
    id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    sha256 CHAR(64) NOT NULL,
    mime VARCHAR(60) NOT NULL,
    ukuran INT UNSIGNED NOT NULL,
    lebar INT UNSIGNED NULL,
    tinggi INT UNSIGNED NULL,
    sha256_kecil CHAR(64) NULL,
    sha256_asal CHAR(64) NOT NULL,
    ukuran_asal INT UNSIGNED NOT NULL,
    nama VARCHAR(200) NOT NULL,
    objek VARCHAR(40) NOT NULL,
    objek_id INT UNSIGNED NOT NULL,
    ormas_id INT UNSIGNED NULL,
    dibuat_oleh INT UNSIGNED NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    KEY ix_berkas_sha (sha256),
    KEY ix_berkas_objek (objek, objek_id),
    KEY ix_berkas_ormas (ormas_id),
    KEY ix_berkas_dibuat_oleh (dibuat_oleh),
    CONSTRAINT fk_berkas_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_berkas_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS kotak_keluar (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    antrean VARCHAR(40) NOT NULL,
    pekerjaan VARCHAR(60) NOT NULL,
    muatan TEXT NOT NULL,
    kunci VARCHAR(120) NOT NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    tersedia_pada DATETIME(3) NOT NULL,
    dikirim_pada DATETIME(3) NULL,
    selesai_pada DATETIME(3) NULL,
    gagal_pada DATETIME(3) NULL,
    percobaan INT UNSIGNED NOT NULL DEFAULT 0,
    galat VARCHAR(1000) NULL,
    UNIQUE KEY uk_kotak_keluar_kunci (kunci),
    KEY ix_kotak_keluar_giliran (selesai_pada, gagal_pada, tersedia_pada)
  ) ${AKHIR}`,

  {
    tabel: 'klaster_ormas',
    kendala: 'fk_klaster_ormas_akun',
    sql: `ALTER TABLE klaster_ormas ADD KEY ix_klaster_ormas_akun (akun_id),
    ADD CONSTRAINT fk_klaster_ormas_akun FOREIGN KEY (akun_id) REFERENCES akun (id)`,
  },
  {
    tabel: 'riwayat_status_ormas',
    kendala: 'fk_riwayat_status_ormas_akun',
    sql: `ALTER TABLE riwayat_status_ormas ADD KEY ix_riwayat_status_ormas_akun (akun_id),
    ADD CONSTRAINT fk_riwayat_status_ormas_akun FOREIGN KEY (akun_id) REFERENCES akun (id)`,
  },
  {
    tabel: 'ormas_konfirmasi',
    kendala: 'fk_ormas_konfirmasi_akun',
    sql: `ALTER TABLE ormas_konfirmasi ADD KEY ix_ormas_konfirmasi_akun (akun_id),
    ADD CONSTRAINT fk_ormas_konfirmasi_akun FOREIGN KEY (akun_id) REFERENCES akun (id)`,
  },

  `CREATE TABLE IF NOT EXISTS ormas_dokumen (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    jenis VARCHAR(30) NOT NULL,
    nomor VARCHAR(120) NULL,
    tanggal DATE NULL,
    berlaku_sampai DATE NULL,
    status VARCHAR(20) NOT NULL,
    berkas_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NULL,
    KEY ix_ormas_dokumen_ormas (ormas_id, jenis, status, berlaku_sampai),
    KEY ix_ormas_dokumen_berkas (berkas_id),
    KEY ix_ormas_dokumen_nomor (nomor),
    CONSTRAINT fk_ormas_dokumen_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_ormas_dokumen_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
    CONSTRAINT ck_ormas_dokumen_jenis CHECK (jenis IN ('dasar-hukum', 'ad-art', 'sk-pengurus', 'program-kerja', 'sop-keuangan', 'domisili', 'npwp')),
    CONSTRAINT ck_ormas_dokumen_status CHECK (status IN ('belum-diperiksa', 'sah', 'tidak-sah'))
  ) ${AKHIR}`,
];

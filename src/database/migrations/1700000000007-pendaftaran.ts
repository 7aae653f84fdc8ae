import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Applications for the registration of existence, their rounds and documents, and accounts that wait for their e-mail to be confirmed. */
export class Pendaftaran1700000000007 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABEL: Pernyataan[] = [
  // What somebody typed who wants an account; it becomes one when the link to its e-mail is opened. `token` is the SHA-256.
  `CREATE TABLE IF NOT EXISTS calon_akun (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    surel VARCHAR(190) NOT NULL,
    nama VARCHAR(160) NOT NULL,
    sandi VARCHAR(255) NOT NULL,
    token CHAR(64) NULL,
    token_sampai DATETIME(3) NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    kedaluwarsa_pada DATETIME(3) NOT NULL,
    UNIQUE KEY uk_calon_akun_token (token),
    KEY ix_calon_akun_surel (surel),
    KEY ix_calon_akun_kedaluwarsa (kedaluwarsa_pada)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS pendaftaran (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    akun_id INT UNSIGNED NOT NULL,
    status VARCHAR(20) NOT NULL,
    formulir VARCHAR(20) NOT NULL,
    nama VARCHAR(200) NOT NULL DEFAULT '',
    jawaban MEDIUMTEXT NOT NULL,
    petugas_id INT UNSIGNED NULL,
    catatan VARCHAR(1000) NOT NULL DEFAULT '',
    catatan_bidang TEXT NOT NULL,
    diajukan_pertama_pada DATETIME(3) NULL,
    diputuskan_pada DATETIME(3) NULL,
    diputuskan_oleh INT UNSIGNED NULL,
    ormas_id INT UNSIGNED NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    dibuat_pada DATETIME(3) NOT NULL,
    diubah_pada DATETIME(3) NOT NULL,
    KEY ix_pendaftaran_akun (akun_id),
    KEY ix_pendaftaran_status (status, diajukan_pertama_pada),
    KEY ix_pendaftaran_petugas (petugas_id, status),
    KEY ix_pendaftaran_diputuskan (diputuskan_oleh),
    KEY ix_pendaftaran_ormas (ormas_id),
    CONSTRAINT fk_pendaftaran_akun FOREIGN KEY (akun_id) REFERENCES akun (id),
    CONSTRAINT fk_pendaftaran_petugas FOREIGN KEY (petugas_id) REFERENCES akun (id),
    CONSTRAINT fk_pendaftaran_diputuskan FOREIGN KEY (diputuskan_oleh) REFERENCES akun (id),
    CONSTRAINT fk_pendaftaran_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT ck_pendaftaran_status CHECK (status IN ('draf', 'diajukan', 'perlu-perbaikan', 'diajukan-ulang', 'terverifikasi', 'terdaftar', 'ditolak', 'dicabut-pemohon')),
    CONSTRAINT ck_pendaftaran_terdaftar CHECK ((status = 'terdaftar') = (ormas_id IS NOT NULL))
  ) ${AKHIR}`,

  // From a submission to what the office said of it; with the answers in the words of that day. Only ever added to,
  // but for its end.
  `CREATE TABLE IF NOT EXISTS pendaftaran_putaran (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    pendaftaran_id INT UNSIGNED NOT NULL,
    nomor INT UNSIGNED NOT NULL,
    diajukan_pada DATETIME(3) NOT NULL,
    berakhir_pada DATETIME(3) NULL,
    potret MEDIUMTEXT NOT NULL,
    UNIQUE KEY uk_pendaftaran_putaran (pendaftaran_id, nomor),
    CONSTRAINT fk_pendaftaran_putaran FOREIGN KEY (pendaftaran_id) REFERENCES pendaftaran (id)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS pendaftaran_dokumen (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    pendaftaran_id INT UNSIGNED NOT NULL,
    kode VARCHAR(30) NOT NULL,
    nomor VARCHAR(200) NOT NULL DEFAULT '',
    tanggal VARCHAR(20) NOT NULL DEFAULT '',
    berlaku_sampai VARCHAR(20) NOT NULL DEFAULT '',
    berkas_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NULL,
    putusan VARCHAR(20) NOT NULL DEFAULT 'belum',
    catatan VARCHAR(500) NOT NULL DEFAULT '',
    UNIQUE KEY uk_pendaftaran_dokumen (pendaftaran_id, kode),
    KEY ix_pendaftaran_dokumen_berkas (berkas_id),
    CONSTRAINT fk_pendaftaran_dokumen FOREIGN KEY (pendaftaran_id) REFERENCES pendaftaran (id),
    CONSTRAINT fk_pendaftaran_dokumen_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
    CONSTRAINT ck_pendaftaran_dokumen_putusan CHECK (putusan IN ('belum', 'sesuai', 'tidak-sesuai'))
  ) ${AKHIR}`,
];

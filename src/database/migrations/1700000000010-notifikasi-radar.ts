import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Notices with their readers, mail by account, what the radar has announced, and how the register is asked for both. */
export class NotifikasiRadar1700000000010 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABEL: Pernyataan[] = [
  // `kunci` makes a notice one, however often it is left. Exactly one of the four addressees is named.
  `CREATE TABLE IF NOT EXISTS notifikasi (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kunci VARCHAR(120) NOT NULL,
    jenis VARCHAR(30) NOT NULL,
    judul VARCHAR(200) NOT NULL,
    isi VARCHAR(2000) NOT NULL,
    tautan VARCHAR(300) NULL,
    akun_id INT UNSIGNED NULL,
    peran VARCHAR(20) NULL,
    opd_id INT UNSIGNED NULL,
    ormas_id INT UNSIGNED NULL,
    diedarkan TINYINT(1) NOT NULL DEFAULT 0,
    dibuat_pada DATETIME(3) NOT NULL,
    UNIQUE KEY uk_notifikasi_kunci (kunci),
    KEY ix_notifikasi_akun (akun_id),
    KEY ix_notifikasi_opd (opd_id),
    KEY ix_notifikasi_ormas (ormas_id, id),
    CONSTRAINT fk_notifikasi_akun FOREIGN KEY (akun_id) REFERENCES akun (id),
    CONSTRAINT fk_notifikasi_opd FOREIGN KEY (opd_id) REFERENCES opd (id),
    CONSTRAINT fk_notifikasi_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT ck_notifikasi_tujuan CHECK
      ((akun_id IS NOT NULL) + (peran IS NOT NULL) + (opd_id IS NOT NULL) + (ormas_id IS NOT NULL) = 1)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS notifikasi_penerima (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    notifikasi_id INT UNSIGNED NOT NULL,
    akun_id INT UNSIGNED NOT NULL,
    dibaca_pada DATETIME(3) NULL,
    surel VARCHAR(12) NOT NULL DEFAULT 'tidak',
    surel_percobaan TINYINT UNSIGNED NOT NULL DEFAULT 0,
    surel_pada DATETIME(3) NULL,
    UNIQUE KEY uk_notifikasi_penerima (notifikasi_id, akun_id),
    KEY ix_notifikasi_penerima_akun (akun_id, dibaca_pada, id),
    CONSTRAINT fk_notifikasi_penerima_notifikasi FOREIGN KEY (notifikasi_id) REFERENCES notifikasi (id),
    CONSTRAINT fk_notifikasi_penerima_akun FOREIGN KEY (akun_id) REFERENCES akun (id),
    CONSTRAINT ck_notifikasi_penerima_surel CHECK
      (surel IN ('tidak', 'menunggu', 'mengirim', 'terkirim', 'gagal', 'tidak-pasti'))
  ) ${AKHIR}`,

  // An account without a row wants mail.
  `CREATE TABLE IF NOT EXISTS notifikasi_pilihan (
    akun_id INT UNSIGNED NOT NULL PRIMARY KEY,
    surel TINYINT(1) NOT NULL,
    CONSTRAINT fk_notifikasi_pilihan_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
  ) ${AKHIR}`,

  // Each thing is announced once per end and threshold (days before it); hari: the day in Jakarta on which it was found.
  `CREATE TABLE IF NOT EXISTS radar_peringatan (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    benda VARCHAR(20) NOT NULL,
    benda_id INT UNSIGNED NOT NULL,
    ormas_id INT UNSIGNED NOT NULL,
    opd_id INT UNSIGNED NULL,
    rinci VARCHAR(30) NOT NULL,
    nomor VARCHAR(120) NULL,
    berlaku_sampai DATE NOT NULL,
    ambang TINYINT UNSIGNED NOT NULL,
    hari DATE NOT NULL,
    diberitahukan TINYINT(1) NOT NULL DEFAULT 0,
    UNIQUE KEY uk_radar_peringatan (benda, benda_id, berlaku_sampai, ambang),
    KEY ix_radar_peringatan_ormas (ormas_id),
    KEY ix_radar_peringatan_opd (opd_id),
    KEY ix_radar_peringatan_giliran (diberitahukan, id),
    KEY ix_radar_peringatan_hari (hari),
    CONSTRAINT fk_radar_peringatan_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_radar_peringatan_opd FOREIGN KEY (opd_id) REFERENCES opd (id)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS radar_hari (
    hari DATE NOT NULL PRIMARY KEY
  ) ${AKHIR}`,
];

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Requests for changes of the register, and the dated history of its facts. */
export class RiwayatDanPerubahan1700000000009 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABEL: Pernyataan[] = [
  // One request is about one matter (`perihal`). `usul` and `sebelum` are JSON as text: what shall hold, and what held
  // when it was sent; `keadaan_lama` is what the approval replaced, so that it can be put back.
  `CREATE TABLE IF NOT EXISTS perubahan_ormas (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    perihal VARCHAR(20) NOT NULL,
    asal VARCHAR(10) NOT NULL,
    status VARCHAR(20) NOT NULL,
    usul MEDIUMTEXT NOT NULL,
    sebelum MEDIUMTEXT NULL,
    keadaan_lama MEDIUMTEXT NULL,
    alasan VARCHAR(1000) NOT NULL DEFAULT '',
    berlaku DATE NULL,
    bukti_nomor VARCHAR(120) NULL,
    bukti_tanggal DATE NULL,
    bukti_sampai DATE NULL,
    catatan VARCHAR(1000) NULL,
    diajukan_pertama_pada DATETIME(3) NULL,
    diajukan_pada DATETIME(3) NULL,
    diputuskan_pada DATETIME(3) NULL,
    diputuskan_oleh INT UNSIGNED NULL,
    dibuat_oleh INT UNSIGNED NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    dibuat_pada DATETIME(3) NOT NULL,
    diubah_pada DATETIME(3) NOT NULL,
    KEY ix_perubahan_ormas_ormas (ormas_id, id),
    KEY ix_perubahan_ormas_status (status, diajukan_pada),
    KEY ix_perubahan_ormas_pemutus (diputuskan_oleh),
    KEY ix_perubahan_ormas_pembuat (dibuat_oleh),
    CONSTRAINT fk_perubahan_ormas_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_perubahan_ormas_pemutus FOREIGN KEY (diputuskan_oleh) REFERENCES akun (id),
    CONSTRAINT fk_perubahan_ormas_pembuat FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT ck_perubahan_ormas_asal CHECK (asal IN ('ormas', 'petugas')),
    CONSTRAINT ck_perubahan_ormas_status CHECK (status IN ('draf', 'diajukan', 'perlu-perbaikan', 'disetujui', 'ditolak', 'dicabut-pemohon')),
    CONSTRAINT ck_perubahan_ormas_diajukan CHECK (status <> 'diajukan' OR (diajukan_pada IS NOT NULL AND berlaku IS NOT NULL)),
    CONSTRAINT ck_perubahan_ormas_disetujui CHECK (status <> 'disetujui' OR keadaan_lama IS NOT NULL)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS perubahan_bukti (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    perubahan_id INT UNSIGNED NOT NULL,
    berkas_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    dilepas_pada DATETIME(3) NULL,
    KEY ix_perubahan_bukti_perubahan (perubahan_id),
    KEY ix_perubahan_bukti_berkas (berkas_id),
    CONSTRAINT fk_perubahan_bukti_perubahan FOREIGN KEY (perubahan_id) REFERENCES perubahan_ormas (id),
    CONSTRAINT fk_perubahan_bukti_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id)
  ) ${AKHIR}`,

  // One row says that a fact had a value from a day to a day (both included; null: since nobody knows when, until
  // further notice). Rows that were replaced by another of the same day, or reversed, keep what was believed until
  // `gugur_pada`; nothing is deleted. `kini` lets the database itself refuse a second present value.
  `CREATE TABLE IF NOT EXISTS riwayat_ormas (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    fakta VARCHAR(20) NOT NULL,
    nilai TEXT NOT NULL,
    berlaku_dari DATE NULL,
    berlaku_sampai DATE NULL,
    sumber VARCHAR(20) NOT NULL,
    alasan VARCHAR(1000) NULL,
    perubahan_id INT UNSIGNED NULL,
    akun_id INT UNSIGNED NULL,
    dicatat_pada DATETIME(3) NOT NULL,
    gugur_pada DATETIME(3) NULL,
    kini TINYINT UNSIGNED GENERATED ALWAYS AS (CASE WHEN berlaku_sampai IS NULL AND gugur_pada IS NULL THEN 1 END) STORED,
    UNIQUE KEY uk_riwayat_ormas_kini (ormas_id, fakta, kini),
    KEY ix_riwayat_ormas_perubahan (perubahan_id),
    CONSTRAINT fk_riwayat_ormas_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_riwayat_ormas_perubahan FOREIGN KEY (perubahan_id) REFERENCES perubahan_ormas (id),
    CONSTRAINT ck_riwayat_ormas_masa CHECK (berlaku_sampai IS NULL OR berlaku_dari IS NULL OR berlaku_sampai >= berlaku_dari),
    CONSTRAINT ck_riwayat_ormas_sumber CHECK (sumber IN ('awal', 'kantor', 'ormas', 'perubahan', 'pembatalan'))
  ) ${AKHIR}`,
];

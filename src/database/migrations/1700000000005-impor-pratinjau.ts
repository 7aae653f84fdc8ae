import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Register files that wait to be taken in: what became of each line, and what was corrected in it. */
export class ImporPratinjau1700000000005 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABEL: Pernyataan[] = [
  `INSERT IGNORE INTO kunci_kerja (nama) VALUES ('impor-berkas')`,

  `CREATE TABLE IF NOT EXISTS impor (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    berkas VARCHAR(200) NOT NULL,
    sha256 CHAR(64) NOT NULL,
    ukuran INT UNSIGNED NOT NULL,
    status VARCHAR(20) NOT NULL,
    tata_letak VARCHAR(20) NULL,
    sandi VARCHAR(20) NULL,
    judul MEDIUMTEXT NULL,
    jumlah INT UNSIGNED NOT NULL DEFAULT 0,
    diproses INT UNSIGNED NOT NULL DEFAULT 0,
    masuk INT UNSIGNED NULL,
    pesan VARCHAR(1000) NULL,
    ulangan INT UNSIGNED NOT NULL DEFAULT 0,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    dibuat_oleh INT UNSIGNED NOT NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    mulai_pada DATETIME(3) NULL,
    selesai_pada DATETIME(3) NULL,
    kedaluwarsa_pada DATETIME(3) NOT NULL,
    KEY ix_impor_dibuat_oleh (dibuat_oleh, id),
    KEY ix_impor_sha256 (sha256),
    KEY ix_impor_kedaluwarsa (kedaluwarsa_pada),
    CONSTRAINT fk_impor_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT ck_impor_status CHECK (status IN ('menunggu', 'memeriksa', 'siap', 'memasukkan', 'selesai', 'gagal'))
  ) ${AKHIR}`,

  // sel: the cells as they count now; sel_asal: as they stood in the file, once they were corrected.
  `CREATE TABLE IF NOT EXISTS impor_baris (
    impor_id INT UNSIGNED NOT NULL,
    nomor INT UNSIGNED NOT NULL,
    sampai INT UNSIGNED NOT NULL,
    nama VARCHAR(200) NOT NULL,
    sel MEDIUMTEXT NOT NULL,
    sel_asal MEDIUMTEXT NULL,
    kunci TEXT NULL,
    hasil VARCHAR(20) NOT NULL,
    alasan TEXT NULL,
    catatan TEXT NULL,
    kembaran INT UNSIGNED NULL,
    kembaran_ormas INT UNSIGNED NULL,
    dilewati TINYINT(1) NOT NULL DEFAULT 0,
    dikoreksi_oleh INT UNSIGNED NULL,
    dikoreksi_pada DATETIME(3) NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    PRIMARY KEY (impor_id, nomor),
    KEY ix_impor_baris_hasil (impor_id, dilewati, hasil, nomor),
    KEY ix_impor_baris_kembaran_ormas (kembaran_ormas),
    KEY ix_impor_baris_dikoreksi_oleh (dikoreksi_oleh),
    CONSTRAINT fk_impor_baris_impor FOREIGN KEY (impor_id) REFERENCES impor (id) ON DELETE CASCADE,
    CONSTRAINT fk_impor_baris_kembaran_ormas FOREIGN KEY (kembaran_ormas) REFERENCES ormas (id) ON DELETE SET NULL,
    CONSTRAINT fk_impor_baris_dikoreksi_oleh FOREIGN KEY (dikoreksi_oleh) REFERENCES akun (id),
    CONSTRAINT ck_impor_baris_hasil CHECK (hasil IN ('diterima', 'ganda', 'ditolak'))
  ) ${AKHIR}`,
];

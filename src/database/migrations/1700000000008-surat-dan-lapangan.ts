import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Holidays, letters of existence with their numbers, and the check code of a report. */
export class SuratDanLapangan1700000000008 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KODE = 'CHAR(16) CHARACTER SET ascii COLLATE ascii_bin';

const TABEL: Pernyataan[] = [
  // A day is never deleted: one that turns out to be worked has berlaku = 0, so that loading the reference data again
  // does not bring it back.
  `CREATE TABLE IF NOT EXISTS hari_libur (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tanggal DATE NOT NULL,
    nama VARCHAR(160) NOT NULL,
    jenis VARCHAR(20) NOT NULL,
    kepastian VARCHAR(20) NOT NULL,
    dasar VARCHAR(200) NOT NULL DEFAULT '',
    berlaku TINYINT(1) NOT NULL DEFAULT 1,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY uk_hari_libur_tanggal (tanggal),
    CONSTRAINT ck_hari_libur_jenis CHECK (jenis IN ('nasional', 'cuti-bersama', 'setempat')),
    CONSTRAINT ck_hari_libur_kepastian CHECK (kepastian IN ('ketetapan', 'perkiraan')),
    CONSTRAINT ck_hari_libur_nama CHECK (CHAR_LENGTH(nama) > 0)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS surat_nomor (
    tahun SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
    terakhir INT UNSIGNED NOT NULL
  ) ${AKHIR}`,

  // What is printed stands in isi and is never changed; what happens to the letter afterwards stands beside it.
  `CREATE TABLE IF NOT EXISTS surat (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    tahun SMALLINT UNSIGNED NOT NULL,
    urut INT UNSIGNED NOT NULL,
    nomor VARCHAR(80) NOT NULL,
    kode ${KODE} NOT NULL,
    terbit DATE NOT NULL,
    berlaku_sampai DATE NOT NULL,
    isi TEXT NOT NULL,
    status VARCHAR(20) NOT NULL,
    menggantikan_id INT UNSIGNED NULL,
    alasan_terbit VARCHAR(300) NULL,
    dicabut_pada DATE NULL,
    alasan_cabut VARCHAR(500) NULL,
    dokumen VARCHAR(20) NOT NULL,
    berkas_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NULL,
    galat VARCHAR(300) NULL,
    ulangan INT UNSIGNED NOT NULL DEFAULT 0,
    dibuat_oleh INT UNSIGNED NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY uk_surat_urut (tahun, urut),
    UNIQUE KEY uk_surat_nomor (nomor),
    UNIQUE KEY uk_surat_kode (kode),
    UNIQUE KEY uk_surat_menggantikan (menggantikan_id),
    KEY ix_surat_ormas (ormas_id, id),
    KEY ix_surat_berakhir (status, berlaku_sampai),
    KEY ix_surat_berkas (berkas_id),
    KEY ix_surat_dibuat_oleh (dibuat_oleh),
    CONSTRAINT fk_surat_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_surat_menggantikan FOREIGN KEY (menggantikan_id) REFERENCES surat (id),
    CONSTRAINT fk_surat_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
    CONSTRAINT fk_surat_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT ck_surat_status CHECK (status IN ('terbit', 'diganti', 'dicabut')),
    CONSTRAINT ck_surat_dokumen CHECK (dokumen IN ('menunggu', 'selesai', 'gagal')),
    CONSTRAINT ck_surat_masa CHECK (berlaku_sampai >= terbit),
    CONSTRAINT ck_surat_cabut CHECK ((status = 'dicabut') = (dicabut_pada IS NOT NULL))
  ) ${AKHIR}`,

  {
    tabel: 'laporan',
    kendala: 'uk_laporan_kode',
    sql: `ALTER TABLE laporan ADD COLUMN kode ${KODE} NULL, ADD CONSTRAINT uk_laporan_kode UNIQUE (kode)`,
  },
];

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/**
 * Guidance and sanctions with their letter, their files, their end and what of them was wrong; recommendations with who
 * answers for them, what the ormas reports about them, and whether they were withdrawn. What was recorded before stays.
 */
export class PembinaanDanRekomendasi1700000000013 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, UBAHAN);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const ID_BERKAS = 'CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL';

const UBAHAN: Pernyataan[] = [
  // Rows of before have no letter, nobody and no instant: all of it was told in `dasar`.
  {
    tabel: 'pembinaan',
    kendala: 'fk_pembinaan_menggantikan',
    sql: `ALTER TABLE pembinaan
      ADD COLUMN nomor VARCHAR(120) NULL,
      ADD COLUMN tanggal_surat DATE NULL,
      ADD COLUMN akhir_dasar VARCHAR(300) NULL,
      ADD COLUMN dicatat_oleh INT UNSIGNED NULL,
      ADD COLUMN dicatat_pada DATETIME(3) NULL,
      ADD COLUMN batal_oleh INT UNSIGNED NULL,
      ADD COLUMN batal_pada DATETIME(3) NULL,
      ADD COLUMN batal_alasan VARCHAR(300) NULL,
      ADD COLUMN menggantikan_id INT UNSIGNED NULL,
      ADD COLUMN versi INT UNSIGNED NOT NULL DEFAULT 1,
      ADD KEY ix_pembinaan_tanggal (tanggal, id),
      ADD KEY ix_pembinaan_dicatat_oleh (dicatat_oleh),
      ADD KEY ix_pembinaan_batal_oleh (batal_oleh),
      ADD UNIQUE KEY uk_pembinaan_menggantikan (menggantikan_id),
      ADD CONSTRAINT fk_pembinaan_dicatat_oleh FOREIGN KEY (dicatat_oleh) REFERENCES akun (id),
      ADD CONSTRAINT fk_pembinaan_batal_oleh FOREIGN KEY (batal_oleh) REFERENCES akun (id),
      ADD CONSTRAINT ck_pembinaan_masa CHECK (sampai IS NULL OR sampai >= tanggal),
      ADD CONSTRAINT ck_pembinaan_batal CHECK ((batal_pada IS NULL) = (batal_alasan IS NULL)),
      ADD CONSTRAINT fk_pembinaan_menggantikan FOREIGN KEY (menggantikan_id) REFERENCES pembinaan (id)`,
  },

  // A correction keeps the files that were right: one file may belong to several rows.
  `CREATE TABLE IF NOT EXISTS pembinaan_berkas (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    pembinaan_id INT UNSIGNED NOT NULL,
    berkas_id ${ID_BERKAS},
    UNIQUE KEY uk_pembinaan_berkas (pembinaan_id, berkas_id),
    KEY ix_pembinaan_berkas_berkas (berkas_id),
    CONSTRAINT fk_pembinaan_berkas_pembinaan FOREIGN KEY (pembinaan_id) REFERENCES pembinaan (id),
    CONSTRAINT fk_pembinaan_berkas_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id)
  ) ${AKHIR}`,

  // Who answers for it: the ormas itself unless told. dilaporkan_pada: since when a report that it is done waits.
  {
    tabel: 'rekomendasi',
    kendala: 'fk_rekomendasi_batal_oleh',
    sql: `ALTER TABLE rekomendasi
      ADD COLUMN penanggung VARCHAR(12) NOT NULL DEFAULT 'ormas',
      ADD COLUMN opd_id INT UNSIGNED NULL,
      ADD COLUMN dibuat_oleh INT UNSIGNED NULL,
      ADD COLUMN dilaporkan_pada DATETIME(3) NULL,
      ADD COLUMN batal_oleh INT UNSIGNED NULL,
      ADD COLUMN batal_pada DATETIME(3) NULL,
      ADD COLUMN batal_alasan VARCHAR(300) NULL,
      ADD COLUMN versi INT UNSIGNED NOT NULL DEFAULT 1,
      ADD KEY ix_rekomendasi_tempo (jatuh_tempo, id),
      ADD KEY ix_rekomendasi_dilaporkan (dilaporkan_pada),
      ADD KEY ix_rekomendasi_opd (opd_id),
      ADD KEY ix_rekomendasi_dibuat_oleh (dibuat_oleh),
      ADD KEY ix_rekomendasi_batal_oleh (batal_oleh),
      ADD CONSTRAINT fk_rekomendasi_opd FOREIGN KEY (opd_id) REFERENCES opd (id),
      ADD CONSTRAINT fk_rekomendasi_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
      ADD CONSTRAINT ck_rekomendasi_penanggung CHECK (penanggung IN ('ormas', 'opd', 'kecamatan', 'kelurahan')),
      ADD CONSTRAINT ck_rekomendasi_opd CHECK ((penanggung = 'opd') = (opd_id IS NOT NULL)),
      ADD CONSTRAINT ck_rekomendasi_batal CHECK ((batal_pada IS NULL) = (batal_alasan IS NULL)),
      ADD CONSTRAINT fk_rekomendasi_batal_oleh FOREIGN KEY (batal_oleh) REFERENCES akun (id)`,
  },

  // What was done about it, as told by the ormas or by an officer. selesai_pada: the day it says it was done, null: under way.
  `CREATE TABLE IF NOT EXISTS rekomendasi_kemajuan (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    rekomendasi_id INT UNSIGNED NOT NULL,
    uraian VARCHAR(1000) NOT NULL,
    selesai_pada DATE NULL,
    dibuat_oleh INT UNSIGNED NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    putusan VARCHAR(12) NULL,
    catatan VARCHAR(300) NULL,
    diputuskan_oleh INT UNSIGNED NULL,
    diputuskan_pada DATETIME(3) NULL,
    KEY ix_rekomendasi_kemajuan_rekomendasi (rekomendasi_id, id),
    KEY ix_rekomendasi_kemajuan_dibuat_oleh (dibuat_oleh),
    KEY ix_rekomendasi_kemajuan_diputuskan_oleh (diputuskan_oleh),
    CONSTRAINT fk_rekomendasi_kemajuan_rekomendasi FOREIGN KEY (rekomendasi_id) REFERENCES rekomendasi (id),
    CONSTRAINT fk_rekomendasi_kemajuan_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT fk_rekomendasi_kemajuan_diputuskan_oleh FOREIGN KEY (diputuskan_oleh) REFERENCES akun (id),
    CONSTRAINT ck_rekomendasi_kemajuan_putusan CHECK (putusan IN ('diterima', 'dikembalikan', 'dibuka'))
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS rekomendasi_berkas (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kemajuan_id INT UNSIGNED NOT NULL,
    berkas_id ${ID_BERKAS},
    UNIQUE KEY uk_rekomendasi_berkas (kemajuan_id, berkas_id),
    KEY ix_rekomendasi_berkas_berkas (berkas_id),
    CONSTRAINT fk_rekomendasi_berkas_kemajuan FOREIGN KEY (kemajuan_id) REFERENCES rekomendasi_kemajuan (id),
    CONSTRAINT fk_rekomendasi_berkas_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id)
  ) ${AKHIR}`,
];

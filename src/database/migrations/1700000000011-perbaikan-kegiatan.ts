import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** What an ormas rewrites of a report that was sent once, apart from what was sent; and what accounts send in a day. */
export class PerbaikanKegiatan1700000000011 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABEL: Pernyataan[] = [
  // `isian` is JSON text of the fields of the form.
  `CREATE TABLE IF NOT EXISTS kegiatan_perbaikan (
    kegiatan_id INT UNSIGNED NOT NULL PRIMARY KEY,
    isian MEDIUMTEXT NOT NULL,
    diubah_pada DATETIME(3) NOT NULL,
    CONSTRAINT fk_kegiatan_perbaikan_kegiatan FOREIGN KEY (kegiatan_id) REFERENCES kegiatan (id)
  ) ${AKHIR}`,

  // All evidence that the rewritten report would have. `nomor` is the id in kegiatan_bukti of what was sent already,
  // and above those of its report for what is new: a form made before the first change names the same files after it.
  `CREATE TABLE IF NOT EXISTS kegiatan_perbaikan_bukti (
    kegiatan_id INT UNSIGNED NOT NULL,
    nomor INT UNSIGNED NOT NULL,
    berkas_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    jenis VARCHAR(20) NOT NULL,
    keterangan VARCHAR(300) NOT NULL DEFAULT '',
    urutan INT UNSIGNED NOT NULL,
    PRIMARY KEY (kegiatan_id, nomor),
    UNIQUE KEY uk_kegiatan_perbaikan_bukti_berkas (berkas_id),
    CONSTRAINT fk_kegiatan_perbaikan_bukti_perbaikan FOREIGN KEY (kegiatan_id) REFERENCES kegiatan_perbaikan (kegiatan_id),
    CONSTRAINT fk_kegiatan_perbaikan_bukti_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
    CONSTRAINT ck_kegiatan_perbaikan_bukti_jenis CHECK (jenis IN ('foto', 'dokumen'))
  ) ${AKHIR}`,

  // Bytes received from an account on its last day of sending (Jakarta), also those that never got a row.
  `CREATE TABLE IF NOT EXISTS kiriman_akun (
    akun_id INT UNSIGNED NOT NULL PRIMARY KEY,
    hari DATE NOT NULL,
    bita BIGINT UNSIGNED NOT NULL,
    CONSTRAINT fk_kiriman_akun_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
  ) ${AKHIR}`,
];

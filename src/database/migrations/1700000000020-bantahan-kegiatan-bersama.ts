import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** The answer of an OPD that an activity was not held together with it. */
export class BantahanKegiatanBersama1700000000020 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const TABEL: Pernyataan[] = [
  // Counts while the report names this OPD: of another one nobody has said anything.
  `CREATE TABLE IF NOT EXISTS kegiatan_bantahan (
    kegiatan_id INT UNSIGNED NOT NULL PRIMARY KEY,
    opd_id INT UNSIGNED NOT NULL,
    alasan VARCHAR(1000) NOT NULL,
    pada DATETIME(3) NOT NULL,
    KEY ix_kegiatan_bantahan_opd (opd_id),
    CONSTRAINT fk_kegiatan_bantahan_kegiatan FOREIGN KEY (kegiatan_id) REFERENCES kegiatan (id),
    CONSTRAINT fk_kegiatan_bantahan_opd FOREIGN KEY (opd_id) REFERENCES opd (id)
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`,
];

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** What the index of a long register is followed by; the table of words before it is no longer read. */
export class IndeksRegister1700000000017 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABEL: Pernyataan[] = [
  // Which ormas have changed in what lists show of them, in the order in which numbers were given. A nudge, cut at its
  // beginning by whoever sweeps: no foreign key, and no row that matters.
  `CREATE TABLE IF NOT EXISTS ormas_ubahan (
    urut BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL
  ) ${AKHIR}`,
  'DROP TABLE IF EXISTS ormas_kata',
];

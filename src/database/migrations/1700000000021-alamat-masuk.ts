import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** From where an account signed in before. */
export class AlamatMasuk1700000000021 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const TABEL: Pernyataan[] = [
  // `alamat` is a SHA-256: the row is compared, never read.
  `CREATE TABLE IF NOT EXISTS alamat_masuk (
    akun_id INT UNSIGNED NOT NULL,
    alamat CHAR(64) NOT NULL,
    terakhir_pada DATETIME(3) NOT NULL,
    PRIMARY KEY (akun_id, alamat),
    KEY ix_alamat_masuk_terakhir (terakhir_pada),
    CONSTRAINT fk_alamat_masuk_akun FOREIGN KEY (akun_id) REFERENCES akun (id) ON DELETE CASCADE
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`,
];

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** The field visit of whose record a recommendation came. */
export class RekomendasiKunjungan1700000000022 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, UBAHAN);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const UBAHAN: Pernyataan[] = [
  {
    tabel: 'rekomendasi',
    kendala: 'fk_rekomendasi_kunjungan',
    sql: `ALTER TABLE rekomendasi
      ADD COLUMN kunjungan_id INT UNSIGNED NULL,
      ADD KEY ix_rekomendasi_kunjungan (kunjungan_id),
      ADD CONSTRAINT fk_rekomendasi_kunjungan FOREIGN KEY (kunjungan_id) REFERENCES kunjungan (id)`,
  },
];

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Whose name a line of an import nearly has. */
export class BarisMirip1700000000025 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, KOLOM);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const tabel = 'impor_baris';
const KOLOM: Pernyataan[] = [
  { tabel, kolom: 'mirip', sql: 'ALTER TABLE impor_baris ADD COLUMN mirip INT UNSIGNED NULL' },
  { tabel, kolom: 'mirip_ormas', sql: 'ALTER TABLE impor_baris ADD COLUMN mirip_ormas INT UNSIGNED NULL' },
  {
    tabel,
    kendala: 'fk_impor_baris_mirip_ormas',
    sql: `ALTER TABLE impor_baris ADD KEY ix_impor_baris_mirip_ormas (mirip_ormas),
      ADD CONSTRAINT fk_impor_baris_mirip_ormas FOREIGN KEY (mirip_ormas) REFERENCES ormas (id) ON DELETE SET NULL`,
  },
];

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** What a field of an application said when it was remarked on: whether it was changed since is seen by it. */
export class CatatanPendaftaran1700000000027 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, KOLOM);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const KOLOM: Pernyataan[] = [
  {
    ...{ tabel: 'pendaftaran', kolom: 'catatan_bidang_atas' },
    sql: 'ALTER TABLE pendaftaran ADD COLUMN catatan_bidang_atas MEDIUMTEXT NULL',
  },
];

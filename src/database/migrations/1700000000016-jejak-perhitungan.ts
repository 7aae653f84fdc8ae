import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** What a run has seen of the trail when it began, and asking the trail by act without walking every score in it. */
export class JejakPerhitungan1700000000016 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    if (!(await q.hasColumn('hitung', 'aksi_sebelum')))
      // Acts shortly before the run that could be seen when it began; one that was written down before and came later makes it
      // more. Null: a run from before this was kept.
      await q.query('ALTER TABLE hitung ADD COLUMN aksi_sebelum INT UNSIGNED NULL');
    await jalankanBerulang(q, INDEKS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const INDEKS: Pernyataan[] = [
  {
    tabel: 'audit',
    indeks: 'ix_audit_aksi',
    sql: 'ALTER TABLE audit ADD KEY ix_audit_aksi (aksi, waktu)',
  },
];

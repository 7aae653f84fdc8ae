import process from 'node:process';
import { type DataSource } from 'typeorm';
import { bukaDataSource } from '../database/data-source.js';
import { bacaConfig } from '../infra/config/config.js';
import { jalankanMigrasi } from './migrasi.js';

/** Stands in `kunci_kerja` while the demonstration is being filled. */
const SEDANG_DIISI = 'contoh-sedang-diisi';

type Keadaan = 'kosong' | 'berisi' | 'terputus';

/**
 * `contoh`: fills an empty database with the demonstration city. One that holds ormas is left alone, except when an
 * earlier filling was cut short and nobody but the demonstration's own accounts is in it: then it is filled anew.
 */
export async function jalankan(): Promise<number> {
  const config = bacaConfig();
  const keadaan = await denganBasisData(config.databaseUrl, async (db) => {
    const kini = await bacaKeadaan(db);
    if (kini === 'terputus') await kosongkan(db);
    return kini;
  });
  if (keadaan === 'berisi') {
    process.stdout.write('Basis data sudah berisi; kota contoh hanya diisikan pada basis data kosong.\n');
    return 0;
  }
  if (keadaan === 'terputus') {
    process.stdout.write('Pengisian kota contoh sebelumnya terputus; diisi ulang dari awal.\n');
    await jalankanMigrasi(config.databaseUrl);
  }
  await denganBasisData(config.databaseUrl, (db) =>
    db.query('INSERT INTO kunci_kerja (nama) VALUES (?)', [SEDANG_DIISI]),
  );
  // Loaded only now: a portal that starts again must not wait for it.
  const { dirikanKota } = await import('./contoh/dirikan.js');
  await dirikanKota(config);
  await denganBasisData(config.databaseUrl, (db) => db.query('DELETE FROM kunci_kerja WHERE nama = ?', [SEDANG_DIISI]));
  return 0;
}

async function denganBasisData<T>(url: string, kerja: (db: DataSource) => Promise<T>): Promise<T> {
  const db = await bukaDataSource(url);
  try {
    return await kerja(db);
  } finally {
    await db.destroy();
  }
}

async function bacaKeadaan(db: DataSource): Promise<Keadaan> {
  const ada = async (sql: string, ...nilai: unknown[]) =>
    (await db.query<unknown[]>(`${sql} LIMIT 1`, nilai)).length > 0;
  const terputus = await ada('SELECT nama FROM kunci_kerja WHERE nama = ?', SEDANG_DIISI);
  const akunNyata = await ada("SELECT id FROM akun WHERE surel NOT LIKE '%@contoh.invalid'");
  if (terputus && !akunNyata) return 'terputus';
  return (await ada('SELECT id FROM ormas')) || akunNyata ? 'berisi' : 'kosong';
}

/** Drops every table of the portal; the schema is made anew by the migrations. */
async function kosongkan(db: DataSource): Promise<void> {
  const tabel = await db.query<{ nama: string }[]>(
    'SELECT table_name AS nama FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  const pelari = db.createQueryRunner();
  try {
    await pelari.query('SET FOREIGN_KEY_CHECKS = 0');
    for (const { nama } of tabel) await pelari.query(`DROP TABLE \`${nama}\``);
    await pelari.query('SET FOREIGN_KEY_CHECKS = 1');
  } finally {
    await pelari.release();
  }
}

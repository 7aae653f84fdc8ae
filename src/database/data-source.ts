import mysql from 'mysql2/promise';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRASI } from './migrations/index.js';

type Jenis = 'mysql' | 'mariadb';

/** Asks the server what it is, because TypeORM's `type` must equal it. */
async function jenisServer(url: string): Promise<Jenis> {
  const koneksi = await mysql.createConnection({ uri: url.replace(/^mariadb:/, 'mysql:') });
  try {
    const [baris] = await koneksi.query<mysql.RowDataPacket[]>('SELECT VERSION() AS versi');
    return String(baris[0]?.versi).includes('MariaDB') ? 'mariadb' : 'mysql';
  } finally {
    await koneksi.end();
  }
}

/**
 * Connection settings for one database. Instants are UTC, DATE columns stay 'YYYY-MM-DD' strings, and the schema is
 * changed by migrations only.
 */
export async function opsiDataSource(url: string, koneksi = 10): Promise<DataSourceOptions> {
  return {
    type: await jenisServer(url),
    url: url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    dateStrings: ['DATE'],
    synchronize: false,
    migrationsRun: false,
    migrations: MIGRASI,
    migrationsTableName: 'migrasi',
    logging: false,
    poolSize: koneksi,
    extra: { connectionLimit: koneksi },
  };
}

/** Opens a DataSource without entities, for migrations and reference data. */
export async function bukaDataSource(url: string): Promise<DataSource> {
  return new DataSource(await opsiDataSource(url, 2)).initialize();
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { jalankanMigrasi } from '../../src/cli/migrasi.js';
import { opsiDataSource } from '../../src/database/data-source.js';
import { type Config } from '../../src/infra/config/config.js';

/** The servers that scripts/test.mjs started for this run. */
export const LAYANAN = {
  get databaseUrl(): string {
    return wajib('UJI_DATABASE_URL').replace(/\/+$/, '');
  },
  get redisUrl(): string {
    return wajib('UJI_REDIS_URL').replace(/\/+$/, '');
  },
};

function wajib(nama: string): string {
  const nilai = process.env[nama];
  if (!nilai) throw new Error(`${nama} is not set: run the tests with "npm test"`);
  return nilai;
}

export interface BasisDataUji {
  /** Settings of a process over this database, with a folder of its own. */
  config: Config;
  url: string;
  db: DataSource;
  hapus(): Promise<void>;
}

let urutan = 0;

/** A fresh database with schema and reference data, a Redis database of its own, and an empty var folder. */
export async function basisDataUji(): Promise<BasisDataUji> {
  const nama = `portal_uji_${process.pid}_${++urutan}_${randomBytes(3).toString('hex')}`;
  const admin = await mysql.createConnection({ uri: `${LAYANAN.databaseUrl}/` });
  await admin.query(`CREATE DATABASE ${nama} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const url = `${LAYANAN.databaseUrl}/${nama}`;
  await jalankanMigrasi(url);
  const db = await new DataSource(await opsiDataSource(url, 5)).initialize();
  const varDir = mkdtempSync(join(tmpdir(), 'portal-uji-'));
  const config: Config = {
    databaseUrl: url,
    // Redis has 16 numbered databases; workers of Jest do not share one.
    redisUrl: `${LAYANAN.redisUrl}/${Number(process.env.JEST_WORKER_ID ?? 0) % 16}`,
    port: 0,
    host: '127.0.0.1',
    portalUrl: 'http://localhost',
    varDir,
    sesiRahasia: randomBytes(32).toString('hex'),
    chromium: process.env.CHROMIUM ?? '/usr/bin/chromium',
    logLevel: process.env.UJI_LOG ?? 'silent',
    percayaProksi: 0,
    surel: null,
    produksi: true,
  };
  return {
    config,
    url,
    db,
    async hapus() {
      await db.destroy();
      await admin.query(`DROP DATABASE ${nama}`);
      await admin.end();
      rmSync(varDir, { recursive: true, force: true });
    },
  };
}

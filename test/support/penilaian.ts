import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import mysql from 'mysql2/promise';
import { type DataSource } from 'typeorm';
import { type Config } from '../../src/infra/config/config.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { PenilaianModule } from '../../src/modules/penilaian/penilaian.module.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { PotonganService } from '../../src/modules/penilaian/potongan.service.js';
import { isiSintetis } from '../factories/register-sintetis.js';

/** The services of scoring over a database, without web and worker. */
export async function konteksPenilaian(config: Config): Promise<INestApplicationContext> {
  class UjiModule {}
  return NestFactory.createApplicationContext(
    { module: UjiModule, imports: [ConfigModule.untuk(config), DatabaseModule, RedisModule, PenilaianModule] },
    { logger: false, abortOnError: false },
  );
}

/** Makes the period of a year and invented ormas with a year of work; returns their ids. */
export async function isiTahun(
  app: INestApplicationContext,
  url: string,
  pilihan: { jumlah: number; tahun: number; benih: number },
): Promise<number[]> {
  await app.get(Transaksi).jalankan((em) => app.get(PeriodeService).pastikanPeriode(em, pilihan.tahun));
  const k = await mysql.createConnection({ uri: url, timezone: 'Z' });
  try {
    return await isiSintetis(k, pilihan);
  } finally {
    await k.end();
  }
}

/** Does the work of a run in this process, chunk after chunk. */
export async function kerjakanSemua(app: INestApplicationContext, db: DataSource, hitungId: number): Promise<void> {
  for (const { id } of await potonganHitung(db, hitungId)) await app.get(PotonganService).kerjakanPotongan(id);
}

/** The chunks of a run in their order. */
export function potonganHitung(db: DataSource, hitungId: number): Promise<{ id: number; jumlah: number }[]> {
  return db.query('SELECT id, jumlah FROM hitung_potongan WHERE hitung_id = ? ORDER BY nomor', [hitungId]);
}

/** Every result of a run as stored, without ids and instants: what must be equal between two runs. */
export function isiHasil(db: DataSource, hitungId: number): Promise<Record<string, unknown>[]> {
  return db.query(
    `SELECT periode_id, ormas_id, opd_id, status, ditandai, skor, tingkat, sebutan, cakupan, sementara, domain, bendera,
       masukan, jejak, masukan_hash, instrumen_hash
     FROM hasil_iko WHERE hitung_id = ? ORDER BY ormas_id`,
    [hitungId],
  );
}

/** The real worker process, from `dist/`, over the given settings. */
export function nyalakanPekerja(config: Config): ChildProcess {
  const skrip = fileURLToPath(new URL('../../dist/main-worker.js', import.meta.url));
  return spawn(process.execPath, [skrip], {
    env: {
      ...process.env,
      DATABASE_URL: config.databaseUrl,
      REDIS_URL: config.redisUrl,
      PORTAL_VAR: config.varDir,
      SESI_RAHASIA: config.sesiRahasia,
      LOG_LEVEL: 'fatal',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Ends a process by the signal and waits until it is gone. */
export async function akhiri(proses: ChildProcess, sinyal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
  if (proses.exitCode !== null || proses.signalCode !== null) return;
  const habis = once(proses, 'exit');
  proses.kill(sinyal);
  await habis;
}

/** Leaves a period closed, for what is asked of a closed one; closing itself asks for a computed year that is over. */
export async function tandaiDitutup(db: DataSource, tahun: number): Promise<void> {
  await db.query("UPDATE periode SET status = 'ditutup', versi = versi + 1 WHERE tahun = ?", [tahun]);
}

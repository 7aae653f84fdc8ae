import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Redis } from 'ioredis';
import mysql from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { ensurePrograms } from '../../scripts/lib/programs.mjs';
import { joinServices, type Services } from '../../scripts/lib/services.mjs';
import { jalankanMigrasi } from '../../src/cli/migrasi.js';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { opsiDataSource } from '../../src/database/data-source.js';
import { type Config } from '../../src/infra/config/config.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { Gudang } from '../../src/infra/storage/gudang.js';
import { LaporanModule } from '../../src/modules/laporan/laporan.module.js';
import { LaporanService, type LaporanRincian } from '../../src/modules/laporan/laporan.service.js';
import { PenilaianModule } from '../../src/modules/penilaian/penilaian.module.js';
import { bacaPenanda, kotaTernilai } from '../support/laporan.js';
import { akhiri } from '../support/penilaian.js';

const TAHUN = 2025;
const NAMA = 'portal_laporan_gangguan';

describe('a report under disturbance, with the real worker process, Chromium, Redis and MariaDB', () => {
  const varDir = mkdtempSync(join(tmpdir(), 'laporan-gangguan-'));
  let layanan: Services;
  let config: Config;
  let db: DataSource;
  let app: INestApplicationContext;
  let pekerja: ChildProcess | undefined;
  let acuan: Isi;

  interface Isi {
    halaman: number;
    penanda: unknown[];
    teks: string[];
  }

  beforeAll(async () => {
    const { paths: programs } = await ensurePrograms(['mariadb', 'redis', 'chromium'], { mayInstall: false });
    layanan = await joinServices(varDir, ['mariadb', 'redis'], { profile: 'uji', programs });
    config = await siapkan(process.env.CHROMIUM ?? programs.chromium ?? '/usr/bin/chromium');
    db = await new DataSource(await opsiDataSource(config.databaseUrl, 3)).initialize();
    class UjiModule {}
    app = await NestFactory.createApplicationContext(
      {
        module: UjiModule,
        imports: [ConfigModule.untuk(config), DatabaseModule, RedisModule, PenilaianModule, LaporanModule],
      },
      { logger: false, abortOnError: false },
    );
    await kotaTernilai(app, db, config.databaseUrl, { jumlah: 70, tahun: [2024, TAHUN] });
    pekerja = nyalakan();
    acuan = await isiDari(await sampai(await mulai(), (l) => l.status === 'selesai'));
    expect(acuan.penanda.length).toBeGreaterThan(70);
  }, 240_000);

  afterAll(async () => {
    if (pekerja) await akhiri(pekerja);
    await app?.close();
    await db?.destroy();
    await layanan?.leave();
    rmSync(varDir, { recursive: true, force: true });
  }, 60_000);

  async function siapkan(chromium: string): Promise<Config> {
    const admin = await mysql.createConnection({ uri: layanan.databaseUrl('') });
    await admin.query(`CREATE DATABASE ${NAMA} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
    await admin.end();
    const databaseUrl = layanan.databaseUrl(NAMA);
    await jalankanMigrasi(databaseUrl);
    return {
      databaseUrl,
      redisUrl: layanan.redisUrl(),
      port: 0,
      host: '127.0.0.1',
      portalUrl: 'http://localhost',
      varDir,
      sesiRahasia: 'x'.repeat(40),
      chromium,
      logLevel: 'silent',
      percayaProksi: 0,
      surel: null,
      produksi: true,
    };
  }

  function nyalakan(): ChildProcess {
    const env = {
      ...process.env,
      DATABASE_URL: config.databaseUrl,
      REDIS_URL: config.redisUrl,
      PORTAL_VAR: config.varDir,
      SESI_RAHASIA: config.sesiRahasia,
      CHROMIUM: config.chromium,
      LOG_LEVEL: 'fatal',
    };
    return spawn(process.execPath, [fileURLToPath(new URL('../../dist/main-worker.js', import.meta.url))], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }

  const mulai = (): Promise<number> => app.get(LaporanService, { strict: false }).susun(AKTOR_SISTEM, TAHUN);

  /** Rows announce nothing outside, so they are looked at. */
  async function sampai(id: number, syarat: (l: LaporanRincian) => boolean): Promise<LaporanRincian> {
    for (;;) {
      const l = await app.get(LaporanService, { strict: false }).rincian(AKTOR_SISTEM, id);
      if (syarat(l)) return l;
      if (l.status === 'gagal') throw new Error(`Report ${id} failed: ${String(l.galat)}`);
      await new Promise((lanjut) => setTimeout(lanjut, 10));
    }
  }

  /** What a reader sees of a report: pages, bookmarks, and what is painted, but for its own number. */
  async function isiDari(l: LaporanRincian): Promise<Isi> {
    const doc = await PDFDocument.load(await app.get(Gudang, { strict: false }).isi(l.sha256 ?? ''));
    const teks = doc.getPages().map((p) => {
      const aliran = p.node.Contents();
      const isi = aliran && 'asArray' in aliran ? aliran.asArray().map((r) => doc.context.lookup(r)) : [aliran];
      // The last stream is our stamp with the report's number.
      const tampak = isi.filter((s): s is PDFRawStream => s instanceof PDFRawStream).slice(0, 2);
      return tampak.map((s) => Buffer.from(decodePDFRawStream(s).decode()).toString('latin1')).join('\n');
    });
    return { halaman: doc.getPageCount(), penanda: bacaPenanda(doc), teks: teks.slice(4, -20) };
  }

  it('survives a worker killed in the middle and a Redis that forgets everything: complete, once, the same', async () => {
    const id = await mulai();
    await sampai(id, (l) => l.selesai >= 2);
    await akhiri(pekerja as ChildProcess, 'SIGKILL');
    const redis = new Redis(config.redisUrl);
    await redis.flushall();
    redis.disconnect();
    const tengah = await app.get(LaporanService, { strict: false }).rincian(AKTOR_SISTEM, id);
    expect(tengah.status).toBe('dibuat');
    expect(tengah.selesai).toBeLessThan(tengah.jumlah);
    pekerja = nyalakan();
    const jadi = await sampai(id, (l) => l.status === 'selesai');
    expect([jadi.selesai, jadi.bagian.filter((b) => b.status !== 'selesai')]).toEqual([jadi.jumlah, []]);
    expect(await isiDari(jadi)).toEqual(acuan);
    const [sekali] = await db.query<{ audit: string; berkas: string }[]>(
      `SELECT (SELECT COUNT(*) FROM audit WHERE aksi = 'laporan.selesai' AND objek_id = ?) AS audit,
         (SELECT COUNT(*) FROM berkas WHERE objek = 'laporan' AND objek_id = ?) AS berkas`,
      [String(id), id],
    );
    expect([Number(sekali?.audit), Number(sekali?.berkas)]).toEqual([1, 1]);
  }, 180_000);

  it('survives a worker killed while the parts are being joined', async () => {
    const id = await mulai();
    await sampai(id, (l) => l.jumlah > 0 && l.selesai === l.jumlah);
    await akhiri(pekerja as ChildProcess, 'SIGKILL');
    pekerja = nyalakan();
    const jadi = await sampai(id, (l) => l.status === 'selesai');
    expect(await isiDari(jadi)).toEqual(acuan);
    const [berkas] = await db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM berkas WHERE objek = 'laporan' AND objek_id = ?",
      [id],
    );
    expect(Number(berkas?.n)).toBe(1);
  }, 180_000);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { Redis } from 'ioredis';
import mysql from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { ensurePrograms } from '../../scripts/lib/programs.mjs';
import { joinServices, type Services } from '../../scripts/lib/services.mjs';
import { jalankanMigrasi } from '../../src/cli/migrasi.js';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { opsiDataSource } from '../../src/database/data-source.js';
import { type Config } from '../../src/infra/config/config.js';
import { HitungService } from '../../src/modules/penilaian/hitung.service.js';
import { type Kemajuan } from '../../src/modules/penilaian/penilaian.types.js';
import { akhiri, isiHasil, isiTahun, konteksPenilaian, nyalakanPekerja, potonganHitung } from '../support/penilaian.js';

const TAHUN = 2025;
/** Eight chunks: enough for a middle. */
const JUMLAH = 2000;
const NAMA = 'portal_gangguan';

describe('a scoring run under disturbance, with the real worker process, Redis and MariaDB', () => {
  const varDir = mkdtempSync(join(tmpdir(), 'gangguan-'));
  let layanan: Services;
  let config: Config;
  let db: DataSource;
  let app: INestApplicationContext;
  let acuan: Record<string, unknown>[];
  let pekerja: ChildProcess | undefined;
  let mariadb: ChildProcess | undefined;

  beforeAll(async () => {
    // Servers of its own: they are emptied and killed here.
    const { paths: programs } = await ensurePrograms(['mariadb', 'redis'], { mayInstall: false });
    layanan = await joinServices(varDir, ['mariadb', 'redis'], { profile: 'uji', programs });
    config = await siapkan();
    db = await new DataSource(await opsiDataSource(config.databaseUrl, 3)).initialize();
    app = await konteksPenilaian(config);
    await isiTahun(app, config.databaseUrl, { jumlah: JUMLAH, tahun: TAHUN, benih: 11 });
    pekerja = nyalakanPekerja(config);
    const tenang = await mulai();
    await sampai(tenang, (k) => k.status === 'selesai');
    acuan = await isiHasil(db, tenang);
    expect(acuan.length).toBeGreaterThan(JUMLAH * 0.9);
  }, 180_000);

  afterAll(async () => {
    if (pekerja) await akhiri(pekerja);
    await app?.close();
    await db?.destroy();
    if (mariadb) await akhiri(mariadb);
    await layanan?.leave();
    rmSync(varDir, { recursive: true, force: true });
  }, 60_000);

  /** The period points to the newest complete run, whatever happened on the way. */
  afterEach(async () => {
    const [p] = await db.query<{ kini: number; terbaru: number }[]>(
      `SELECT hitung_id AS kini, (SELECT MAX(id) FROM hitung WHERE status = 'selesai') AS terbaru FROM periode`,
    );
    expect(p?.kini).toBe(p?.terbaru);
  });

  /** Kills the server and starts it again with the same arguments: same data, and above all the same port. */
  async function matikanMariadb(): Promise<void> {
    const pid = layanan.pid('mariadb') ?? 0;
    const [program = '', ...argumen] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
    const cwd = readlinkSync(`/proc/${pid}/cwd`);
    await layanan.stop('mariadb', { force: true });
    const tetap = argumen.filter((a) => !a.startsWith('--init-file'));
    mariadb = spawn(program, tetap, { cwd, stdio: 'ignore' });
  }

  async function siapkan(): Promise<Config> {
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
      chromium: '',
      logLevel: 'silent',
      percayaProksi: 0,
      surel: null,
      produksi: true,
    };
  }

  const mulai = async (): Promise<number> => (await app.get(HitungService).mulaiHitung(AKTOR_SISTEM, TAHUN)).hitungId;

  /** Waits for a state of the run; rows of the database announce nothing, so they are looked at. */
  async function sampai(hitungId: number, syarat: (k: Kemajuan) => boolean): Promise<Kemajuan> {
    for (;;) {
      // While the database is away there is nothing to see.
      const k = await app
        .get(HitungService)
        .kemajuan(AKTOR_SISTEM, hitungId)
        .catch(() => null);
      if (k && syarat(k)) return k;
      if (k?.status === 'gagal') throw new Error(`Run ${hitungId} failed: ${String(k.galat)}`);
      await new Promise((lanjut) => setTimeout(lanjut, 10));
    }
  }

  /** Complete, once, and the same bytes as the undisturbed run. */
  async function samaDenganTenang(hitungId: number): Promise<void> {
    const k = await sampai(hitungId, (x) => x.status === 'selesai');
    expect(k.selesai).toBe(k.jumlah);
    expect(await isiHasil(db, hitungId)).toEqual(acuan);
    const [catatan] = await db.query<{ selesai: string; nilai: string }[]>(
      `SELECT SUM(aksi = 'hitung.selesai' AND objek_id = ?) AS selesai,
         SUM(aksi = 'nilai.hitung' AND JSON_EXTRACT(rincian, '$.hitung') = ?) AS nilai FROM audit`,
      [String(hitungId), hitungId],
    );
    expect(catatan).toEqual({ selesai: '1', nilai: String(acuan.length) });
  }

  it('kill -9 of the worker in the middle: the next worker finishes what was begun', async () => {
    const hitungId = await mulai();
    await sampai(hitungId, (k) => k.selesai > 0);
    await akhiri(pekerja as ChildProcess, 'SIGKILL');
    const terputus = await sampai(hitungId, () => true);
    expect(terputus.selesai).toBeLessThan(terputus.jumlah);
    pekerja = nyalakanPekerja(config);
    await samaDenganTenang(hitungId);
  }, 120_000);

  it('FLUSHALL of Redis in the middle: what was queued is queued again from the rows', async () => {
    const redis = new Redis(config.redisUrl);
    const hitungId = await mulai();
    await sampai(hitungId, (k) => k.selesai > 0);
    await redis.flushall();
    const terputus = await sampai(hitungId, () => true);
    expect(terputus.status).toBe('berjalan');
    await samaDenganTenang(hitungId);
    redis.disconnect();
  }, 120_000);

  it('kill -9 of MariaDB in the middle, and its start on the same data: the run goes on', async () => {
    const hitungId = await mulai();
    await sampai(hitungId, (k) => k.selesai > 0);
    await matikanMariadb();
    const terputus = await sampai(hitungId, () => true);
    expect(terputus.selesai).toBeLessThan(terputus.jumlah);
    await samaDenganTenang(hitungId);
  }, 180_000);

  it('a worker that starts on a run nobody told it of takes it up', async () => {
    await akhiri(pekerja as ChildProcess);
    const hitungId = await mulai();
    expect(await potonganHitung(db, hitungId)).toHaveLength(Math.ceil(acuan.length / 250));
    pekerja = nyalakanPekerja(config);
    await samaDenganTenang(hitungId);
  }, 120_000);
});

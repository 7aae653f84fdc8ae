import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { ensurePrograms } from '../../scripts/lib/programs.mjs';
import { joinServices, type Services } from '../../scripts/lib/services.mjs';
import { Clock } from '../../src/common/clock.js';
import { Pekerja } from '../../src/infra/queue/pekerja.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

describe('the relay from rows to the queue', () => {
  const varDir = mkdtempSync(join(tmpdir(), 'pekerja-'));
  let dasar: BasisDataUji;
  let layanan: Services;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    const { paths: programs } = await ensurePrograms(['redis'], { mayInstall: false });
    layanan = await joinServices(varDir, ['redis'], { profile: 'uji', programs });
    dasar = await basisDataUji();
  }, 60_000);

  afterAll(async () => {
    await layanan.leave();
    await dasar.hapus();
    rmSync(varDir, { recursive: true, force: true });
  });

  const pekerja = () => new Pekerja({ ...dasar.config, redisUrl: layanan.redisUrl() }, dasar.db, new Clock());
  const titip = (antrean: string, dari: number, banyak: number) =>
    dasar.db.query(
      'INSERT INTO kotak_keluar (antrean, pekerjaan, muatan, kunci, dibuat_pada, tersedia_pada) VALUES ?',
      [
        Array.from({ length: banyak }, (_, i) => [
          ...[antrean, 'satu', JSON.stringify({ id: dari + i }), `${antrean}-${dari + i}`, new Date(), new Date()],
        ]),
      ],
    );

  it('is not held up by rows of a queue that it does not know, however many stand before', async () => {
    await titip('asing', 1, 1200);
    await titip('uji', 1, 3);
    const p = pekerja();
    const dikerjakan: unknown[] = [];
    const semua = new Promise<void>((selesai) =>
      p.tangani('uji', {
        satu: {
          kerjakan: ({ id }) => {
            dikerjakan.push(id);
            if (dikerjakan.length === 3) selesai();
            return Promise.resolve();
          },
        },
      }),
    );
    await p.onApplicationBootstrap();
    await semua;
    await p.beforeApplicationShutdown();
    expect([...dikerjakan].sort()).toEqual([1, 2, 3]);
    const [asing] = await dasar.db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM kotak_keluar WHERE antrean = 'asing' AND dikirim_pada IS NULL",
    );
    expect(Number(asing?.n)).toBe(1200);
  }, 30_000);

  it('ends although Redis has gone, and leaves its rows to the next', async () => {
    const p = pekerja();
    p.tangani('uji', { satu: { kerjakan: () => Promise.resolve() } });
    await p.onApplicationBootstrap();
    const redis = new Redis(layanan.redisUrl());
    redis.on('error', () => undefined);
    await redis.shutdown('NOSAVE').catch(() => undefined);
    redis.disconnect();
    await titip('uji', 100, 1);
    await p.beforeApplicationShutdown();
    const [sisa] = await dasar.db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM kotak_keluar WHERE antrean = 'uji' AND selesai_pada IS NULL",
    );
    expect(Number(sisa?.n)).toBe(1);
  }, 30_000);
});

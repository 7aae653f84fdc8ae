import { once } from 'node:events';
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
          tenggatMs: 60_000,
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

  const baris = async (antrean: string) =>
    dasar.db.query<{ id: number; percobaan: number; galat: string; gagal_pada: Date | null; dikirim_pada: Date }[]>(
      'SELECT id, percobaan, galat, gagal_pada, dikirim_pada FROM kotak_keluar WHERE antrean = ? ORDER BY id',
      [antrean],
    );

  it('gives work up for good that is over its deadline, says so on its row, and goes on in its place', async () => {
    // One more than there are places: the last can only begin when a hung one has lost its own.
    await titip('gantung', 1, 3);
    const p = pekerja();
    const dimulai: unknown[] = [];
    const kata: string[] = [];
    const semua = new Promise<void>((selesai) =>
      p.tangani('gantung', {
        satu: {
          tenggatMs: 50,
          kerjakan: ({ id }) => {
            dimulai.push(id);
            return new Promise(() => undefined);
          },
          menyerah: (_, galat) => {
            // The first time nobody can be told: what hangs holds the locks that this needs.
            if (kata.push(galat) === 1) return Promise.reject(new Error('Lock wait timeout'));
            if (kata.length === 4) selesai();
            return Promise.resolve();
          },
        },
      }),
    );
    await p.onApplicationBootstrap();
    await semua;
    await p.beforeApplicationShutdown();
    const kalimat = 'Pekerjaan ini tidak selesai dalam 1 menit, batas waktunya, sehingga tidak ditunggu lagi.';
    expect(kata).toEqual(Array(4).fill(kalimat));
    // None was begun a second time, also not the one of which nobody could be told at first.
    expect([...dimulai].sort()).toEqual([1, 2, 3]);
    expect((await baris('gantung')).map((b) => [b.galat, b.gagal_pada !== null])).toEqual(
      Array(3).fill([kalimat, true]),
    );
  }, 60_000);

  it('keeps of an error of the database its code alone, on the row and in the log', async () => {
    await titip('galat', 1, 1);
    const nilai = 'Kenanga Khayal Rekaan';
    const tercatat: unknown[] = [];
    const p = pekerja();
    const gagal = new Promise<void>((selesai) => {
      const tulis = (...isi: unknown[]): void => {
        tercatat.push(isi);
        if (JSON.stringify(isi).includes('Pekerjaan gagal')) selesai();
      };
      Logger.overrideLogger({ log: tulis, error: tulis, warn: tulis });
    });
    p.tangani('galat', {
      satu: {
        tenggatMs: 60_000,
        kerjakan: async () => {
          await dasar.db.query("INSERT INTO kunci_kerja (nama) VALUES (CONCAT(?, REPEAT('x', 9999)))", [nilai]);
        },
      },
    });
    await p.onApplicationBootstrap();
    await gagal;
    Logger.overrideLogger(false);
    await p.beforeApplicationShutdown();
    const [b] = await baris('galat');
    expect(b?.galat).toBe('Basis data: ER_DATA_TOO_LONG');
    expect(JSON.stringify(tercatat)).toContain('ER_DATA_TOO_LONG');
    expect(JSON.stringify([tercatat, b])).not.toMatch(/Kenanga|xxxx/);
  }, 30_000);

  it('sends nothing again that Bull holds, says that it is there, and sends again what Bull has lost', async () => {
    await titip('lama', 1, 40);
    let maju = 0;
    class JamMaju extends Clock {
      override sekarang(): Date {
        return new Date(super.sekarang().getTime() + maju);
      }
    }
    const p = new Pekerja({ ...dasar.config, redisUrl: layanan.redisUrl() }, dasar.db, new JamMaju());
    const dikerjakan = new Set<unknown>();
    let mulai!: () => void;
    let selesai!: () => void;
    let lanjut!: () => void;
    const duaDimulai = new Promise<void>((r) => (mulai = r));
    const semua = new Promise<void>((r) => (selesai = r));
    const boleh = new Promise<void>((r) => (lanjut = r));
    p.tangani('lama', {
      satu: {
        tenggatMs: 60_000,
        kerjakan: async ({ id }) => {
          if (dikerjakan.add(id).size === 2) mulai();
          await boleh;
          if (dikerjakan.size === 40) selesai();
        },
      },
    });
    const redis = new Redis(layanan.redisUrl());
    const pengintip = await redis.monitor();
    const perintah: string[][] = [];
    pengintip.on('monitor', (_: string, isi: string[]) => perintah.push(isi));
    const sejak = async (saat: Date) => (await baris('lama')).every((b) => b.dikirim_pada >= saat);
    try {
      await p.onApplicationBootstrap();
      await duaDimulai;
      while (!(await sejak(new Date(0))));
      perintah.length = 0;
      const saat = new Date(Date.now() + 31_000);
      maju = 31_000;
      // Stamped anew: the page of the system must not take a worker with a long backlog for one that is away.
      while (!(await sejak(saat)));
      const tambah = () => perintah.filter((x) => x.some((kata) => /^kotak-\d+$/.test(kata)) && x.includes('kotak'));
      expect(tambah()).toEqual([]);

      const [hilang] = (await redis.lrange('portal-iko:lama:wait', 0, 0)) as [string];
      await redis.multi().lrem('portal-iko:lama:wait', 0, hilang).del(`portal-iko:lama:${hilang}`).exec();
      maju += 6_000;
      while (!tambah().some((x) => x.includes(hilang))) await once(pengintip, 'monitor');
    } finally {
      lanjut();
      pengintip.disconnect();
      redis.disconnect();
    }
    await semua;
    await p.beforeApplicationShutdown();
    expect((await baris('lama')).every((b) => b.percobaan === 1)).toBe(true);
  }, 60_000);

  it('ends although Redis has gone, and leaves its rows to the next', async () => {
    const p = pekerja();
    p.tangani('uji', { satu: { tenggatMs: 60_000, kerjakan: () => Promise.resolve() } });
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

import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { Clock } from '../../src/common/clock.js';
import { awalHariWib, tambahHari } from '../../src/common/tanggal.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { PekerjaModule } from '../../src/infra/queue/pekerja.module.js';
import { Pekerja } from '../../src/infra/queue/pekerja.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { AkunModule } from '../../src/modules/akun/akun.module.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { PenjagaHari } from '../../src/modules/radar/jobs/penjaga-hari.js';
import { RadarJobsModule } from '../../src/modules/radar/jobs/radar.jobs.module.js';
import { RadarHarianService } from '../../src/modules/radar/radar-harian.service.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

let dasar: BasisDataUji;
let app: INestApplicationContext;
let ormasId: number;
let opdId: number;
let kini = new Date();

/** An hour of a day in Jakarta: `pada('2026-03-01', 23, 59)`. */
const pada = (hari: string, jam = 8, menit = 0): Date =>
  new Date(awalHariWib(hari).getTime() + (jam * 60 + menit) * 60_000);
const kerjakan = async (saat: Date): Promise<string[]> => {
  kini = saat;
  await app.get(RadarHarianService, { strict: false }).kerjakan();
  return kabar();
};
/** Titles of what the ormas was told, oldest first. */
const kabar = async (): Promise<string[]> =>
  (
    await dasar.db.query<{ judul: string }[]>('SELECT judul FROM notifikasi WHERE ormas_id = ? ORDER BY id', [ormasId])
  ).map((n) => n.judul);
const dokumen = (jenis: string, sampai: string, status = 'sah'): Promise<unknown> =>
  dasar.db.query('INSERT INTO ormas_dokumen (ormas_id, jenis, nomor, berlaku_sampai, status) VALUES (?,?,?,?,?)', [
    ...[ormasId, jenis, '1/REKAAN', sampai, status],
  ]);

beforeAll(async () => {
  dasar = await basisDataUji();
  class UjiModule {}
  class JamUji extends Clock {
    override sekarang(): Date {
      return kini;
    }
  }
  const config = ConfigModule.untuk(dasar.config);
  const jam = new JamUji();
  app = await NestFactory.createApplicationContext(
    {
      module: UjiModule,
      imports: [
        { ...config, providers: [...(config.providers ?? []), { provide: Clock, useValue: jam }] },
        DatabaseModule,
        RedisModule,
        PekerjaModule,
        AkunModule,
        RadarJobsModule,
      ],
    },
    { logger: false, abortOnError: false },
  );
  await app.get(Pekerja, { strict: false }).beforeApplicationShutdown();
  const [opd] = await dasar.db.query<{ id: number }[]>("SELECT id FROM opd WHERE kode = 'dlh'");
  opdId = opd?.id ?? 0;
  ormasId = (await buatOrmas(dasar.db, { opdId })).id;
  await app.get(AkunService, { strict: false }).muatBanyak(
    AKTOR_SISTEM,
    (['petugas', 'opd', 'sekretaris'] as const).map((peran) => ({
      ...{ nama: peran, peran, surel: `${peran}@contoh.invalid`, sandi: 'kata-sandi-rekaan-12' },
      ...(peran === 'opd' && { opdId }),
      ...(peran === 'sekretaris' && { ormasId }),
    })),
  );
});
afterAll(async () => {
  await app.close();
  await dasar.hapus();
});
beforeEach(async () => {
  for (const t of ['notifikasi_penerima', 'notifikasi', 'radar_peringatan', 'radar_hari', 'ormas_dokumen', 'pengurus'])
    await dasar.db.query(`DELETE FROM ${t}`);
  await dasar.db.query('UPDATE ormas SET skko_berlaku_sampai = NULL');
});

const HARI = '2026-03-01';

it('tells the ormas 90, 60 and 30 days before the end and on the day, once each, however often it runs', async () => {
  await dokumen('domisili', tambahHari(HARI, 90));
  for (const lewat of [0, 0, 29, 30, 30, 59, 60, 89, 90, 90, 91]) await kerjakan(pada(tambahHari(HARI, lewat)));
  expect(await kabar()).toEqual([
    'Surat domisili berakhir dalam 90 hari',
    'Surat domisili berakhir dalam 60 hari',
    'Surat domisili berakhir dalam 30 hari',
    'Surat domisili berakhir hari ini',
  ]);
});

it('makes up for days on which the portal stood still, by the nearest threshold alone', async () => {
  await kerjakan(pada(HARI));
  await dokumen('domisili', tambahHari(HARI, 31));
  await dokumen('sk-pengurus', tambahHari(HARI, 2));
  await dokumen('ad-art', tambahHari(HARI, -5));
  expect((await kerjakan(pada(tambahHari(HARI, 3)))).sort()).toEqual([
    'SK pengurus sudah berakhir 1 hari lalu',
    'Surat domisili berakhir dalam 28 hari',
  ]);
});

it('starts with what lies ahead: what ended before the portal knew it is not announced one by one', async () => {
  await dokumen('ad-art', tambahHari(HARI, -1));
  await dokumen('domisili', HARI);
  expect(await kerjakan(pada(HARI))).toEqual(['Surat domisili berakhir hari ini']);
});

it.each([
  ['2026-11-30', '2026-12-01'],
  ['2026-12-31', '2027-01-01'],
])('counts by the day in Jakarta: 23.59 on %s and 00.01 on %s', async (lama, baru) => {
  await dokumen('domisili', tambahHari(baru, 30));
  expect(await kerjakan(pada(lama, 23, 59))).toEqual(['Surat domisili berakhir dalam 31 hari']);
  expect(await kerjakan(pada(baru, 0, 1))).toEqual([
    'Surat domisili berakhir dalam 31 hari',
    'Surat domisili berakhir dalam 30 hari',
  ]);
});

it('knows SKKO and the term of the board, and that a newer paper takes an older one’s place', async () => {
  await dasar.db.query('UPDATE ormas SET nomor_skko = ?, skko_berlaku_sampai = ? WHERE id = ?', [
    ...['220/1/REKAAN', tambahHari(HARI, 10), ormasId],
  ]);
  await dasar.db.query(
    "INSERT INTO pengurus (ormas_id, jabatan, nama, dari, sampai) VALUES (?,'ketua','Melati Rekaan',?,?)",
    [...[ormasId, '2021-01-01', tambahHari(HARI, 50)]],
  );
  await dokumen('domisili', tambahHari(HARI, 5));
  await dokumen('domisili', tambahHari(HARI, 500));
  await dokumen('sk-pengurus', tambahHari(HARI, 5), 'tidak-sah');
  expect((await kerjakan(pada(HARI))).sort()).toEqual([
    'Masa bakti pengurus berakhir dalam 50 hari',
    'SKKO berakhir dalam 10 hari',
  ]);
});

it('tells petugas and the OPD of a day in one notice each, and nothing on a day without news', async () => {
  await dokumen('domisili', tambahHari(HARI, 20));
  await dokumen('sk-pengurus', tambahHari(HARI, 80));
  for (const lewat of [0, 0, 1]) await kerjakan(pada(tambahHari(HARI, lewat)));
  const ringkas = await dasar.db.query<{ judul: string; untuk: string }[]>(
    "SELECT judul, COALESCE(peran, 'opd') AS untuk FROM notifikasi WHERE ormas_id IS NULL ORDER BY id",
  );
  expect(ringkas.map((r) => [r.untuk, r.judul])).toEqual([
    ['petugas', '2 masa berlaku ormas di kota perlu diperhatikan'],
    ['opd', '2 masa berlaku ormas di klaster Anda perlu diperhatikan'],
  ]);
});

it('goes on where it was interrupted', async () => {
  await dokumen('domisili', tambahHari(HARI, 20));
  await kerjakan(pada(HARI));
  // As a worker leaves it that dies after the first transaction.
  await dasar.db.query('DELETE FROM notifikasi_penerima');
  await dasar.db.query('DELETE FROM notifikasi');
  await dasar.db.query('UPDATE radar_peringatan SET diberitahukan = 0');
  expect(await kerjakan(pada(tambahHari(HARI, 1)))).toHaveLength(1);
});

it('a day’s work is left once, by however many workers look', async () => {
  kini = pada('2026-07-01', 0, 0);
  const penjaga = app.get(PenjagaHari, { strict: false });
  await Promise.all([penjaga.lihat(), penjaga.lihat(), penjaga.lihat()]);
  kini = pada('2026-07-02', 23, 59);
  await penjaga.lihat();
  const baris = await dasar.db.query<{ kunci: string }[]>(
    "SELECT kunci FROM kotak_keluar WHERE kunci LIKE 'radar/harian/2026-07-%' ORDER BY kunci",
  );
  expect(baris.map((b) => b.kunci)).toEqual(['radar/harian/2026-07-01', 'radar/harian/2026-07-02']);
});

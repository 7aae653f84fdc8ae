import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AKTOR_SISTEM, type Aktor } from '../../src/common/aktor.js';
import { type Config } from '../../src/infra/config/config.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { PekerjaModule } from '../../src/infra/queue/pekerja.module.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { AkunModule } from '../../src/modules/akun/akun.module.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { NotifikasiJobsModule } from '../../src/modules/notifikasi/jobs/notifikasi.jobs.module.js';
import { JEDA_SUREL_MENIT, SurelService } from '../../src/modules/notifikasi/jobs/surel.service.js';
import { KotakMasukService } from '../../src/modules/notifikasi/kotak-masuk.service.js';
import { NotifikasiService } from '../../src/modules/notifikasi/notifikasi.service.js';
import { type TitipanNotifikasi } from '../../src/modules/notifikasi/notifikasi.types.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { PeladenSurel } from '../support/smtp.js';

let dasar: BasisDataUji;
let app: INestApplicationContext;
let tanpa: INestApplicationContext;
let smtp: PeladenSurel;
let ormasId: number;
let opdId: number;
const akun: Record<string, number> = {};

const aktor = (nama: string): Aktor => ({ ...AKTOR_SISTEM, id: akun[nama] ?? 0, nama, peran: 'petugas' });
const titip = (...t: TitipanNotifikasi[]): Promise<void> => titipLewat(app, ...t);
const titipLewat = (lewat: INestApplicationContext, ...t: TitipanNotifikasi[]): Promise<void> =>
  lewat.get(Transaksi).jalankan((em) => lewat.get(NotifikasiService, { strict: false }).titip(em, ...t));
const kabar = (kunci: string) =>
  ({
    jenis: 'masa-berlaku',
    judul: `Surat domisili "Réka" <${kunci}>`,
    isi: 'Berakhir dalam 30 hari.\nPerbarui lewat portal.',
    tautan: '/radar',
    kunci,
  }) as const;
const penerima = (kunci: string): Promise<{ id: number; nama: string; surel: string; percobaan: number }[]> =>
  dasar.db.query(
    `SELECT p.id, a.nama, p.surel, p.surel_percobaan AS percobaan FROM notifikasi_penerima p
       JOIN notifikasi n ON n.id = p.notifikasi_id JOIN akun a ON a.id = p.akun_id WHERE n.kunci = ? ORDER BY a.nama`,
    [kunci],
  );
const pekerjaan = (id: number): Promise<{ kunci: string; tunda: string }[]> =>
  dasar.db.query(
    `SELECT kunci, TIMESTAMPDIFF(SECOND, dibuat_pada, tersedia_pada) AS tunda FROM kotak_keluar
     WHERE antrean = 'notifikasi' AND muatan = ? ORDER BY id`,
    [JSON.stringify({ id })],
  );
async function siapkan(kunci: string): Promise<number> {
  await titip({ ...kabar(kunci), akunId: akun.petugas1 ?? 0 });
  return (await penerima(kunci))[0]?.id ?? 0;
}
const kirim = (id: number): Promise<void> => app.get(SurelService, { strict: false }).kirim(id);

async function konteks(config: Config): Promise<INestApplicationContext> {
  class UjiModule {}
  return NestFactory.createApplicationContext(
    {
      module: UjiModule,
      imports: [
        ConfigModule.untuk(config),
        DatabaseModule,
        RedisModule,
        PekerjaModule,
        AkunModule,
        NotifikasiJobsModule,
      ],
    },
    { logger: false, abortOnError: false },
  );
}

beforeAll(async () => {
  dasar = await basisDataUji();
  smtp = await PeladenSurel.nyalakan();
  // The relay of these processes must not take the work away: each looks into a Redis database of its own, and stands.
  const config: Config = {
    ...dasar.config,
    portalUrl: 'https://portal.contoh.invalid',
    surel: { smtpUrl: smtp.url, pengirim: 'Bakesbangpol Rekaan <portal@contoh.invalid>' },
  };
  app = await konteks(config);
  tanpa = await konteks({ ...config, surel: null });
  // The services are called by the test itself.
  for (const a of [app, tanpa]) await hentikanPenerus(a);
  ormasId = (await buatOrmas(dasar.db)).id;
  const [opd] = await dasar.db.query<{ id: number }[]>("SELECT id FROM opd WHERE kode = 'dlh'");
  opdId = opd?.id ?? 0;
  const daftar = [
    { nama: 'petugas1', peran: 'petugas' },
    { nama: 'petugas2', peran: 'petugas' },
    { nama: 'kabid', peran: 'kabid' },
    { nama: 'opd', peran: 'opd', opdId },
    { nama: 'sekretaris', peran: 'sekretaris', ormasId },
    { nama: 'pergi', peran: 'petugas' },
  ] as const;
  const id = await app.get(AkunService, { strict: false }).muatBanyak(
    AKTOR_SISTEM,
    daftar.map((d) => ({ ...d, surel: `${d.nama}@contoh.invalid`, sandi: 'kata-sandi-rekaan-12' })),
  );
  daftar.forEach((d, i) => (akun[d.nama] = id[i] ?? 0));
  await dasar.db.query('UPDATE akun SET aktif = 0 WHERE id = ?', [akun.pergi]);
});
afterAll(async () => {
  await app.close();
  await tanpa.close();
  await smtp.matikan();
  await dasar.hapus();
});
beforeEach(() => {
  smtp.gangguan = () => undefined;
  smtp.diterima.length = 0;
});

async function hentikanPenerus(a: INestApplicationContext): Promise<void> {
  const { Pekerja } = await import('../../src/infra/queue/pekerja.js');
  await a.get(Pekerja, { strict: false }).beforeApplicationShutdown();
}

describe('whom a notice reaches', () => {
  it.each<[string, () => TitipanNotifikasi, string[]]>([
    ['one account', () => ({ ...kabar('a'), akunId: akun.kabid ?? 0 }), ['kabid']],
    ['everyone of a role who is active', () => ({ ...kabar('b'), peran: 'petugas' }), ['petugas1', 'petugas2']],
    ['the accounts of an OPD', () => ({ ...kabar('c'), opdId }), ['opd']],
    ['the secretaries of an ormas', () => ({ ...kabar('d'), ormasId }), ['sekretaris']],
  ])('%s', async (_siapa, buat, nama) => {
    await titip(buat());
    expect((await penerima(buat().kunci)).map((p) => p.nama)).toEqual(nama);
  });

  it('is the same after it was left twice, also at the same time', async () => {
    await Promise.all([1, 2, 3].map(() => titip({ ...kabar('dua'), peran: 'petugas' })));
    const p = await penerima('dua');
    expect(p).toHaveLength(2);
    expect(await pekerjaan(p[0]?.id ?? 0)).toHaveLength(1);
  });

  it('takes nobody when what it tells of is rolled back', async () => {
    await expect(
      app.get(Transaksi).jalankan(async (em) => {
        await app.get(NotifikasiService, { strict: false }).titip(em, { ...kabar('batal'), peran: 'petugas' });
        throw new Error('batal');
      }),
    ).rejects.toThrow('batal');
    expect(await penerima('batal')).toEqual([]);
  });

  it('is kept for an ormas without an account', async () => {
    const lain = await buatOrmas(dasar.db);
    await titip({ ...kabar('tanpa-akun'), ormasId: lain.id });
    const { isi } = await app.get(KotakMasukService, { strict: false }).kabarOrmas(aktor('petugas1'), true, 1);
    expect(isi.map((n) => [n.ormasId, n.penerima])).toEqual([[lain.id, 0]]);
  });
});

describe('a letter', () => {
  it('goes out once, with text and HTML that load nothing, and names nobody else', async () => {
    const id = await siapkan('surat');
    await kirim(id);
    await kirim(id);
    expect(smtp.diterima).toHaveLength(1);
    const [{ kepada, isi }] = smtp.diterima as [(typeof smtp.diterima)[number]];
    expect(kepada).toEqual(['petugas1@contoh.invalid']);
    expect(isi).toMatch(/^Message-ID: <[0-9a-f]{40}@contoh\.invalid>/im);
    expect(isi).toMatch(/^Auto-Submitted: auto-generated/im);
    expect(isi).toContain('text/plain');
    expect(isi).toContain('text/html');
    const utuh = isi.replace(/=\r\n/g, '').replaceAll('=3D', '=');
    expect(utuh).toContain('https://portal.contoh.invalid/radar');
    expect(utuh.match(/https?:\/\/(?!portal\.contoh\.invalid)/g)).toBeNull();
    expect(utuh).not.toMatch(/<img|<link|<script/i);
    expect((await penerima('surat'))[0]?.surel).toBe('terkirim');
  });

  it('that is refused for now is tried again later, each time after a longer while, and then given up', async () => {
    const id = await siapkan('nanti');
    smtp.gangguan = (p) => (p === 'RCPT' ? '451 coba lagi nanti' : undefined);
    for (const menit of JEDA_SUREL_MENIT) {
      await kirim(id);
      expect(Number((await pekerjaan(id)).at(-1)?.tunda)).toBe(menit * 60);
    }
    expect((await penerima('nanti'))[0]).toMatchObject({ surel: 'menunggu', percobaan: JEDA_SUREL_MENIT.length });
    await kirim(id);
    expect((await penerima('nanti'))[0]?.surel).toBe('gagal');
    smtp.gangguan = () => undefined;
    await kirim(id);
    expect(smtp.diterima).toEqual([]);
  });

  it('goes out at the second try when the server was away at the first', async () => {
    const id = await siapkan('pulih');
    smtp.gangguan = (p) => (p === 'DATA' ? '421 sedang dirawat' : undefined);
    await kirim(id);
    smtp.gangguan = () => undefined;
    await kirim(id);
    expect(smtp.diterima).toHaveLength(1);
  });

  it('to an address that there is not is not tried again', async () => {
    const id = await siapkan('tidak-ada');
    smtp.gangguan = (p) => (p === 'RCPT' ? '550 tidak dikenal' : undefined);
    await kirim(id);
    expect((await penerima('tidak-ada'))[0]?.surel).toBe('gagal');
    expect(await pekerjaan(id)).toHaveLength(1);
  });

  it('whose line was cut after the last word is not sent again, for it may have arrived', async () => {
    const id = await siapkan('putus');
    smtp.gangguan = (p) => (p === 'ISI' ? 'putus' : undefined);
    await kirim(id);
    expect((await penerima('putus'))[0]?.surel).toBe('tidak-pasti');
    smtp.gangguan = () => undefined;
    await kirim(id);
    expect(smtp.diterima).toEqual([]);
  });

  it('that a dying worker may have sent is not sent again', async () => {
    const id = await siapkan('mati');
    await dasar.db.query("UPDATE notifikasi_penerima SET surel = 'mengirim' WHERE id = ?", [id]);
    await kirim(id);
    expect((await penerima('mati'))[0]?.surel).toBe('tidak-pasti');
    expect(smtp.diterima).toEqual([]);
  });

  it('is not sent to whoever wants none, nor to an account switched off since', async () => {
    const kotak = app.get(KotakMasukService, { strict: false });
    const menunggu = await siapkan('menunggu');
    await kotak.aturSurel(aktor('petugas1'), false);
    await kirim(menunggu);
    const id = await siapkan('tidak-mau');
    expect((await penerima('tidak-mau'))[0]?.surel).toBe('tidak');
    expect(await pekerjaan(id)).toEqual([]);
    await kotak.aturSurel(aktor('petugas1'), true);
    await titip({ ...kabar('nonaktif'), akunId: akun.petugas2 ?? 0 });
    await dasar.db.query('UPDATE akun SET aktif = 0 WHERE id = ?', [akun.petugas2]);
    await kirim((await penerima('nonaktif'))[0]?.id ?? 0);
    expect(smtp.diterima).toEqual([]);
  });

  it('is not even written where there is no mail server: the notice stays in the portal', async () => {
    await titipLewat(tanpa, { ...kabar('portal-saja'), akunId: akun.kabid ?? 0 });
    const [p] = await penerima('portal-saja');
    expect(p?.surel).toBe('tidak');
    expect(await pekerjaan(p?.id ?? 0)).toEqual([]);
  });
});

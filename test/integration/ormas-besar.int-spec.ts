import { type INestApplicationContext } from '@nestjs/common';
import { type DataSource, type EntityManager } from 'typeorm';
import { NestFactory } from '@nestjs/core';
import { Clock } from '../../src/common/clock.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { catatUbahanOrmas, IndeksOrmasService } from '../../src/modules/ormas/indeks-ormas.service.js';
import { OrmasModule } from '../../src/modules/ormas/ormas.module.js';
import { OrmasService } from '../../src/modules/ormas/ormas.service.js';
import { type LingkupOrmas } from '../../src/modules/ormas/ormas.policy.js';
import { type SaringanOrmas } from '../../src/modules/ormas/ormas.types.js';
import { PilahOrmasService } from '../../src/modules/ormas/pilah-ormas.service.js';
import { SARINGAN_KOSONG } from '../../src/modules/ormas/web/ormas.paths.js';
import { WilayahService } from '../../src/modules/wilayah/wilayah.service.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

/** More than the database is asked for. */
const JUMLAH = 25_000;
const ANGKA = `(${Array.from({ length: 10 }, (_, d) => `SELECT ${d} AS d`).join(' UNION ALL ')})`;
const DERET = `(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n
  FROM ${ANGKA} a, ${ANGKA} b, ${ANGKA} c, ${ANGKA} e, ${ANGKA} f) s WHERE s.n < ${JUMLAH}`;

let dasar: BasisDataUji;
let app: INestApplicationContext;
let pilah: PilahOrmasService;

const SEMUA: LingkupOrmas = { jenis: 'semua' };
const saring = (s: Partial<SaringanOrmas>): SaringanOrmas => ({ ...SARINGAN_KOSONG, ...s });

beforeAll(async () => {
  dasar = await basisDataUji();
  const { db } = dasar;
  await db.query(
    `INSERT INTO ormas (nama, nama_normal, cari, bentuk, status, kelurahan_id, luar_domisili, bidang_id, opd_id,
       kegiatan_terakhir, iko_skor, iko_tingkat, sumber, dibuat_pada, diubah_pada)
     SELECT CONCAT('Rekaan ', n, IF(n % 500 = 7, ' Kujang Emas', '')), n, CONCAT('rekan', n, IF(n % 500 = 7, 'kujangemas', '')),
       'yayasan', IF(n % 50 = 0, 'dicabut', 'terdaftar'),
       IF(n % 40 = 0, NULL, (SELECT MIN(id) FROM kelurahan) + n % 68), n % 40 = 0, (SELECT MIN(id) FROM bidang) + n % 13,
       IF(n % 11 = 0, NULL, (SELECT MIN(id) FROM opd) + n % 4), IF(n % 3 = 0, NULL, CURDATE() - INTERVAL (n % 700) DAY),
       IF(n % 5 = 0, NULL, (n % 1001) / 10), IF(n % 5 = 0, NULL, 1 + n % 5), 'uji', '2020-01-01', '2020-01-01'
     FROM ${DERET}`,
  );
  // One that sits in a kelurahan which registers spell in two ways, one whose name has the other spelling.
  await db.query(
    "UPDATE ormas SET kelurahan_id = (SELECT id FROM kelurahan WHERE nama = 'Kebon Kalapa'), luar_domisili = 0 WHERE nama = 'Rekaan 5'",
  );
  await db.query("UPDATE ormas SET nama = 'Rekaan Warga Kebon Kelapa 6' WHERE nama = 'Rekaan 6'");
  await db.query('ANALYZE TABLE ormas');
  app = await NestFactory.createApplicationContext(
    { module: class Uji {}, imports: [ConfigModule.untuk(dasar.config), DatabaseModule, OrmasModule] },
    { logger: false },
  );
  pilah = app.get(PilahOrmasService);
}, 120_000);

afterAll(async () => {
  await app.close();
  await dasar.hapus();
});

/** The same list, as one would write it who had all the time of the world. */
async function semestinya(s: Partial<SaringanOrmas>, urut: string): Promise<number[]> {
  const dimana: Record<string, string> = {
    kujang: "o.nama LIKE '%Kujang%'",
    bidang: "o.bidang_id = (SELECT id FROM bidang WHERE kode = 'pendidikan')",
    luar: 'o.kelurahan_id IS NULL',
  };
  const kunci = s.cari ? 'kujang' : s.bidang ? 'bidang' : s.kelurahan ? 'luar' : null;
  const baris = await dasar.db.query<{ id: number }[]>(
    `SELECT o.id FROM ormas o LEFT JOIN kelurahan l ON l.id = o.kelurahan_id LEFT JOIN opd p ON p.id = o.opd_id
     ${kunci ? `WHERE ${dimana[kunci] ?? ''}` : ''} ORDER BY ${urut}`,
  );
  return baris.map((b) => b.id);
}

const URUTAN = [
  ['nama', 'naik', 'o.nama, o.id'],
  ['nama', 'turun', 'o.nama DESC, o.id DESC'],
  ['kelurahan', 'naik', 'l.nama IS NULL, l.nama, o.nama, o.id'],
  ['kelurahan', 'turun', 'l.nama IS NULL, l.nama DESC, o.nama, o.id'],
  ['opd', 'naik', 'p.nama IS NULL, p.nama, o.nama, o.id'],
  ['skor', 'naik', 'o.iko_skor IS NULL, o.iko_skor, o.id'],
  ['skor', 'turun', 'o.iko_skor IS NULL, o.iko_skor DESC, o.id DESC'],
  ['kegiatan', 'turun', 'o.kegiatan_terakhir IS NULL, o.kegiatan_terakhir DESC, o.id DESC'],
] as const;

it.each(URUTAN)(
  'by %s %s, every way through the register gives the same pages',
  async (urut, arah, sql) => {
    for (const s of [
      {},
      { bidang: 'pendidikan' },
      { kelurahan: 'luar' },
      { cari: 'kujang emas' },
      { cari: 'kujangemas' },
    ]) {
      const harapan = await semestinya(s, sql);
      for (const halaman of [1, 2, 40, 400]) {
        const { id, jumlah, lebih } = await pilah.halaman(SEMUA, saring({ ...s, urut, arah }), {
          halaman,
          perHalaman: 25,
        });
        expect([s, halaman, id]).toEqual([s, halaman, harapan.slice((halaman - 1) * 25, halaman * 25)]);
        expect([jumlah, lebih]).toEqual([harapan.length, false]);
      }
    }
  },
  60_000,
);

it('words are found wherever they stand in a word, joined or apart; nothing is not everything', async () => {
  const jumlah = async (cari: string) =>
    (await pilah.halaman(SEMUA, saring({ cari }), { halaman: 1, perHalaman: 25 })).jumlah;
  expect(await jumlah('kuj')).toBe(JUMLAH / 500);
  expect(await jumlah('ujang')).toBe(JUMLAH / 500);
  expect(await jumlah('kujang emas')).toBe(JUMLAH / 500);
  expect(await jumlah('KUJANGEMAS rekaan')).toBe(JUMLAH / 500);
  expect(await jumlah('tidakada')).toBe(0);
  expect(await jumlah('kujang tidakada')).toBe(0);
  expect(await jumlah("' UNION SELECT 1 --")).toBe(0);
  expect(await jumlah('%')).toBe(0);
  const diKebonKalapa = Number(
    (
      await dasar.db.query<{ n: string }[]>(
        "SELECT COUNT(*) AS n FROM ormas o JOIN kelurahan k ON k.id = o.kelurahan_id WHERE k.nama = 'Kebon Kalapa'",
      )
    )[0]?.n,
  );
  for (const [cari, banyak] of [
    ['Kebon Kelapa', diKebonKalapa + 1],
    ['kebonkelapa', diKebonKalapa + 1],
    ['Kebon Kalapa', diKebonKalapa],
    ['warga kebon kelapa', 1],
  ] as const)
    expect([cari, await jumlah(cari)]).toEqual([cari, banyak]);
  expect(await pilah.halaman(SEMUA, saring({ cari: 'rekaan' }), { halaman: 1, perHalaman: 25 })).toMatchObject({
    jumlah: JUMLAH,
    lebih: false,
  });
  expect((await pilah.halaman(SEMUA, saring({}), { halaman: 1001, perHalaman: 25 })).id).toEqual([]);
});

describe('what has just been written', () => {
  const ids = async (s: Partial<SaringanOrmas>) =>
    (await pilah.halaman(SEMUA, saring(s), { halaman: 1, perHalaman: JUMLAH })).id;
  const tulis = (sql: string, id: readonly number[]) =>
    dasar.db.transaction(async (em) => {
      await em.query(sql, [id]);
      await catatUbahanOrmas(em, id);
    });

  it('stands at its new place in every order at once, and no longer at its old one', async () => {
    const semua = await ids({});
    for (const [sql, id] of [
      ["UPDATE ormas SET nama = CONCAT('Aneka ', nama) WHERE id IN (?)", semua.slice(100, 103)],
      [
        "UPDATE ormas SET nama = CONCAT('Zona ', nama), kelurahan_id = NULL, luar_domisili = 1 WHERE id IN (?)",
        semua.slice(5, 9),
      ],
      ["UPDATE ormas SET nama = CONCAT(nama, ' bis') WHERE id IN (?)", semua.slice(300, 340)],
      [
        'UPDATE ormas SET iko_skor = 99.99, iko_tingkat = 4, kegiatan_terakhir = CURDATE() WHERE id IN (?)',
        semua.slice(0, 900),
      ],
      ["UPDATE ormas SET opd_id = NULL, status = 'bubar' WHERE id IN (?)", semua.slice(20_000, 20_100)],
      ['DELETE FROM ormas WHERE id IN (?)', semua.slice(7000, 7005)],
    ] as const)
      await tulis(sql, id);
    for (const [urut, arah, sql] of URUTAN) {
      expect(await ids({ urut, arah })).toEqual(await semestinya({}, sql));
      expect(await ids({ urut, arah, bidang: 'pendidikan' })).toEqual(await semestinya({ bidang: 'pendidikan' }, sql));
    }
    expect(await ids({ cari: 'aneka' })).toHaveLength(3);
    expect(await ids({ cari: 'zona rekaan' })).toHaveLength(4);
    expect(await ids({ status: 'bubar' })).toHaveLength(100);
  });

  it('is found when its transaction ends later than one that began after it, and never when it is taken back', async () => {
    const [a, b, c] = await ids({ cari: 'kujang' });
    const namai = (nama: string, id: number | undefined, em: EntityManager) =>
      em.query('UPDATE ormas SET nama = ? WHERE id = ?', [nama, id]).then(() => catatUbahanOrmas(em, [Number(id)]));
    const lambat = dasar.db.createQueryRunner();
    await lambat.startTransaction();
    await namai('Terlambat Kujang', a, lambat.manager);
    const batal = dasar.db.createQueryRunner();
    await batal.startTransaction();
    await namai('Dibatalkan Kujang', b, batal.manager);
    await dasar.db.transaction((em) => namai('Mendahului Kujang', c, em));
    expect([await ids({ cari: 'mendahului' }), await ids({ cari: 'terlambat' })]).toEqual([[c], []]);
    await lambat.commitTransaction();
    await batal.rollbackTransaction();
    await Promise.all([lambat.release(), batal.release()]);
    expect([await ids({ cari: 'terlambat' }), await ids({ cari: 'dibatalkan' })]).toEqual([[a], []]);
  });

  it('is followed by the register’s own services', async () => {
    const [id] = await ids({ cari: 'kujang' });
    await app
      .get(Transaksi)
      .jalankan((em) => app.get(OrmasService).catatKegiatanTerverifikasi(em, Number(id), '2026-01-02'));
    expect((await ids({ cari: 'kujang', urut: 'kegiatan', arah: 'turun' })).indexOf(Number(id))).toBe(
      (
        await semestinya({ cari: 'kujang' }, 'o.kegiatan_terakhir IS NULL, o.kegiatan_terakhir DESC, o.id DESC')
      ).indexOf(Number(id)),
    );
  });

  const namai = (nama: string, id: number | undefined, em: EntityManager) =>
    em.query('UPDATE ormas SET nama = ? WHERE id = ?', [nama, id]).then(() => catatUbahanOrmas(em, [Number(id)]));
  const indeksBaru = (db: Pick<DataSource, 'query'>) =>
    new IndeksOrmasService(
      db as DataSource,
      app.get(WilayahService, { strict: false }),
      app.get(Clock, { strict: false }),
    );
  const cari = async (indeks: IndeksOrmasService, kata: string) =>
    (await indeks.ambil()).cari({ bacaan: [[kata]], urut: 'nama', arah: 'naik', lewati: 0, sebanyak: 10 }).id;

  it('is found also when the first number of the log belongs to a transaction that ends after the index was loaded', async () => {
    const [a, b] = await ids({ cari: 'kujang' });
    await dasar.db.query('DELETE FROM ormas_ubahan');
    const lambat = dasar.db.createQueryRunner();
    await lambat.startTransaction();
    await namai('Perdana Kujang', a, lambat.manager);
    await dasar.db.transaction((em) => namai('Kedua Kujang', b, em));
    const indeks = indeksBaru(dasar.db);
    expect([await cari(indeks, 'kedua'), await cari(indeks, 'perdana')]).toEqual([[b], []]);
    await lambat.commitTransaction();
    await lambat.release();
    expect(await cari(indeks, 'perdana')).toEqual([a]);
  });

  it('is not overwritten by what an index that was just loaded had read before it', async () => {
    const [a] = await ids({ cari: 'kujang' });
    /** The real database, of which one statement waits before it is sent, and one after it was answered. */
    const gerbang = () => {
      let buka = (): void => undefined;
      let tiba = (): void => undefined;
      const terbuka = new Promise<void>((r) => (buka = r));
      const sampai = new Promise<void>((r) => (tiba = r));
      return { buka: () => buka(), tiba: () => tiba(), terbuka, sampai, dipakai: false };
    };
    const [muat, jawab] = [gerbang(), gerbang()];
    const db = {
      async query(sql: string, nilai?: unknown[]): Promise<unknown> {
        if (!muat.dipakai && sql.includes('FORCE INDEX')) {
          muat.dipakai = true;
          muat.tiba();
          await muat.terbuka;
        }
        const hasil: unknown = await dasar.db.query(sql, nilai);
        if (!jawab.dipakai && sql.includes('o.id IN (?)')) {
          jawab.dipakai = true;
          jawab.tiba();
          await jawab.terbuka;
        }
        return hasil;
      },
    };
    const indeks = indeksBaru(db as Pick<DataSource, 'query'>);
    const pertama = indeks.ambil();
    await muat.sampai;
    await dasar.db.transaction((em) => namai('Perantara Kujang', a, em));
    muat.buka();
    await jawab.sampai;
    await dasar.db.transaction((em) => namai('Penutup Kujang', a, em));
    const kedua = cari(indeks, 'penutup');
    await Promise.race([kedua, new Promise((lanjut) => setTimeout(lanjut, 300))]);
    jawab.buka();
    await pertama;
    expect([await kedua, await cari(indeks, 'penutup'), await cari(indeks, 'perantara')]).toEqual([[a], [a], []]);
  });
});

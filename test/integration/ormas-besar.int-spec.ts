import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { OrmasModule } from '../../src/modules/ormas/ormas.module.js';
import { type LingkupOrmas } from '../../src/modules/ormas/ormas.policy.js';
import { type SaringanOrmas, URUTAN_ORMAS } from '../../src/modules/ormas/ormas.types.js';
import { PilahOrmasService } from '../../src/modules/ormas/pilah-ormas.service.js';
import { SARINGAN_KOSONG } from '../../src/modules/ormas/web/ormas.paths.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

/** More than are read as a whole for words. */
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
  await db.query(
    `INSERT INTO ormas_kata (ormas_id, kata) SELECT id, 'rekan' FROM ormas
     UNION ALL SELECT id, CONCAT('x', nama_normal) FROM ormas
     UNION ALL SELECT id, 'kujang' FROM ormas WHERE nama LIKE '%Kujang%'
     UNION ALL SELECT id, 'kujangemas' FROM ormas WHERE nama LIKE '%Kujang%'
     UNION ALL SELECT id, 'emas' FROM ormas WHERE nama LIKE '%Kujang%'`,
  );
  // One that sits in a kelurahan which registers spell in two ways, one whose name has the other spelling.
  await db.query("UPDATE ormas SET cari = 'rekan5 kebonkalapa' WHERE nama = 'Rekaan 5'");
  await db.query("UPDATE ormas SET cari = 'wargakebonkelapa' WHERE nama = 'Rekaan 6'");
  await db.query(
    `INSERT INTO ormas_kata (ormas_id, kata)
     SELECT o.id, k.kata FROM ormas o JOIN (SELECT 'Rekaan 5' AS nama, 'kebon' AS kata UNION ALL SELECT 'Rekaan 5', 'kalapa'
       UNION ALL SELECT 'Rekaan 5', 'kebonkalapa' UNION ALL SELECT 'Rekaan 6', 'kebon' UNION ALL SELECT 'Rekaan 6', 'kelapa'
       UNION ALL SELECT 'Rekaan 6', 'kebonkelapa') k ON k.nama = o.nama`,
  );
  await db.query('ANALYZE TABLE ormas, ormas_kata');
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

/** Filters of one, two and three conditions, with and without words. */
const SARINGAN: Partial<SaringanOrmas>[] = [
  {},
  { bidang: 'pendidikan' },
  { bidang: 'belum' },
  { opd: 'dlh' },
  { opd: 'belum' },
  { kecamatan: 'bogor-utara' },
  { kelurahan: 'kencana' },
  { kelurahan: 'luar' },
  { status: 'ada' },
  { status: 'dicabut' },
  { keaktifan: 'aktif' },
  { keaktifan: 'tidak-aktif' },
  { tingkat: '3' },
  { tingkat: 'belum' },
  { bidang: 'pendidikan', kelurahan: 'kencana' },
  { opd: 'dlh', status: 'dicabut', keaktifan: 'aktif' },
  { kecamatan: 'bogor-utara', tingkat: '2' },
  { cari: 'kujang' },
  { cari: 'rekaan kujang', kecamatan: 'bogor-utara' },
  { cari: 'rekaan' },
  { cari: 'rekaan', bidang: 'pendidikan' },
];

it('every filter in every order is read by an index, and nothing long is sorted', async () => {
  const temuan: unknown[] = [];
  for (const s of SARINGAN) {
    for (const urut of URUTAN_ORMAS) {
      for (const arah of ['naik', 'turun'] as const) {
        const rencana = await pilah.rencana(SEMUA, saring({ ...s, urut, arah }), { lewati: 0, sebanyak: 25 });
        if (rencana.cara === 'kosong') continue;
        if (rencana.cara === 'semua') {
          temuan.push({ s, urut, arah, cara: rencana.cara });
          continue;
        }
        const kueri: (readonly [string, readonly unknown[], boolean])[] = [
          // A word that half of them have: a thousand and one are found long before the end of the table.
          ...(s.cari && rencana.cara === 'susuri' ? [] : [[rencana.hitung.sql, rencana.hitung.nilai, false] as const]),
          ...(rencana.cara === 'urutkan'
            ? [[`${rencana.sql} LIMIT 25`, rencana.nilai, false] as const]
            : rencana.golongan.map((g) => [`${g.sql} LIMIT 25`, g.nilai, true] as const)),
        ];
        for (const [sql, nilai, tanpaUrut] of kueri) {
          const baris = await dasar.db.query<
            { table: string; type: string; key: string | null; Extra: string | null; rows: string }[]
          >(`EXPLAIN ${sql}`, [...nilai]);
          for (const b of baris.filter((x) => x.table === 'o' || x.table === 'k')) {
            const mengurut = (b.Extra ?? '').includes('filesort');
            // A range of an index that is sorted has been left short by its filter.
            if (b.type === 'ALL' || b.key === null || (mengurut && (tanpaUrut || b.type === 'index'))) {
              temuan.push({ s, urut, arah, cara: rencana.cara, ...b });
            }
          }
        }
      }
    }
  }
  expect(temuan).toEqual([]);
}, 120_000);

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

it.each([
  ['nama', 'naik', 'o.nama, o.id'],
  ['nama', 'turun', 'o.nama DESC, o.id DESC'],
  ['kelurahan', 'naik', 'l.nama IS NULL, l.nama, o.nama, o.id'],
  ['kelurahan', 'turun', 'l.nama IS NULL, l.nama DESC, o.nama, o.id'],
  ['opd', 'naik', 'p.nama IS NULL, p.nama, o.nama, o.id'],
  ['skor', 'naik', 'o.iko_skor IS NULL, o.iko_skor, o.id'],
  ['skor', 'turun', 'o.iko_skor IS NULL, o.iko_skor DESC, o.id DESC'],
  ['kegiatan', 'turun', 'o.kegiatan_terakhir IS NULL, o.kegiatan_terakhir DESC, o.id DESC'],
] as const)(
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
        expect([jumlah, lebih]).toEqual([Math.min(harapan.length, 10_000), harapan.length > 10_000]);
      }
    }
  },
  60_000,
);

it('words are found by their beginning, joined or apart; nothing is not everything', async () => {
  const jumlah = async (cari: string) =>
    (await pilah.halaman(SEMUA, saring({ cari }), { halaman: 1, perHalaman: 25 })).jumlah;
  expect(await jumlah('kuj')).toBe(JUMLAH / 500);
  expect(await jumlah('kujang emas')).toBe(JUMLAH / 500);
  expect(await jumlah('KUJANGEMAS rekaan')).toBe(JUMLAH / 500);
  expect(await jumlah('tidakada')).toBe(0);
  expect(await jumlah('kujang tidakada')).toBe(0);
  expect(await jumlah("' OR 1=1 --")).toBe(0);
  expect(await jumlah('%')).toBe(0);
  for (const [cari, banyak] of [
    ['Kebon Kelapa', 2],
    ['kebonkelapa', 2],
    ['Kebon Kalapa', 1],
    ['kebon kelapa 5', 1],
  ] as const)
    expect([cari, await jumlah(cari)]).toEqual([cari, banyak]);
  expect(await pilah.halaman(SEMUA, saring({ cari: 'rekaan' }), { halaman: 1, perHalaman: 25 })).toMatchObject({
    jumlah: 1000,
    lebih: true,
  });
  expect((await pilah.halaman(SEMUA, saring({}), { halaman: 401, perHalaman: 25 })).id).toEqual([]);
});

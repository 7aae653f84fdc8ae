import { randomBytes } from 'node:crypto';
import mysql from 'mysql2/promise';
import { DataSource, type QueryRunner } from 'typeorm';
import { jalankanMigrasi } from '../../src/cli/migrasi.js';
import { opsiDataSource } from '../../src/database/data-source.js';
import { MIGRASI } from '../../src/database/migrations/index.js';
import { LAYANAN } from '../support/basis-data.js';

/** What a process that is killed looks like to the database: the statements after this one never come. */
class Terputus extends Error {}

let admin: mysql.Connection;
const basisData: string[] = [];

beforeAll(async () => {
  admin = await mysql.createConnection({ uri: `${LAYANAN.databaseUrl}/` });
});
afterAll(async () => {
  for (const nama of basisData) await admin.query(`DROP DATABASE ${nama}`);
  await admin.end();
});

async function basisDataKosong(): Promise<string> {
  const nama = `portal_uji_migrasi_${process.pid}_${randomBytes(4).toString('hex')}`;
  await admin.query(`CREATE DATABASE ${nama} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  basisData.push(nama);
  return nama;
}

const alamat = (nama: string): string => `${LAYANAN.databaseUrl}/${nama}`;

/** Passes on the first `sisa` statements; the next one is never sent. */
function terputusSetelah(pelari: QueryRunner, sisa: number): QueryRunner {
  const query = (sql: string, nilai?: unknown[]): Promise<unknown> =>
    sisa-- > 0 ? pelari.query(sql, nilai) : Promise.reject(new Terputus());
  return new Proxy(pelari, {
    get: (asal, nama): unknown => (nama === 'query' ? query : Reflect.get(asal, nama)),
  });
}

/** Every table's definition and, of the tables that migrations fill, the rows; counters of new ids left out. */
async function isiSkema(nama: string): Promise<Record<string, string>> {
  const [tabel] = await admin.query<mysql.RowDataPacket[]>(
    'SELECT TABLE_NAME AS nama FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME',
    [nama],
  );
  const isi: Record<string, string> = {};
  for (const { nama: satu } of tabel) {
    const [baris] = await admin.query<mysql.RowDataPacket[]>(`SHOW CREATE TABLE ${nama}.${String(satu)}`);
    isi[String(satu)] = String(baris[0]?.['Create Table']).replace(/ AUTO_INCREMENT=\d+/, '');
  }
  const [kunci] = await admin.query(`SELECT nama FROM ${nama}.kunci_kerja ORDER BY nama`);
  return { ...isi, 'isi kunci_kerja': JSON.stringify(kunci) };
}

describe('a migration that is interrupted', () => {
  // one database, interrupted after every single statement in turn: each run repeats all that the runs before it did
  it('is completed by the next run, wherever it stopped', async () => {
    const utuh = await basisDataKosong();
    await jalankanMigrasi(alamat(utuh));

    const terganggu = await basisDataKosong();
    const db = await new DataSource(await opsiDataSource(alamat(terganggu), 2)).initialize();
    const pelari = db.createQueryRunner();
    let gangguan = 0;
    for (const Migrasi of MIGRASI) {
      for (let jumlah = 0, selesai = false; !selesai; jumlah++) {
        selesai = await new Migrasi().up(terputusSetelah(pelari, jumlah)).then(
          () => true,
          (galat: unknown) => {
            if (!(galat instanceof Terputus)) throw galat;
            return false;
          },
        );
        if (!selesai) gangguan++;
      }
    }
    await pelari.release();
    await db.destroy();
    expect(gangguan).toBeGreaterThan(30);

    await jalankanMigrasi(alamat(terganggu));
    expect(await isiSkema(terganggu)).toEqual(await isiSkema(utuh));
  });

  it('changes nothing when everything is there', async () => {
    const nama = await basisDataKosong();
    await jalankanMigrasi(alamat(nama));
    const sebelum = await isiSkema(nama);
    await admin.query(`DELETE FROM ${nama}.migrasi`);
    await jalankanMigrasi(alamat(nama));
    expect(await isiSkema(nama)).toEqual(sebelum);
  });
});

it('refuses a database that was made by a migration that has been changed since, and leaves it as it is', async () => {
  const nama = await basisDataKosong();
  await jalankanMigrasi(alamat(nama));
  await jalankanMigrasi(alamat(nama));
  const sebelum = await isiSkema(nama);
  await admin.query(`UPDATE ${nama}.migrasi_sidik SET sidik = 'lain' LIMIT 1`);
  await expect(jalankanMigrasi(alamat(nama))).rejects.toThrow(/versi pengembangan yang lain \(1 migrasi berbeda\)/);
  expect(await isiSkema(nama)).toEqual(sebelum);
  await admin.query(`DROP TABLE ${nama}.migrasi_sidik`);
  await expect(jalankanMigrasi(alamat(nama))).rejects.toThrow(/versi pengembangan yang lain/);
}, 60_000);

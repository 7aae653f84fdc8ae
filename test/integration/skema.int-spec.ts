import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

let dasar: BasisDataUji;
const tanya = (sql: string): Promise<Record<string, string>[]> => dasar.db.query(sql);

beforeAll(async () => {
  dasar = await basisDataUji();
});
afterAll(() => dasar.hapus());

describe('the schema', () => {
  it('has an index that begins with the columns of every foreign key', async () => {
    const kunci = await tanya(
      `SELECT k.TABLE_NAME AS tabel, k.CONSTRAINT_NAME AS nama, GROUP_CONCAT(k.COLUMN_NAME ORDER BY k.ORDINAL_POSITION) AS kolom
       FROM information_schema.KEY_COLUMN_USAGE k
       WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL GROUP BY k.TABLE_NAME, k.CONSTRAINT_NAME`,
    );
    const indeks = await tanya(
      `SELECT TABLE_NAME AS tabel, INDEX_NAME AS nama, GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX) AS kolom
       FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() GROUP BY TABLE_NAME, INDEX_NAME`,
    );
    expect(kunci.length).toBeGreaterThan(30);
    const tanpa = kunci.filter(
      (k) => !indeks.some((i) => i.tabel === k.tabel && `${i.kolom},`.startsWith(`${k.kolom},`)),
    );
    expect(tanpa).toEqual([]);
  });

  it('names every index of a foreign key itself, so that no server invents one', async () => {
    const sendiri = await tanya(
      `SELECT DISTINCT TABLE_NAME AS tabel, INDEX_NAME AS nama FROM information_schema.STATISTICS
       WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME LIKE 'fk\\_%'`,
    );
    expect(sendiri).toEqual([]);
  });

  it('keeps every table in InnoDB with utf8mb4_unicode_ci', async () => {
    const lain = await tanya(
      `SELECT TABLE_NAME AS tabel, ENGINE AS mesin, TABLE_COLLATION AS urutan FROM information_schema.TABLES
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' AND TABLE_NAME <> 'migrasi'
         AND (ENGINE <> 'InnoDB' OR TABLE_COLLATION <> 'utf8mb4_unicode_ci')`,
    );
    expect(lain).toEqual([]);
  });

  it('keeps instants to the millisecond and dates without a clock', async () => {
    const lain = await tanya(
      `SELECT TABLE_NAME AS tabel, COLUMN_NAME AS kolom, COLUMN_TYPE AS jenis FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> 'migrasi'
         AND (DATA_TYPE IN ('timestamp', 'time', 'float', 'double')
           OR (DATA_TYPE = 'datetime' AND DATETIME_PRECISION <> 3)
           OR (COLUMN_NAME LIKE '%\\_pada' AND DATA_TYPE NOT IN ('datetime', 'date')))`,
    );
    expect(lain).toEqual([]);
  });

  it('gives every table a primary key', async () => {
    const tanpa = await tanya(
      `SELECT t.TABLE_NAME AS tabel FROM information_schema.TABLES t
       LEFT JOIN information_schema.TABLE_CONSTRAINTS c ON c.TABLE_SCHEMA = t.TABLE_SCHEMA
         AND c.TABLE_NAME = t.TABLE_NAME AND c.CONSTRAINT_TYPE = 'PRIMARY KEY'
       WHERE t.TABLE_SCHEMA = DATABASE() AND c.CONSTRAINT_NAME IS NULL`,
    );
    expect(tanpa).toEqual([]);
  });
});

describe('the reference data', () => {
  it('holds the city: 6 kecamatan, 68 kelurahan, 13 bidang with an OPD each, and loading it again changes nothing', async () => {
    const [jumlah] = await tanya(
      `SELECT (SELECT COUNT(*) FROM kecamatan) AS kecamatan, (SELECT COUNT(*) FROM kelurahan) AS kelurahan,
         (SELECT COUNT(*) FROM bidang) AS bidang, (SELECT COUNT(*) FROM bidang_opd) AS pemetaan, (SELECT COUNT(*) FROM opd) AS opd`,
    );
    expect(Object.fromEntries(Object.entries(jumlah ?? {}).map(([k, v]) => [k, Number(v)]))).toEqual({
      kecamatan: 6,
      kelurahan: 68,
      bidang: 13,
      pemetaan: 13,
      opd: 5,
    });
  });
});

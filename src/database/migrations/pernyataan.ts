import { type QueryRunner } from 'typeorm';

/**
 * A constraint (with its index) that a table made earlier is given, because it refers to a table made later. Neither
 * MySQL nor the standard has an ADD CONSTRAINT IF NOT EXISTS, so its name is looked up first.
 */
interface TambahKendala {
  tabel: string;
  kendala: string;
  sql: string;
}

/** An index that a table made earlier is given: there is no portable ADD INDEX IF NOT EXISTS either. */
interface TambahIndeks {
  tabel: string;
  indeks: string;
  sql: string;
}

/** A column that a table made earlier is given. */
interface TambahKolom {
  tabel: string;
  kolom: string;
  sql: string;
}

/** One statement of a migration: SQL that may be repeated as it is, or a constraint, an index or a column to be added once. */
export type Pernyataan = string | TambahKendala | TambahIndeks | TambahKolom;

/**
 * Runs a migration's statements in order, leaving alone what is there. Statements that change the schema cannot be
 * taken back together: a migration that was interrupted is run again from its first statement and has to end complete.
 */
export async function jalankanBerulang(q: QueryRunner, daftar: Pernyataan[]): Promise<void> {
  for (const satu of daftar) {
    if (typeof satu === 'string') await q.query(satu);
    else if (!(await sudahAda(q, satu))) await q.query(satu.sql);
  }
}

function sudahAda(q: QueryRunner, satu: Exclude<Pernyataan, string>): Promise<boolean> {
  if ('indeks' in satu) return adaIndeks(q, satu);
  return 'kolom' in satu ? adaKolom(q, satu) : adaKendala(q, satu);
}

async function adaKolom(q: QueryRunner, { tabel, kolom }: TambahKolom): Promise<boolean> {
  const baris = (await q.query(
    `SELECT 1 FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND COLUMN_NAME = ?`,
    [tabel, kolom],
  )) as unknown[];
  return baris.length > 0;
}

async function adaIndeks(q: QueryRunner, { tabel, indeks }: TambahIndeks): Promise<boolean> {
  const baris = (await q.query(
    `SELECT 1 FROM information_schema.STATISTICS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND INDEX_NAME = ?`,
    [tabel, indeks],
  )) as unknown[];
  return baris.length > 0;
}

async function adaKendala(q: QueryRunner, { tabel, kendala }: TambahKendala): Promise<boolean> {
  const baris = (await q.query(
    `SELECT 1 FROM information_schema.TABLE_CONSTRAINTS
     WHERE CONSTRAINT_SCHEMA = DATABASE() AND TABLE_NAME = ? AND CONSTRAINT_NAME = ?`,
    [tabel, kendala],
  )) as unknown[];
  return baris.length > 0;
}

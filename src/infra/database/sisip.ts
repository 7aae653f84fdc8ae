import { setImmediate } from 'node:timers/promises';
import { format, type SqlValue } from 'mysql2';
import { type EntityManager, QueryFailedError } from 'typeorm';

/** Rows per INSERT statement: large enough for speed, small enough for `max_allowed_packet`. */
const BARIS_PER_PERINTAH = 1000;
/** Characters of texts per statement, for rows that are long: escaped and in UTF-8 they are at most three times as many bytes. */
const HURUF_PER_PERINTAH = 2 * 1024 * 1024;

/** Rows on their way into a table. `kolom` are column names (from code, never from users), each row one value per column. */
export interface Sisipan {
  tabel: string;
  kolom: readonly string[];
  /** Asked for when it is their turn. */
  baris: () => readonly unknown[][];
}

/** A statement with its values. */
export interface Perintah {
  sql: string;
  nilai: readonly unknown[];
}

/**
 * Inserts many rows with few statements. `kolom` are column names (from code, never from users), each row has one value
 * per column in the same order. Returns the number of rows sent.
 */
export async function sisipBanyak(
  em: EntityManager,
  tabel: string,
  kolom: readonly string[],
  baris: readonly unknown[][],
): Promise<number> {
  await sisipBeriringan(em, [{ tabel, kolom, baris: () => baris }]);
  return baris.length;
}

/**
 * Sends statements one after the other, each written here while the database still works on the one before: none leaves
 * before that has succeeded. In a large import writing them takes as long as a third of carrying them out.
 */
export async function sisipBeriringan(em: EntityManager, langkah: Iterable<Sisipan | Perintah>): Promise<void> {
  let sebelum: Promise<unknown> = Promise.resolve();
  try {
    for (const { inti, lengkap } of perintah(langkah)) {
      await sebelum;
      sebelum = kirim(em, inti, lengkap);
      // It leaves before the next is written; whether it fails is asked before that is sent.
      sebelum.catch(() => undefined);
      await setImmediate();
    }
  } finally {
    await sebelum;
  }
}

function* perintah(langkah: Iterable<Sisipan | Perintah>): Generator<{ inti: string; lengkap: string }> {
  for (const l of langkah) {
    if ('sql' in l) {
      yield { inti: l.sql, lengkap: format(l.sql, l.nilai as SqlValue[], false, 'Z') };
      continue;
    }
    const inti = `INSERT INTO ${l.tabel} (${l.kolom.join(',')}) VALUES ?`;
    for (const potong of perPerintah(l.baris()))
      yield { inti, lengkap: format(inti, [potong] as SqlValue[], false, 'Z') };
  }
}

/** The rows in their order, as many together as one statement takes; a row that is too long stands alone. */
function* perPerintah(baris: readonly unknown[][]): Generator<unknown[][]> {
  let dari = 0;
  let huruf = 0;
  for (const [i, b] of baris.entries()) {
    const panjang = b.reduce<number>((n, nilai) => n + (typeof nilai === 'string' ? nilai.length : 0), 0);
    if (i > dari && (i - dari >= BARIS_PER_PERINTAH || huruf + panjang > HURUF_PER_PERINTAH)) {
      yield baris.slice(dari, i);
      dari = i;
      huruf = 0;
    }
    huruf += panjang;
  }
  if (dari < baris.length) yield baris.slice(dari);
}

async function kirim(em: EntityManager, inti: string, lengkap: string): Promise<void> {
  try {
    await em.query(lengkap);
  } catch (galat) {
    // Without the values, which are not for logs.
    if (galat instanceof QueryFailedError) throw new QueryFailedError(inti, [], galat.driverError as Error);
    throw galat;
  }
}

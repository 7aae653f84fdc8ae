import { type EntityManager } from 'typeorm';

/** Rows per INSERT statement: large enough for speed, small enough for `max_allowed_packet`. */
const BARIS_PER_PERINTAH = 1000;

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
  for (let i = 0; i < baris.length; i += BARIS_PER_PERINTAH) {
    const potong = baris.slice(i, i + BARIS_PER_PERINTAH);
    const tanda = `(${kolom.map(() => '?').join(',')})`;
    await em.query(
      `INSERT INTO ${tabel} (${kolom.join(',')}) VALUES ${Array(potong.length).fill(tanda).join(',')}`,
      potong.flat(),
    );
  }
  return baris.length;
}

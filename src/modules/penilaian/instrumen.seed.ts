import { readdirSync, readFileSync } from 'node:fs';
import { type DataSource, type EntityManager } from 'typeorm';
import { sha256 } from '../../common/sidik.js';
import { type Instrumen, validasiInstrumen } from '../../iko/instrumen.js';
import { type NilaiJson, kanonik } from '../../iko/kanonik.js';

/** The instrument of a new period, in its newest published version. */
export const INSTRUMEN_BAWAAN = 'iko-2022';

const FOLDER = new URL('../../database/seed/instrumen/', import.meta.url);

/** The instruments that come with the portal, checked; throws with every problem when one is faulty. */
export function bacaInstrumenBawaan(folder: URL = FOLDER): { isi: Instrumen; kanonik: string; hash: string }[] {
  return readdirSync(folder)
    .filter((nama) => nama.endsWith('.json'))
    .sort()
    .map((nama) => {
      const dokumen = JSON.parse(readFileSync(new URL(nama, folder), 'utf8')) as NilaiJson;
      const hasil = validasiInstrumen(dokumen);
      if (!hasil.ok) throw new Error(`Instrumen ${nama}: ${hasil.galat.map((g) => g.pesan).join(' ')}`);
      const teks = kanonik(dokumen);
      return { isi: hasil.nilai, kanonik: teks, hash: sha256(teks) };
    });
}

/**
 * Publishes the instruments that come with the portal; those already there stay as they are. A published instrument is
 * frozen: a file that differs from what was published under the same code and version stops the start.
 * @param sekarang recorded as the moment of publishing
 * @returns how many were new
 */
export async function isiInstrumen(db: DataSource | EntityManager, sekarang: Date, folder?: URL): Promise<number> {
  let baru = 0;
  for (const { isi, kanonik: teks, hash } of bacaInstrumenBawaan(folder)) {
    const [ada] = await db.query<{ hash: string }[]>('SELECT hash FROM instrumen WHERE kode = ? AND versi = ?', [
      isi.kode,
      isi.versi,
    ]);
    if (ada && ada.hash !== hash)
      throw new Error(
        `Instrumen ${isi.kode} versi ${isi.versi} sudah terbit dan tidak boleh diubah; terbitkan versi baru.`,
      );
    if (ada) continue;
    await db.query(
      "INSERT INTO instrumen (kode, versi, nama, isi, hash, status, terbit_pada) VALUES (?, ?, ?, ?, ?, 'terbit', ?)",
      [isi.kode, isi.versi, isi.nama ?? isi.kode, teks, hash, sekarang],
    );
    baru++;
  }
  return baru;
}

import { type DataSource, type EntityManager } from 'typeorm';
import { sha256 } from '../../common/sidik.js';

/** An address from which an account did not sign in for so long is forgotten, in days. */
const INGAT_HARI = 180;

/** The account is part of it: the same office behind two accounts is not the same row. */
const sidikAlamat = (akunId: number, pemilik: string): string => sha256(`alamat:${akunId}|${pemilik}`);

/**
 * Whether an account signed in before from an address (as `pemilikAlamat` gives it). It outlives the session: who signs
 * out in the evening is known again in the morning.
 */
export async function pernahMasukDari(db: DataSource, akunId: number, pemilik: string): Promise<boolean> {
  const ada = await db.query<unknown[]>('SELECT 1 FROM alamat_masuk WHERE akun_id = ? AND alamat = ?', [
    akunId,
    sidikAlamat(akunId, pemilik),
  ]);
  return ada.length > 0;
}

/** Remembers from where an account has signed in. */
export async function ingatAlamat(em: EntityManager, akunId: number, pemilik: string, kini: Date): Promise<void> {
  await em.query(
    `INSERT INTO alamat_masuk (akun_id, alamat, terakhir_pada) VALUES (?, ?, ?)
     ON DUPLICATE KEY UPDATE terakhir_pada = VALUES(terakhir_pada)`,
    [akunId, sidikAlamat(akunId, pemilik), kini],
  );
}

/** Forgets the addresses that were not used for half a year. */
export async function lupakanAlamat(db: DataSource, kini: Date): Promise<void> {
  await db.query('DELETE FROM alamat_masuk WHERE terakhir_pada < ?', [
    new Date(kini.getTime() - INGAT_HARI * 86_400_000),
  ]);
}

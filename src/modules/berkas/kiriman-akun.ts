import { type DataSource } from 'typeorm';
import { type Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { ukuranBerkas } from '../../common/format.js';
import { tanggalWib } from '../../common/tanggal.js';
import { konteksIni } from '../../infra/database/konteks.js';
import { KUOTA_AKUN_SEHARI } from './berkas.types.js';

/**
 * Counts what an account sends in a day (Jakarta) before it is stored, in the database: bytes that never get a row take
 * room too until they are swept, and neither a restart nor a second process forgives. One statement asks and counts,
 * so that files sent at one moment do not overlook each other.
 * @param ukuran bytes as received
 * @throws DomainError `berkas-ditolak` when the day's share is used up
 */
export async function hitungKiriman(db: DataSource, clock: Clock, ukuran: number): Promise<void> {
  const { akunId } = konteksIni();
  if (akunId === undefined || akunId === null) return;
  const hari = tanggalWib(clock.sekarang());
  await db.query('INSERT IGNORE INTO kiriman_akun (akun_id, hari, bita) VALUES (?, ?, 0)', [akunId, hari]);
  // `bita` first: the columns are set from left to right, and it asks for the day that was.
  const { affectedRows } = await db.query<{ affectedRows: number }>(
    `UPDATE kiriman_akun SET bita = IF(hari = ?, bita, 0) + ?, hari = ?
     WHERE akun_id = ? AND IF(hari = ?, bita, 0) + ? <= ?`,
    [hari, ukuran, hari, akunId, hari, ukuran, KUOTA_AKUN_SEHARI],
  );
  if (affectedRows === 0)
    throw new DomainError(
      'berkas-ditolak',
      `Akun Anda hari ini sudah mengirim hampir ${ukuranBerkas(KUOTA_AKUN_SEHARI)}, batas sehari. Kirim lagi besok.`,
    );
}

import { randomBytes } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { normalNama } from '../../src/common/normalisasi.js';
import { kunciCariOrmas } from '../../src/modules/ormas/ormas.cari.js';
import { SQL_RIWAYAT_STATUS } from './riwayat-status.js';

/** An invented ormas in the register, in the cluster of an OPD; the place and bidang are the first of the reference data. */
export async function buatOrmas(
  db: DataSource,
  lain: { nama?: string; opdId?: number | null } = {},
): Promise<{ id: number; nama: string; opdId: number | null }> {
  const nama = lain.nama ?? `Yayasan Contoh ${randomBytes(3).toString('hex')}`;
  const [opd] = await db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM opd');
  const [tempat] = await db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM kelurahan');
  const [bidang] = await db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM bidang');
  const opdId = lain.opdId === undefined ? (opd?.id ?? null) : lain.opdId;
  await db.query(
    `INSERT INTO ormas (nama, nama_normal, cari, bentuk, status, terdaftar_pada, kelurahan_id, bidang_id, opd_id, sumber, dibuat_pada, diubah_pada)
     VALUES (?, ?, ?, 'yayasan', 'terdaftar', '2020-01-15', ?, ?, ?, 'uji', '2020-01-15 03:00:00', '2020-01-15 03:00:00')`,
    [nama, normalNama(nama), kunciCariOrmas(nama, null), tempat?.id, bidang?.id, opdId],
  );
  await db.query(SQL_RIWAYAT_STATUS);
  const [baris] = await db.query<{ id: number }[]>('SELECT MAX(id) AS id FROM ormas WHERE nama = ?', [nama]);
  const id = baris?.id ?? 0;
  return { id, nama, opdId };
}

import { type QueryRunner } from 'typeorm';

const ALASAN = 'Jejak audit tidak dapat diubah atau dihapus';

/** What keeps rows as they were written: no statement that changes or removes one gets past these. */
const PEMICU: readonly { nama: string; buat: string; coba: string }[] = [
  {
    nama: 'audit_tidak_diubah',
    buat: `CREATE TRIGGER audit_tidak_diubah BEFORE UPDATE ON audit FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${ALASAN}'`,
    coba: 'UPDATE audit SET ringkasan = ringkasan WHERE id = ?',
  },
  {
    nama: 'audit_tidak_dihapus',
    buat: `CREATE TRIGGER audit_tidak_dihapus BEFORE DELETE ON audit FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${ALASAN}'`,
    coba: 'DELETE FROM audit WHERE id = ?',
  },
];

/** A server that writes a binary log and does not trust us, or an account without the right TRIGGER. */
const TIDAK_BOLEH = new Set([
  'ER_BINLOG_CREATE_ROUTINE_NEED_SUPER',
  'ER_TABLEACCESS_DENIED_ERROR',
  'ER_SPECIFIC_ACCESS_DENIED_ERROR',
]);

/**
 * Makes the triggers that do not hold. No migration: a server may refuse them today (MySQL 8 with its binary log on
 * lets an ordinary account make none until `log_bin_trust_function_creators` is set) and allow them later, so every
 * `migrasi` tries again. What counts is not that a trigger of that name is there, but that the server refuses the
 * statement. See docs/adr/0012-no-hash-chain-in-the-audit-trail-yet.md.
 * @returns what the operator should know, in one sentence, when the server refused; else null
 */
export async function pasangPemicu(q: QueryRunner): Promise<string | null> {
  for (const { nama, buat, coba } of PEMICU) {
    if (await ditolak(q, coba)) continue;
    try {
      await q.query(`DROP TRIGGER IF EXISTS ${nama}`);
      await q.query(buat);
    } catch (galat) {
      const { code = '' } = galat as { code?: string };
      if (!TIDAK_BOLEH.has(code)) throw galat;
      return `Peringatan: basis data menolak pelindung jejak audit (${code}); beri hak TRIGGER atau, pada MySQL 8, atur log_bin_trust_function_creators=1, lalu jalankan migrasi lagi. Selebihnya portal siap dipakai.`;
    }
    if (!(await ditolak(q, coba))) throw new Error(`Trigger ${nama} was made and lets the statement pass`);
  }
  return null;
}

/** Whether the server refuses a statement on a row of the trail. It is tried and taken back, with the row it needs. */
async function ditolak(q: QueryRunner, coba: string): Promise<boolean> {
  let pinjam = false;
  await q.query('START TRANSACTION');
  try {
    const SATU = 'SELECT id FROM audit LIMIT 1';
    let baris = (await q.query(SATU)) as { id: number | string }[];
    if (baris.length === 0) {
      pinjam = true;
      await q.query(
        `INSERT INTO audit (waktu, aktor_nama, aktor_peran, aksi, objek, objek_id, ringkasan)
         VALUES ('2000-01-01', 'Sistem', 'sistem', 'uji', 'audit', '0', 'Uji pelindung')`,
      );
      baris = (await q.query(SATU)) as { id: number | string }[];
    }
    await q.query(coba, [baris[0]?.id]);
    return false;
  } catch (galat) {
    if ((galat as { sqlState?: string }).sqlState === '45000') return true;
    throw galat;
  } finally {
    await q.query('ROLLBACK');
    // A trail that begins with another number than 1 would look as if something were missing.
    if (pinjam) await q.query('ALTER TABLE audit AUTO_INCREMENT = 1');
  }
}

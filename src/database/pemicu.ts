import { type QueryRunner } from 'typeorm';

const ALASAN = 'Jejak audit tidak dapat diubah atau dihapus';

/** What keeps rows as they were written: no statement that changes or removes one gets past these. */
const PEMICU: readonly { nama: string; sql: string }[] = [
  {
    nama: 'audit_tidak_diubah',
    sql: `CREATE TRIGGER audit_tidak_diubah BEFORE UPDATE ON audit FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${ALASAN}'`,
  },
  {
    nama: 'audit_tidak_dihapus',
    sql: `CREATE TRIGGER audit_tidak_dihapus BEFORE DELETE ON audit FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${ALASAN}'`,
  },
];

/** A server that writes a binary log and does not trust us, or an account without the right TRIGGER. */
const TIDAK_BOLEH = new Set([
  'ER_BINLOG_CREATE_ROUTINE_NEED_SUPER',
  'ER_TABLEACCESS_DENIED_ERROR',
  'ER_SPECIFIC_ACCESS_DENIED_ERROR',
]);

/**
 * Makes the triggers that are not there. No migration: a server may refuse them today (MySQL 8 with its binary log on
 * lets an ordinary account make none until `log_bin_trust_function_creators` is set) and allow them later, so every
 * `migrasi` tries again. See docs/adr/0012-no-hash-chain-in-the-audit-trail-yet.md.
 * @returns what the operator should know, in one sentence, when the server refused; else null
 */
export async function pasangPemicu(q: QueryRunner): Promise<string | null> {
  const ada = (await q.query(
    'SELECT TRIGGER_NAME AS nama FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()',
  )) as { nama: string }[];
  for (const { nama, sql } of PEMICU) {
    if (ada.some((p) => p.nama === nama)) continue;
    try {
      await q.query(sql);
    } catch (galat) {
      const { code = '' } = galat as { code?: string };
      if (!TIDAK_BOLEH.has(code)) throw galat;
      return `Peringatan: basis data menolak pelindung jejak audit (${code}); beri hak TRIGGER atau, pada MySQL 8, atur log_bin_trust_function_creators=1, lalu jalankan migrasi lagi. Selebihnya portal siap dipakai.`;
    }
  }
  return null;
}

import { jalankanMigrasi } from '../../src/cli/migrasi.js';
import { pasangPemicu } from '../../src/database/pemicu.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

let uji: BasisDataUji;
beforeAll(async () => {
  uji = await basisDataUji();
  await uji.db.query(
    "INSERT INTO audit (waktu, aktor_nama, aktor_peran, aksi, objek, objek_id, ringkasan) VALUES (UTC_TIMESTAMP(3), 'Uji', 'sistem', 'uji', 'uji', '1', 'Baris uji.')",
  );
});
afterAll(() => uji.hapus());

const pemicu = async (): Promise<string[]> =>
  (
    await uji.db.query<{ nama: string }[]>(
      'SELECT TRIGGER_NAME AS nama FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE() ORDER BY nama',
    )
  ).map((p) => p.nama);

describe('the audit trail', () => {
  it.each(["UPDATE audit SET ringkasan = 'lain'", 'DELETE FROM audit', 'DELETE FROM audit WHERE id = 1'])(
    'lets no row be changed or removed: %s',
    async (sql) => {
      await expect(uji.db.query(sql)).rejects.toThrow('Jejak audit tidak dapat diubah atau dihapus');
      expect(await uji.db.query("SELECT ringkasan FROM audit WHERE aksi = 'uji'")).toEqual([
        { ringkasan: 'Baris uji.' },
      ]);
    },
  );

  it('is protected again by the next migration when somebody took the protection away', async () => {
    expect(await pemicu()).toEqual(['audit_tidak_dihapus', 'audit_tidak_diubah']);
    await uji.db.query('DROP TRIGGER audit_tidak_dihapus');
    expect(await jalankanMigrasi(uji.url)).toBeNull();
    expect(await pemicu()).toEqual(['audit_tidak_dihapus', 'audit_tidak_diubah']);
  });

  it.each([
    ['an UPDATE', 'audit_tidak_diubah', 'UPDATE', "UPDATE audit SET ringkasan = 'lain'"],
    ['a DELETE', 'audit_tidak_dihapus', 'DELETE', 'DELETE FROM audit'],
  ])('is protected again when a trigger of the right name lets %s pass', async (_, nama, saat, sql) => {
    const semua = async (): Promise<unknown> => uji.db.query('SELECT * FROM audit ORDER BY id');
    const sebelum = await semua();
    await uji.db.query(`DROP TRIGGER ${nama}`);
    await uji.db.query(`CREATE TRIGGER ${nama} BEFORE ${saat} ON audit FOR EACH ROW SET @uji = 1`);
    expect(await jalankanMigrasi(uji.url)).toBeNull();
    await expect(uji.db.query(sql)).rejects.toThrow('Jejak audit tidak dapat diubah atau dihapus');
    // Trying it left nothing behind.
    expect(await semua()).toEqual(sebelum);
  });

  it.each(['ER_BINLOG_CREATE_ROUTINE_NEED_SUPER', 'ER_TABLEACCESS_DENIED_ERROR'])(
    'that the server will not protect (%s) is told to the operator, and the next migration tries again',
    async (code) => {
      await uji.db.query('DROP TRIGGER audit_tidak_dihapus');
      const pelari = uji.db.createQueryRunner();
      // What such a server answers: ours lets its account do everything.
      const menolak = new Proxy(pelari, {
        get: (asal, nama): unknown =>
          nama === 'query'
            ? (sql: string, isi?: unknown[]) =>
                sql.startsWith('CREATE TRIGGER')
                  ? Promise.reject(Object.assign(new Error(code), { code }))
                  : pelari.query(sql, isi)
            : Reflect.get(asal, nama),
      });
      expect(await pasangPemicu(menolak)).toMatch(/^Peringatan: .*TRIGGER.*log_bin_trust_function_creators.*\.$/);
      expect(await pemicu()).toEqual(['audit_tidak_diubah']);
      expect(await pasangPemicu(pelari)).toBeNull();
      await pelari.release();
      expect(await pemicu()).toEqual(['audit_tidak_dihapus', 'audit_tidak_diubah']);
    },
  );
});

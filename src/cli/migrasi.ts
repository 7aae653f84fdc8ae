import process from 'node:process';
import { bacaConfig } from '../infra/config/config.js';
import { DomainError } from '../common/domain-error.js';
import { Clock } from '../common/clock.js';
import { bukaDataSource } from '../database/data-source.js';
import { pasangPemicu } from '../database/pemicu.js';
import { catatSidik, periksaSidik } from '../database/sidik-migrasi.js';
import { isiRujukan } from '../database/seed/rujukan.js';
import { isiInstrumen } from '../modules/penilaian/instrumen.seed.js';

/**
 * Brings the schema and the reference data up to date; safe to run again and side by side (a database lock lets one
 * run at a time).
 * @returns what the operator should know, or null
 */
export async function jalankanMigrasi(databaseUrl: string): Promise<string | null> {
  const db = await bukaDataSource(databaseUrl);
  const pelari = db.createQueryRunner();
  try {
    const [kunci] = (await pelari.query("SELECT GET_LOCK('portal-iko-migrasi', 60) AS dapat")) as { dapat: unknown }[];
    if (Number(kunci?.dapat) !== 1)
      throw new DomainError('terlalu-sering', 'Migrasi lain sedang berjalan; coba lagi sebentar lagi.');
    await periksaSidik(pelari);
    await catatSidik(pelari);
    await db.runMigrations({ transaction: 'none' });
    await isiRujukan(db, new Clock().sekarang());
    await isiInstrumen(db, new Clock().sekarang());
    const peringatan = await pasangPemicu(pelari);
    await pelari.query("SELECT RELEASE_LOCK('portal-iko-migrasi')");
    return peringatan;
  } finally {
    await pelari.release();
    await db.destroy();
  }
}

/** `migrasi`: no arguments. */
export async function jalankan(): Promise<number> {
  const peringatan = await jalankanMigrasi(bacaConfig().databaseUrl);
  if (peringatan) process.stderr.write(`${peringatan}\n`);
  return 0;
}

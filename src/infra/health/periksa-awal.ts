import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { opsiDataSource } from '../../database/data-source.js';
import { periksaSidik } from '../../database/sidik-migrasi.js';
import { MIGRASI } from '../../database/migrations/index.js';
import { ConfigError, type Config } from '../config/config.js';
import { kalimatGalatKoneksi } from '../config/galat-koneksi.js';

/** A server that has not answered by then is away. */
const SABAR_MS = 10_000;

/** Host and port of an address; never its user and password. */
const tempat = (alamat: string, port: number): string => {
  const url = new URL(alamat);
  return `${url.hostname}:${url.port || port}`;
};

/**
 * Asks the database of DATABASE_URL, once, whether it answers and whether its schema is the one of this version, before
 * anything is built that would try for half a minute and log a stack of its own.
 * @returns `periksaSkema`: a sentence for the log, or null
 * @throws ConfigError one sentence with the setting, what was tried (host and port) and what to do
 */
export async function periksaBasisData({ databaseUrl }: Config): Promise<string | null> {
  try {
    const db = await new DataSource(await opsiDataSource(databaseUrl, 1)).initialize();
    try {
      const kalimat = periksaSkema(await migrasiTercatat(db));
      await periksaSidik(db);
      return kalimat;
    } finally {
      await db.destroy();
    }
  } catch (galat) {
    const kalimat = kalimatGalatKoneksi(galat, tempat(databaseUrl, 3306));
    throw kalimat ? new ConfigError(kalimat) : galat;
  }
}

async function migrasiTercatat(db: DataSource): Promise<string[]> {
  const [ada] = await db.query<unknown[]>(
    "SELECT 1 AS ada FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrasi'",
  );
  if (!ada) return [];
  return (await db.query<{ name: string }[]>('SELECT name FROM migrasi')).map((m) => m.name);
}

/**
 * A newer schema stops nobody: while a new version is put in place, a process of the one before still starts again.
 * @returns what the operator should know, in one sentence, when the schema is newer than this version; else null
 * @throws ConfigError when the schema is older than this version of the portal
 */
export function periksaSkema(tercatat: readonly string[]): string | null {
  const kenal = MIGRASI.map((m) => m.name);
  const belum = kenal.filter((nama) => !tercatat.includes(nama)).length;
  const asing = tercatat.filter((nama) => !kenal.includes(nama)).length;
  if (belum > 0)
    throw new ConfigError(
      `Skema basis data menurut DATABASE_URL belum mutakhir (${belum} migrasi belum dijalankan); jalankan "npm run -s portal -- migrasi" atau "node dist/main-cli.js migrasi", lalu nyalakan lagi.`,
    );
  return asing > 0
    ? `Skema basis data menurut DATABASE_URL lebih baru daripada versi portal ini (${asing} migrasi tidak dikenal); pakailah versi portal yang terakhir.`
    : null;
}

/**
 * Asks the Redis of REDIS_URL, once, whether it answers and lets us in.
 * @throws ConfigError one sentence with the setting, what was tried (host and port) and what to do
 */
export async function periksaRedis({ redisUrl }: Config): Promise<void> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: SABAR_MS,
    commandTimeout: SABAR_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: null,
  });
  let sebab: unknown;
  redis.on('error', (galat) => (sebab ??= galat));
  try {
    await redis.connect();
    await redis.ping();
  } catch (galat) {
    throw new ConfigError(kalimatRedis(sebab ?? galat, tempat(redisUrl, 6379)));
  } finally {
    redis.disconnect();
  }
}

function kalimatRedis(galat: unknown, di: string): string {
  const { code, message = '' } = galat as { code?: string; message?: string };
  const sebab = /WRONGPASS|NOAUTH|NOPERM/.test(message)
    ? 'Redis di sana menolak pengguna atau sandinya'
    : `tidak ada Redis yang menjawab di sana${code ? ` (${code})` : ''}`;
  return `REDIS_URL menunjuk ${di}, tetapi ${sebab}; periksa alamat dan sandinya serta apakah Redis berjalan, lalu nyalakan lagi.`;
}

/** What a process that cannot start says: a sentence where we have one, else everything there is to find the cause. */
export function kalimatGagalMulai(galat: unknown): string {
  if (galat instanceof ConfigError) return galat.message;
  const { code, stack } = galat as { code?: string; stack?: string };
  if (code === 'EADDRINUSE') return 'PORT sedang dipakai program lain; hentikan program itu atau pilih PORT lain.';
  if (code === 'EADDRNOTAVAIL') return 'HOST bukan alamat komputer ini; periksa HOST.';
  if (code === 'EACCES') return 'PORT tidak boleh dipakai pengguna ini; pilih PORT di atas 1023.';
  return kalimatGalatKoneksi(galat) ?? stack ?? String(galat);
}

/**
 * What such a process ends with: 98, the system's own number of EADDRINUSE, when another program listens on its port, so
 * that `npm start` can go on with another; else 1.
 */
export function keluarGagalMulai(galat: unknown): number {
  return (galat as { code?: string }).code === 'EADDRINUSE' ? 98 : 1;
}

import { resolve } from 'node:path';
import process from 'node:process';

/** Settings of a process, read once from the environment. Every name stands in `.env.example`. */
export interface Config {
  databaseUrl: string;
  redisUrl: string;
  port: number;
  host: string;
  /** Public address without a trailing slash; `https:` switches Secure cookies and HSTS on. */
  portalUrl: string;
  /** Folder for files, temporary data and generated documents (absolute). */
  varDir: string;
  sesiRahasia: string;
  chromium: string;
  logLevel: string;
  /** Number of trusted reverse proxies in front (0 = none). */
  percayaProksi: number;
  /** The mail server and who letters come from; null: notices stay in the portal. */
  surel: { smtpUrl: string; pengirim: string } | null;
  produksi: boolean;
}

/** A setting is missing or wrong; the message is one sentence that names the variable. */
export class ConfigError extends Error {}

const galat = (nama: string, kalimat: string): never => {
  throw new ConfigError(`${nama} ${kalimat}`);
};

function url(nama: string, nilai: string | undefined, skema: string[]): string {
  if (!nilai) return galat(nama, 'belum diisi; jalankan lewat "npm start" atau isi menurut .env.example.');
  try {
    const u = new URL(nilai);
    if (!skema.includes(u.protocol)) throw new Error();
    return nilai.replace(/\/+$/, '');
  } catch {
    return galat(nama, `bukan alamat yang sah; seharusnya diawali ${skema.map((s) => `${s}//`).join(' atau ')}.`);
  }
}

function bulat(nama: string, nilai: string | undefined, baku: number, [min, maks]: [number, number]): number {
  if (nilai === undefined || nilai === '') return baku;
  const n = Number(nilai);
  if (!Number.isInteger(n) || n < min || n > maks) return galat(nama, `harus bilangan bulat ${min}–${maks}.`);
  return n;
}

/** `nama@ranah`, or `Nama Kantor <nama@ranah>`. */
const PENGIRIM = /^(?:[^<>\r\n]*<)?[^\s<>@]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*>?$/i;

function surel(smtpUrl: string | undefined, pengirim: string | undefined): Config['surel'] {
  if (pengirim && !PENGIRIM.test(pengirim)) return galat('SUREL_PENGIRIM', 'bukan alamat surel yang sah.');
  if (!smtpUrl) return null;
  const alamat = url('SMTP_URL', smtpUrl, ['smtp:', 'smtps:']);
  if (!pengirim) return galat('SUREL_PENGIRIM', 'harus berisi alamat surel pengirim bila SMTP_URL diisi.');
  return { smtpUrl: alamat, pengirim };
}

const TINGKAT_LOG = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads and checks the settings; throws `ConfigError` naming the first wrong variable. */
export function bacaConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const logLevel = env.LOG_LEVEL || 'info';
  if (!TINGKAT_LOG.includes(logLevel)) galat('LOG_LEVEL', `harus salah satu dari ${TINGKAT_LOG.join(', ')}.`);
  const port = bulat('PORT', env.PORT, 3000, [0, 65535]);
  const sesiRahasia = env.SESI_RAHASIA ?? '';
  if (sesiRahasia.length < 32) galat('SESI_RAHASIA', 'harus teks acak paling sedikit 32 karakter.');
  const portalUrl = url('PORTAL_URL', env.PORTAL_URL || `http://localhost:${port}`, ['http:', 'https:']);
  const percayaProksi = bulat('PERCAYA_PROKSI', env.PERCAYA_PROKSI, 0, [0, 10]);
  // a Secure cookie is set only on a request that a trusted proxy says came by https: nobody could sign in
  if (portalUrl.startsWith('https:') && percayaProksi === 0)
    galat(
      'PORTAL_URL',
      'diawali https:// sedangkan PERCAYA_PROKSI 0, sehingga tidak seorang pun dapat masuk; isi PERCAYA_PROKSI dengan banyaknya proksi HTTPS di depan portal, biasanya 1.',
    );
  return {
    databaseUrl: url('DATABASE_URL', env.DATABASE_URL, ['mysql:', 'mariadb:']),
    redisUrl: url('REDIS_URL', env.REDIS_URL, ['redis:', 'rediss:']),
    port,
    host: env.HOST || '127.0.0.1',
    portalUrl,
    varDir: resolve(env.PORTAL_VAR || 'var'),
    sesiRahasia,
    chromium: env.CHROMIUM || '/usr/bin/chromium',
    logLevel,
    percayaProksi,
    surel: surel(env.SMTP_URL, env.SUREL_PENGIRIM),
    produksi: env.NODE_ENV === 'production',
  };
}

import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { ROOT, UserError } from './root.mjs';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * The settings the person gave, from the environment and then from `.env` in the root; an empty one counts as not given.
 * Each is looked at before anything starts.
 * @returns {{port: number, host: string, varDir: string, portalUrl?: string, databaseUrl?: string,
 *   redisUrl?: string, chromium?: string, sesiRahasia?: string, env: Record<string,string>}}
 *   `env` is the environment for the portal's processes, `.env` included
 * @throws UserError naming the variable at fault
 */
export function readSettings(source = process.env, root = ROOT) {
  const file = join(root, '.env');
  const env = { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...source };
  const value = (name) => env[name]?.trim() || undefined;

  const port = value('PORT') ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new UserError(`PORT harus berupa angka 1 sampai 65535, bukan "${port}".`);
  }
  const host = value('HOST') ?? '127.0.0.1';
  if (!isIP(host) && host !== 'localhost') {
    throw new UserError(`HOST harus berupa alamat IP, misalnya 127.0.0.1 atau 0.0.0.0, bukan "${host}".`);
  }
  const level = value('LOG_LEVEL');
  if (level && !LEVELS.includes(level)) {
    throw new UserError(`LOG_LEVEL harus salah satu dari ${LEVELS.join(', ')}, bukan "${level}".`);
  }
  const proxies = value('PERCAYA_PROKSI') ?? '0';
  if (!/^\d+$/.test(proxies) || Number(proxies) > 10) {
    throw new UserError(`PERCAYA_PROKSI harus berupa angka 0 sampai 10, bukan "${proxies}".`);
  }
  const sesiRahasia = value('SESI_RAHASIA');
  if (sesiRahasia && sesiRahasia.length < 32) {
    throw new UserError(`SESI_RAHASIA terlalu pendek (${sesiRahasia.length} huruf); paling sedikit 32.`);
  }
  const chromium = value('CHROMIUM');
  if (chromium) checkExecutable(chromium);
  const portalUrl = checkPortalUrl(value('PORTAL_URL'));
  if (portalUrl?.startsWith('https:') && proxies === '0') {
    throw new UserError(
      'PORTAL_URL diawali https:// sedangkan PERCAYA_PROKSI 0, sehingga tidak seorang pun dapat masuk; isi PERCAYA_PROKSI dengan banyaknya proksi HTTPS di depan portal, biasanya 1.',
    );
  }
  checkMail(value('SMTP_URL'), value('SUREL_PENGIRIM'));
  return {
    port: Number(port),
    host,
    varDir: checkFolder(resolve(root, value('PORTAL_VAR') ?? 'var')),
    portalUrl,
    databaseUrl: checkDatabaseUrl(value('DATABASE_URL')),
    redisUrl: checkRedisUrl(value('REDIS_URL')),
    chromium,
    sesiRahasia,
    env,
  };
}

function parseUrl(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

// The value itself is not repeated below: it may hold a password.
function checkDatabaseUrl(text) {
  if (!text) return undefined;
  const url = parseUrl(text);
  if (!url || !['mysql:', 'mariadb:'].includes(url.protocol) || !url.hostname || !/^\/[^/]+$/.test(url.pathname)) {
    throw new UserError('DATABASE_URL harus berbentuk mysql://pengguna:sandi@host:3306/nama_basis_data.');
  }
  return text;
}

function checkRedisUrl(text) {
  if (!text) return undefined;
  const url = parseUrl(text);
  if (!url || !['redis:', 'rediss:'].includes(url.protocol) || !url.hostname || !/^(\/\d*)?$/.test(url.pathname)) {
    throw new UserError('REDIS_URL harus berbentuk redis://:sandi@host:6379/0.');
  }
  return text;
}

function checkMail(server, sender) {
  const url = server ? parseUrl(server) : null;
  if (server && (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname)) {
    throw new UserError('SMTP_URL harus berbentuk smtps://pengguna:sandi@host:465.');
  }
  // As in `src/infra/config`: `nama@ranah`, or `Nama Kantor <nama@ranah>`.
  if (sender && !/^(?:[^<>\r\n]*<)?[^\s<>@]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*>?$/i.test(sender)) {
    throw new UserError(`SUREL_PENGIRIM harus berupa alamat surel, bukan "${sender}".`);
  }
  if (server && !sender) throw new UserError('SUREL_PENGIRIM harus diisi bila SMTP_URL diisi.');
}

function checkPortalUrl(text) {
  if (!text) return undefined;
  const url = parseUrl(text);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new UserError(`PORTAL_URL harus berbentuk https://nama-situs tanpa jalur di belakangnya, bukan "${text}".`);
  }
  return url.origin;
}

function checkExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    if (statSync(path).isFile()) return;
  } catch {
    // said below
  }
  throw new UserError(`CHROMIUM menunjuk "${path}", yang bukan program yang dapat dijalankan.`);
}

function checkFolder(path) {
  try {
    makeFolder(path);
    accessSync(path, constants.W_OK | constants.X_OK);
    return path;
  } catch {
    throw new UserError(`PORTAL_VAR menunjuk "${path}", yang bukan folder yang dapat ditulisi.`);
  }
}

// not `recursive: true`, which never returns for a path below /proc
function makeFolder(path) {
  if (statSync(path, { throwIfNoEntry: false })) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withLock } from './lock.mjs';
import { run } from './process.mjs';
import { NODE, ROOT, UserError } from './root.mjs';

const STAMP = join(ROOT, 'node_modules', '.portal-paket');

/**
 * Makes node_modules match package-lock.json, with `npm ci` where it does not. Two at once: the second waits and finds it done.
 * @returns {Promise<boolean>} whether anything had to be installed
 */
export async function ensurePackages({ signal, onWait } = {}) {
  const lockfile = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lockfile).digest('hex');
  if (isInstalled(hash)) return false;
  return withLock(`paket:${ROOT}`, { signal, onWait }, async () => {
    if (isInstalled(hash)) return false;
    if (matchesLockfile(JSON.parse(lockfile))) {
      writeStamp(hash);
      return false;
    }
    const { code, output } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
      env: { ...process.env, PATH: systemPath() },
      signal,
    });
    if (code !== 0) {
      throw new UserError(
        `Paket tidak dapat dipasang (npm ci berakhir dengan kode ${code}); periksa sambungan internet lalu ulangi.\n${output.trim()}`,
      );
    }
    if (!canRunNode()) {
      throw new UserError(
        'Node 24 tidak ikut terpasang dari npm; hapus folder node_modules lalu ulangi tanpa --ignore-scripts.',
      );
    }
    writeStamp(hash);
    return true;
  });
}

function isInstalled(hash) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash && canRunNode();
}

function canRunNode() {
  try {
    accessSync(NODE, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whoever ran `npm ci` or `npm install` by hand should not have to wait for a second one: npm's own list tells. */
function matchesLockfile(wanted) {
  const list = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(list) || !canRunNode()) return false;
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages ?? {};
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    if (!installed[path]) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return installed[path].version === entry.version;
  });
}

function writeStamp(hash) {
  const temporary = `${STAMP}.${process.pid}`;
  writeFileSync(temporary, hash);
  renameSync(temporary, STAMP);
}

/** The PATH without the project's own node: npm ci deletes that one while it works. */
function systemPath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
    .join(delimiter);
}

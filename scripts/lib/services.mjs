import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { probeMariadb, startMariadb } from './mariadb.mjs';
import { endProcess, isAlive, myself } from './process.mjs';
import { readSecrets } from './secrets.mjs';
import { probeRedis, startRedis } from './redis.mjs';

const SERVICES = {
  mariadb: { start: startMariadb, probe: probeMariadb },
  redis: { start: startRedis, probe: probeRedis },
};

/**
 * The private MariaDB and Redis of one var folder, shared by all who work with it at the moment (a running portal, a
 * command beside it). Each registers here; who leaves last stops them. Users that were killed are swept by the next
 * one to come or go; services found alive are used again, dead ones are started on the same data.
 *
 * @param {string} varDir absolute; data in `mariadb/` and `redis/`, ports and pids in `layanan.json`, logs in `layanan/`
 * @param {('mariadb'|'redis')[]} names
 * @param options.profile 'uji' for tests (less memory and no waiting for the disk), 'tetap' otherwise
 * @returns {Promise<Services>} see services.d.mts
 */
export async function joinServices(varDir, names, { profile = 'tetap', programs, signal } = {}) {
  const user = join(varDir, 'layanan', 'pemakai', `${process.pid}-${randomUUID().slice(0, 8)}`);
  const secrets = await withLock(`layanan:${varDir}`, { signal }, async () => {
    mkdirSync(join(varDir, 'layanan', 'pemakai'), { recursive: true, mode: 0o700 });
    sweepUsers(varDir);
    const known = readSecrets(varDir);
    writeFileSync(user, JSON.stringify(myself()));
    try {
      for (const name of names) await ensureRunning(varDir, name, { secrets: known, profile, programs, signal });
    } catch (error) {
      await unregister(varDir, user);
      throw error;
    }
    return known;
  });
  const portOf = (name) => readState(varDir)[name]?.port;
  return {
    secrets,
    databaseUrl: (database) => `mysql://portal:${secrets.mariadb}@127.0.0.1:${portOf('mariadb')}/${database}`,
    redisUrl: () => `redis://:${secrets.redis}@127.0.0.1:${portOf('redis')}`,
    pid: (name) => readState(varDir)[name]?.pid,
    stop: (name, { force = false } = {}) => stopService(varDir, name, force),
    isAlive: (name) => isAlive(readState(varDir)[name]),
    start: (name, { signal: stop } = {}) =>
      withLock(`layanan:${varDir}`, { signal: stop }, () =>
        ensureRunning(varDir, name, { secrets, profile, programs, signal: stop, samePort: true }),
      ),
    leave: () => withLock(`layanan:${varDir}`, {}, () => unregister(varDir, user)),
  };
}

async function ensureRunning(varDir, name, { secrets, profile, programs, signal, samePort = false }) {
  const state = readState(varDir);
  const { start, probe } = SERVICES[name];
  const known = state[name];
  if (known && isAlive(known) && (await probe(known.port, secrets))) return;
  if (known) await endProcess(known, { graceMs: 5_000 });
  await start({
    varDir,
    secrets,
    profile,
    programs,
    signal,
    preferredPort: known?.port,
    samePort,
    // written before it answers: whoever is killed meanwhile must not leave a server that nobody knows
    onSpawn: (started) => writeState(varDir, { ...readState(varDir), [name]: started }),
  });
}

async function unregister(varDir, user) {
  rmSync(user, { force: true });
  if (sweepUsers(varDir) > 0) return;
  await Promise.all(Object.keys(SERVICES).map((name) => stopService(varDir, name)));
  // ports stay written down, so that the same ones are taken next time if they are still free
}

async function stopService(varDir, name, force = false) {
  const known = readState(varDir)[name];
  if (known) await endProcess(known, { graceMs: 30_000, force });
}

/** Stops the services of a var folder whose users are all dead (a test run that was killed, say). */
export function stopAbandoned(varDir) {
  return withLock(`layanan:${varDir}`, {}, () => unregister(varDir, join(varDir, 'layanan', 'pemakai', 'tidak-ada')));
}

/** Takes users off the list that no longer live; how many stay. */
function sweepUsers(varDir) {
  const folder = join(varDir, 'layanan', 'pemakai');
  let living = 0;
  for (const name of list(folder)) {
    if (isAlive(readJson(join(folder, name)))) living++;
    else rmSync(join(folder, name), { force: true });
  }
  return living;
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

function readState(varDir) {
  return readJson(join(varDir, 'layanan.json'));
}

function writeState(varDir, state) {
  const path = join(varDir, 'layanan.json');
  writeFileSync(`${path}.${process.pid}`, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(`${path}.${process.pid}`, path);
}

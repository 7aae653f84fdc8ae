import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { run } from './process.mjs';
import { CHECKOUT_VAR, NODE, ROOT, UserError } from './root.mjs';

const DIST = join(ROOT, 'dist');
const STAMP = '.cap-bangun.json';
const ASSET_SCRIPT = join(ROOT, 'scripts', 'aset.mjs');

/** What the two halves of a build are made from, relative to the root. */
const INPUTS = {
  kode: [
    'src',
    'tsconfig.json',
    'tsconfig.build.json',
    'package-lock.json',
    'scripts/build.mjs',
    'scripts/lib/build.mjs',
    'scripts/lib/transpile.mjs',
  ],
  aset: ['views/assets', 'scripts/aset.mjs', 'package-lock.json'],
};

/**
 * Builds `src/` and the assets into `dist/`, each when anything it is made from has changed. The code is built in a folder
 * beside and put in place by renaming, so that a portal that runs never reads half a build (the asset script takes the
 * same care file by file); two builds at once: the second waits and finds it done.
 * @param options.parts which halves are needed: 'kode', 'aset' or both
 * @returns {Promise<boolean>} whether anything was built
 */
export async function ensureBuild({ parts = ['kode', 'aset'], signal, onWait } = {}) {
  if (parts.every(isFresh)) return false;
  return withLock(`bangun:${ROOT}`, { signal, onWait }, async () => {
    const stale = parts.filter((part) => !isFresh(part));
    const stamp = { ...readStamp(), ...Object.fromEntries(stale.map((part) => [part, fingerprint(part)])) };
    const making = join(CHECKOUT_VAR, `bangun-${process.pid}`);
    try {
      const halves = { kode: () => makeCode(making, signal), aset: () => makeAssets(signal) };
      const results = await Promise.allSettled(stale.map((part) => halves[part]()));
      for (const { reason } of results) if (reason) throw reason;
      if (stale.includes('kode')) putInPlace(making);
      writeFileSync(join(DIST, STAMP), JSON.stringify(stamp));
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
    return stale.length > 0;
  });
}

async function makeCode(making, signal) {
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const { code, output } = await run(NODE, [join(ROOT, 'scripts', 'lib', 'transpile.mjs'), making], { signal });
  if (code !== 0) throw new UserError(`Kode sumber tidak dapat dibangun:\n${output.trim()}`);
}

async function makeAssets(signal) {
  if (!existsSync(ASSET_SCRIPT)) return;
  const { code, output } = await run(NODE, [ASSET_SCRIPT], { signal });
  if (code !== 0) throw new UserError(`Aset halaman tidak dapat dibangun:\n${output.trim()}`);
}

function putInPlace(making) {
  const old = join(CHECKOUT_VAR, `bangun-lama-${process.pid}`);
  if (existsSync(DIST)) {
    renameSync(DIST, old);
    if (existsSync(join(old, 'assets'))) renameSync(join(old, 'assets'), join(making, 'assets'));
  }
  renameSync(making, DIST);
  rmSync(old, { recursive: true, force: true });
}

function isFresh(part) {
  return readStamp()[part] === fingerprint(part);
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(join(DIST, STAMP), 'utf8'));
  } catch {
    return {};
  }
}

/** Names, sizes and times of the files a half is made from: enough to see a change, and read in a few milliseconds. */
function fingerprint(part) {
  const hash = createHash('sha256');
  for (const name of INPUTS[part]) addTo(hash, name);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isDirectory()) for (const name of readdirSync(join(ROOT, path)).sort()) addTo(hash, join(path, name));
  else if (!path.endsWith('.spec.ts')) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
}

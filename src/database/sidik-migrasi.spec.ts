import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRASI } from './migrations/index.js';
import { SIDIK_MIGRASI } from './sidik-migrasi.js';

const FOLDER = join('src', 'database', 'migrations');

/** What a migration does, whatever its comments and its layout. */
const sidik = (isi: string): string =>
  createHash('sha256')
    .update(
      isi
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/^\s*\/\/.*$/gm, '')
        .replace(/\s+/g, ' '),
    )
    .digest('hex')
    .slice(0, 16);

it('knows every migration by the fingerprint of what it does', () => {
  const isi = readdirSync(FOLDER)
    .filter((nama) => /^\d+.*\.ts$/.test(nama))
    .sort()
    .map((nama) => readFileSync(join(FOLDER, nama), 'utf8'));
  const kini = Object.fromEntries(isi.map((teks) => [/export class (\w+)/.exec(teks)?.[1] ?? '', sidik(teks)]));
  expect(Object.keys(kini).sort()).toEqual(MIGRASI.map((m) => m.name).sort());
  // After a release this must only grow: write another migration instead of changing one.
  expect(SIDIK_MIGRASI).toEqual(kini);
});

/**
 * The runner of the measurements: `npm run bench [-- NAME …]` (scripts/bench.mjs starts the services around it).
 *
 * A file `test/bench/<word>.bench.ts` exports `nama`, the measurements it knows, and `jalankan`, which does those asked
 * for. Node runs the files as they stand: they use erasable TypeScript only, and take the app from `dist/`.
 */
import { globSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createConnection } from 'mysql2/promise';

/** Where a measurement may work: a database and a Redis database of its own, both empty. */
export interface BenchContext {
  databaseUrl: string;
  redisUrl: string;
  chromium: string;
  varDir: string;
}

/** One measured line. `ratio` = ours / floor; `target` is in `unit`, or a ratio, as the measurement's note says. */
export interface Hasil {
  name: string;
  ours: number;
  floor: number;
  ratio: number;
  target: number;
  unit: string;
  met: boolean;
  catatan?: string;
}

interface BenchFile {
  nama: string[];
  jalankan(ctx: BenchContext, nama: string[]): Promise<Hasil[]>;
}

const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the measurements with "npm run bench".`);
  return value;
};

async function emptyContext(word: string, index: number): Promise<BenchContext> {
  const server = setting('BENCH_DATABASE_URL');
  const database = `portal_bench_${word.replaceAll(/[^a-z0-9]/g, '_')}`;
  const connection = await createConnection(server);
  await connection.query(`DROP DATABASE IF EXISTS ${database}`);
  await connection.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  await connection.end();
  return {
    databaseUrl: `${server}${database}`,
    redisUrl: `${setting('BENCH_REDIS_URL')}/${index}`,
    chromium: setting('CHROMIUM'),
    varDir: join(setting('BENCH_VAR'), word),
  };
}

const figure = new Intl.NumberFormat('id-ID', { maximumSignificantDigits: 4 });

function lineOf({ name, ours, floor, ratio, target, unit, met, catatan }: Hasil): string {
  const numbers = `${figure.format(ours)} ${unit} (lantai ${figure.format(floor)}, rasio ${figure.format(ratio)}, target ${figure.format(target)})`;
  return `${met ? '✓' : '✗'} ${name.padEnd(14)} ${numbers}${catatan ? ` · ${catatan}` : ''}\n`;
}

const wanted = process.argv.slice(2);
const files: { word: string; file: BenchFile }[] = [];
for (const path of globSync('*.bench.ts', { cwd: import.meta.dirname }).sort()) {
  files.push({ word: basename(path, '.bench.ts'), file: (await import(join(import.meta.dirname, path))) as BenchFile });
}
const known = files.flatMap(({ file }) => file.nama);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0 || known.length === 0) {
  process.stderr.write(`Pengukuran tidak dikenal: ${unknown.join(', ')}. Yang ada: ${known.join(', ')}.\n`);
  process.exit(1);
}

const results: Hasil[] = [];
for (const [index, { word, file }] of files.entries()) {
  const names = file.nama.filter((name) => wanted.length === 0 || wanted.includes(name));
  if (names.length === 0) continue;
  try {
    for (const result of await file.jalankan(await emptyContext(word, index), names)) {
      results.push(result);
      process.stdout.write(lineOf(result));
    }
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`✗ ${names.join(', ')}: ${error instanceof Error ? error.stack : String(error)}\n`);
  }
}
writeFileSync(setting('BENCH_KELUARAN'), `${JSON.stringify(results, null, 2)}\n`);
// a measurement that left a connection or a browser open should not keep the others' results waiting
process.exit();

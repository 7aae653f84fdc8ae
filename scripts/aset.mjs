// Builds what the browser loads: views/assets → dist/assets/<name>.<hash>.<ext>, with .br and .gz beside each file and
// manifest.json (logical name → file) written last. Does nothing when the result is newer than every source.
//   node scripts/aset.mjs [--paksa]
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const akar = dirname(dirname(fileURLToPath(import.meta.url)));
const sumber = join(akar, 'views/assets');
const tujuan = join(akar, 'dist/assets');
const manifes = join(tujuan, 'manifest.json');
const fon = join(
  akar,
  'node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
);

const semuaBerkas = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((b) => b.isFile())
    .map((b) => join(b.parentPath, b.name));

function sudahBaru() {
  try {
    const dibuat = statSync(manifes).mtimeMs;
    const sumberSemua = [...semuaBerkas(sumber), fileURLToPath(import.meta.url)];
    return (
      sumberSemua.every((b) => statSync(b).mtimeMs < dibuat) &&
      Object.values(JSON.parse(readFileSync(manifes, 'utf8'))).every((b) => statSync(join(tujuan, b)))
    );
  } catch {
    return false;
  }
}

/** Writes through a temporary name, so that a reader never sees half a file. */
function tulis(nama, isi) {
  const sementara = join(tujuan, `.${nama}.${process.pid}`);
  writeFileSync(sementara, isi);
  renameSync(sementara, join(tujuan, nama));
}

const hasil = {};
function simpan(nama, isi) {
  const data = Buffer.from(isi);
  const sidik = createHash('sha256').update(data).digest('hex').slice(0, 10);
  const ekstensi = extname(nama);
  const berkas = `${basename(nama, ekstensi)}.${sidik}${ekstensi}`;
  tulis(berkas, data);
  if (ekstensi !== '.woff2') {
    tulis(`${berkas}.br`, brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    tulis(`${berkas}.gz`, gzipSync(data, { level: 9 }));
  }
  hasil[nama] = berkas;
  return berkas;
}

/** Drops whole-line comments and indentation; our modules keep both out of template literals. */
const ringkas = (js) =>
  js
    .replace(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, '')
    .split('\n')
    .map((baris) => baris.trim())
    .filter((baris) => baris !== '' && !baris.startsWith('//'))
    .join('\n');

export async function bangunAset({ paksa = false } = {}) {
  if (!paksa && sudahBaru()) return false;
  const { compile, Logger } = await import('sass');
  mkdirSync(tujuan, { recursive: true });
  const berkasFon = simpan('plus-jakarta-sans.woff2', readFileSync(fon));
  for (const [nama, lembar] of Object.entries({ 'portal.css': 'portal', 'token.css': 'properti' })) {
    const { css } = compile(join(sumber, 'sass', `${lembar}.scss`), {
      style: 'compressed',
      charset: false,
      loadPaths: [join(akar, 'node_modules')],
      quietDeps: true,
      // Bootstrap 5.3 is written for @import; Sass only warns about it until its version 3.
      silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
      logger: paksa ? undefined : Logger.silent,
    });
    simpan(nama, css.replaceAll('plus-jakarta-sans.woff2', berkasFon));
  }
  for (const berkas of semuaBerkas(join(sumber, 'js'))) simpan(basename(berkas), ringkas(readFileSync(berkas, 'utf8')));
  for (const berkas of semuaBerkas(join(sumber, 'gambar'))) simpan(basename(berkas), readFileSync(berkas));
  tulis('manifest.json', `${JSON.stringify(hasil, null, 2)}\n`);
  const dipakai = new Set(['manifest.json', ...Object.values(hasil).flatMap((b) => [b, `${b}.br`, `${b}.gz`])]);
  for (const berkas of readdirSync(tujuan))
    if (!dipakai.has(berkas) && !berkas.startsWith('.')) rmSync(join(tujuan, berkas));
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dibangun = await bangunAset({ paksa: process.argv.includes('--paksa') });
  if (dibangun) {
    for (const berkas of Object.values(JSON.parse(readFileSync(manifes, 'utf8')))) {
      const bita = (akhiran) => statSync(join(tujuan, berkas + akhiran), { throwIfNoEntry: false })?.size;
      console.log(`${String(bita('.br') ?? bita('')).padStart(7)}  ${berkas}`);
    }
  }
}

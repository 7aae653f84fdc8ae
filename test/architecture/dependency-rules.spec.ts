import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');

/** A small house in which every file in its right place keeps the rules. */
const SOUND: Record<string, string[]> = {
  'src/main-web.ts': ['./web.module.js'],
  'src/main-worker.ts': ['./worker.module.js'],
  'src/main-cli.ts': ['./modules/ormas/ormas.service.js'],
  'src/web.module.ts': ['./modules/ormas/web/ormas.web.module.js'],
  'src/worker.module.ts': ['./modules/laporan/jobs/laporan.jobs.module.js'],
  'src/iko/hitung.ts': ['./bulat.js', 'big.js'],
  'src/iko/bulat.ts': ['big.js'],
  'src/common/halaman.ts': ['./tanggal.js'],
  'src/common/tanggal.ts': [],
  'src/infra/queue/antrean.ts': ['bull', '../../common/tanggal.js'],
  'src/infra/pdf/cetak.ts': ['puppeteer'],
  'src/infra/database/koneksi.ts': ['typeorm'],
  'src/modules/akun/akun.service.ts': ['../../common/halaman.js', '../../infra/database/koneksi.js'],
  'src/modules/ormas/ormas.entity.ts': ['typeorm'],
  'src/modules/ormas/ormas.service.ts': ['./ormas.entity.js', '../akun/akun.service.js', '../../iko/hitung.js'],
  'src/modules/ormas/web/ormas.web.module.ts': ['./ormas.controller.js'],
  'src/modules/ormas/web/ormas.controller.ts': ['../ormas.service.js', './ormas.presenter.js'],
  'src/modules/ormas/web/ormas.presenter.ts': ['../../../common/tanggal.js'],
  'src/modules/laporan/laporan.queue.ts': ['bull', '../../infra/queue/antrean.js'],
  'src/modules/laporan/jobs/laporan.jobs.module.ts': ['./laporan.processor.js'],
  'src/modules/laporan/jobs/laporan.processor.ts': ['bull', '../laporan.queue.js', '../../../infra/pdf/cetak.js'],
  'test/support/pabrik.ts': [],
};

/** One wrong import each: the rule that must fire, the file, what it imports. */
const OFFENCES: [rule: string, file: string, imports: string][] = [
  ['no-circular', 'src/common/tanggal.ts', './halaman.js'],
  ['module-in-order', 'src/modules/asing/asing.service.ts', '../../common/tanggal.js'],
  ['order-akun', 'src/modules/akun/sandi.ts', '../ormas/ormas.service.js'],
  ['order-ormas', 'src/modules/ormas/cari.ts', '../laporan/laporan.queue.js'],
  ['module-folders-private', 'src/modules/laporan/naskah.ts', '../ormas/web/ormas.presenter.js'],
  ['web-list-takes-web', 'src/web.module.ts', './modules/laporan/jobs/laporan.jobs.module.js'],
  ['worker-list-takes-jobs', 'src/worker.module.ts', './modules/ormas/web/ormas.web.module.js'],
  ['commands-see-no-pages', 'src/cli/impor.ts', '../modules/ormas/web/ormas.presenter.js'],
  ['inward-only', 'src/modules/ormas/daftar.ts', '../../web.module.js'],
  ['iko-is-pure', 'src/iko/jam.ts', '../common/tanggal.js'],
  ['iko-is-pure', 'src/iko/simpan.ts', 'typeorm'],
  ['iko-is-pure', 'src/iko/baca.ts', 'node:fs'],
  ['common-is-small', 'src/common/koneksi.ts', '../infra/database/koneksi.js'],
  ['foundation-knows-no-module', 'src/infra/database/ormas.ts', '../../modules/ormas/ormas.service.js'],
  ['bull-behind-queue', 'src/modules/ormas/antre.ts', 'bull'],
  ['puppeteer-behind-pdf', 'src/modules/laporan/gambar.ts', 'puppeteer'],
  ['pages-see-no-database', 'src/modules/dasbor/web/dasbor.presenter.ts', 'typeorm'],
  ['pages-see-no-database', 'src/modules/dasbor/web/dasbor.dto.ts', '../../ormas/ormas.entity.js'],
  ['web-reaches-no-processor', 'src/main-web.ts', './modules/laporan/jobs/laporan.processor.js'],
  ['worker-reaches-no-controller', 'src/main-worker.ts', './modules/ormas/web/ormas.controller.js'],
  ['no-test-code', 'src/modules/ormas/isi.ts', '../../../test/support/pabrik.js'],
  ['no-dev-packages', 'src/infra/log/warna.ts', 'fast-check'],
  ['no-unresolvable', 'src/infra/log/hilang.ts', './tidak-ada.js'],
  ['no-orphans', 'src/infra/log/yatim.ts', ''],
];

interface Violation {
  rule: { name: string };
  from: string;
  /** the files of a circle, any of which may be named in `from` */
  cycle?: { name: string }[];
}

/** Writes the files (path → imports) with stand-ins for the packages, and lets dependency-cruiser judge them. */
async function judge(files: Record<string, string[]>): Promise<Violation[]> {
  const house = mkdtempSync(join(tmpdir(), 'aturan-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  try {
    cpSync(join(ROOT, 'tsconfig.json'), join(house, 'tsconfig.json'));
    const dependencies = Object.fromEntries(['big.js', 'bull', 'puppeteer', 'typeorm'].map((name) => [name, '1.0.0']));
    const devDependencies = { 'fast-check': '1.0.0' };
    write('package.json', JSON.stringify({ name: 'rumah', type: 'module', dependencies, devDependencies }));
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
      write(`node_modules/${name}/index.js`, 'module.exports = {};');
    }
    for (const [path, imports] of Object.entries(files)) {
      write(path, `${imports.map((name) => `import '${name}';\n`).join('')}export const ada = true;\n`);
    }
    return await cruise(house);
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

function cruise(house: string): Promise<Violation[]> {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [program, '--config', CONFIG, '--output-type', 'json', 'src'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: house, maxBuffer: 50_000_000 }, (_violated, stdout, stderr) => {
      if (stdout.startsWith('{'))
        resolve((JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations);
      else reject(new Error(stderr));
    });
  });
}

describe('the rules of dependencies', () => {
  let sound: Violation[];
  let offending: Violation[];

  beforeAll(async () => {
    const files = structuredClone(SOUND);
    for (const [, file, imported] of OFFENCES) (files[file] ??= []).push(...(imported ? [imported] : []));
    [sound, offending] = await Promise.all([judge(SOUND), judge(files)]);
  });

  test('a house in order breaks none', () => {
    expect(sound).toEqual([]);
  });

  test('each rule fires for the import it forbids', () => {
    const found = offending.flatMap(({ rule, from, cycle = [] }) =>
      [from, ...cycle.map(({ name }) => name)].map((file) => `${rule.name}: ${file}`),
    );
    const expected = OFFENCES.map(([rule, file]) => `${rule}: ${file}`);
    expect(expected.filter((each) => !found.includes(each))).toEqual([]);
  });

  test('every rule has its offence above', () => {
    const { forbidden } = createRequire(import.meta.url)(CONFIG) as { forbidden: { name: string }[] };
    // the table of modules makes one rule per module, all by the same line: two of them stand for all
    const names = forbidden.map(({ name }) => name).filter((name) => !name.startsWith('order-'));
    expect(names.filter((name) => !OFFENCES.some(([rule]) => rule === name))).toEqual([]);
  });
});

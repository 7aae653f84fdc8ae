// The rules of the house (CONTRIBUTING.md), as they are enforced. test/architecture/dependency-rules.spec.ts proves that
// each of them fires.

/** Each module may use those to its left, and none to its right: so modules can form no circle. */
const ORDER = [
  'audit',
  'akun',
  'setelan',
  'berkas',
  'wilayah',
  'klaster',
  'notifikasi',
  'ormas',
  'surat',
  'lapangan',
  'perubahan',
  'pendaftaran',
  'ganda',
  'kegiatan',
  'pembinaan',
  'rekomendasi',
  'warga',
  'usulan',
  'penilaian',
  'pemetaan',
  'laporan',
  'verifikasi',
  'direktori',
  'radar',
  'keaktifan',
  'dasbor',
];

const SPEC = '\\.spec\\.ts$';
const SHELL = '^src/([^/]+\\.ts$|cli/)';
const packages = (...names) => `node_modules/(${names.join('|')})(/|$)`;

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const moduleOrder = ORDER.slice(0, -1).map((name, index) =>
  forbid(
    `order-${name}`,
    `${name} may use only the modules to its left in ORDER.`,
    { path: `^src/modules/${name}/` },
    { path: `^src/modules/(${ORDER.slice(index + 1).join('|')})/` },
  ),
);

module.exports = {
  forbidden: [
    forbid('no-circular', 'Files form no circle: move the shared part to a file of its own.', {}, { circular: true }),
    forbid(
      'module-in-order',
      'A new module is given its place in ORDER (.dependency-cruiser.cjs).',
      { path: `^src/modules/(?!(${ORDER.join('|')})/)` },
      {},
    ),
    ...moduleOrder,
    forbid(
      'module-folders-private',
      "A module's sub-folders are its own; others use the files beside its entity.",
      { path: '^src/modules/([^/]+)/' },
      { path: '^src/modules/[^/]+/[^/]+/', pathNot: '^src/modules/$1/' },
    ),
    forbid(
      'web-list-takes-web',
      'The web process lists the modules’ web folders, not their jobs.',
      { path: '^src/(main-web|web\\.module|configure-web)\\.ts$' },
      { path: '^src/modules/[^/]+/(?!web/)[^/]+/' },
    ),
    forbid(
      'worker-list-takes-jobs',
      'The worker process lists the modules’ jobs folders, not their pages.',
      { path: '^src/(main-worker|worker\\.module)\\.ts$' },
      { path: '^src/modules/[^/]+/(?!jobs/)[^/]+/' },
    ),
    forbid(
      'commands-see-no-pages',
      'A command uses the modules’ public files, not their pages.',
      { path: '^src/(main-cli\\.ts$|cli/)' },
      { path: '^src/modules/[^/]+/web/' },
    ),
    forbid(
      'inward-only',
      'Arrows point inward: nothing inside knows the processes around it.',
      { path: '^src/(modules|infra|common|database|iko)/' },
      { path: SHELL },
    ),
    forbid(
      'iko-is-pure',
      'The scoring engine reaches only itself and big.js.',
      { path: '^src/iko/', pathNot: SPEC },
      { pathNot: `^src/iko/|${packages('big\\.js', '@types/big\\.js')}` },
    ),
    forbid(
      'common-is-small',
      'common/ reaches nothing of ours but itself.',
      { path: '^src/common/', pathNot: SPEC },
      { path: '^src/', pathNot: '^src/common/' },
    ),
    forbid(
      'foundation-knows-no-module',
      'infra, common and database know no module.',
      { path: '^src/(infra|common|database)/' },
      { path: '^src/modules/' },
    ),
    forbid(
      'bull-behind-queue',
      'Bull stands in *.queue.ts, *.processor.ts and infra/queue alone, so that it can be replaced there.',
      { path: '^src/', pathNot: '^src/infra/queue/|\\.(queue|processor)\\.ts$' },
      { path: packages('bull') },
    ),
    forbid(
      'puppeteer-behind-pdf',
      'Puppeteer stands in infra/pdf alone.',
      { path: '^src/', pathNot: '^src/infra/pdf/' },
      { path: packages('puppeteer', 'puppeteer-core') },
    ),
    forbid(
      'pages-see-no-database',
      'Controllers, presenters and DTOs work with the types of the service, not with TypeORM and its entities.',
      { path: '^src/modules/.*\\.(controller|presenter|dto)\\.ts$' },
      { path: `${packages('typeorm', '@nestjs/typeorm', 'mysql2')}|\\.entity\\.ts$` },
    ),
    forbid(
      'web-reaches-no-processor',
      'The web process cannot even load a processor or Puppeteer.',
      { path: '^src/main-web\\.ts$' },
      { path: `\\.processor\\.ts$|${packages('puppeteer', 'puppeteer-core')}`, reachable: true },
    ),
    forbid(
      'worker-reaches-no-controller',
      'The worker process serves no pages.',
      { path: '^src/main-worker\\.ts$' },
      { path: '\\.controller\\.ts$', reachable: true },
    ),
    forbid(
      'no-test-code',
      'Production reaches no test code.',
      { path: '^src/', pathNot: SPEC },
      { path: `^test/|${SPEC}` },
    ),
    forbid(
      'no-dev-packages',
      'Production uses what package.json lists under dependencies.',
      { path: '^src/', pathNot: SPEC },
      {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    ),
    forbid('no-unresolvable', 'An import names a file that exists.', {}, { couldNotResolve: true }),
    forbid(
      'no-orphans',
      'A file that nothing reaches is deleted.',
      { orphan: true, path: '^src/', pathNot: `${SPEC}|\\.d\\.ts$` },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.json$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};

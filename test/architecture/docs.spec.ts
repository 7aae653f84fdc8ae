import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** A text without its code: what looks like a link or a heading there is none. */
const prose = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchors of a document's headings, made as the common renderers make them. */
function anchors(path: string): Set<string> {
  const seen = new Map<string, number>();
  const headings = read(path)
    .replace(/^```[\s\S]*?^```$/gm, '')
    .matchAll(/^#{1,6} +(.+?) *$/gm);
  return new Set(
    [...headings].map(([, words = '']) => {
      const plain = words.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
      const name = plain.replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '').replace(/\s/g, '-');
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      return before === 0 ? name : `${name}-${before}`;
    }),
  );
}

describe('the documents', () => {
  test.each(DOCUMENTS)('%s links only to what exists', (path) => {
    const broken = [...prose(read(path)).matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z][a-z+.-]*:/i.test(target))
      .filter((target) => {
        const [file = '', anchor] = decodeURI(target).split('#');
        const aim = file === '' ? path : join(dirname(path), file);
        if (!existsSync(join(ROOT, aim))) return true;
        return anchor !== undefined && !anchors(aim).has(anchor);
      });
    expect(broken).toEqual([]);
  });

  test('name only npm scripts that exist, and the README or CONTRIBUTING names each', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = DOCUMENTS.flatMap((path) => [
      ...[...read(path).matchAll(/\bnpm run (?:-s |--silent )?([a-z][a-z:-]*)/g)].map((m) => m[1] ?? ''),
      ...[...read(path).matchAll(/\bnpm (start|test)\b/g)].map((m) => m[1] ?? ''),
    ]);
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
    expect(Object.keys(scripts).filter((name) => !['lint', 'format'].includes(name) && !named.includes(name))).toEqual(
      [],
    );
  });

  test('name only commands of the portal that exist', () => {
    const named = DOCUMENTS.flatMap((path) =>
      [...read(path).matchAll(/(?:run (?:-s )?portal -- |main-cli\.js )([a-z][a-z-]*)/g)].map((m) => m[1] ?? ''),
    );
    expect(named.length).toBeGreaterThan(5);
    const known = [...read('src/main-cli.ts').matchAll(/^ {2}'?([a-z-]+)'?: \(\) => import\(/gm)].map((m) => m[1]);
    expect([...new Set(named)].filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the map of src/ in the README', () => {
  const map = /## Map of `src\/`\n+```\n([\s\S]*?)\n```/.exec(read('README.md'))?.[1] ?? '';
  /** Names at the left of each column; a column begins at the line's start or after two spaces. */
  const named = (line: string): string[] =>
    [...line.matchAll(/(?:^|\s{2,}|, )([a-z][a-z-]*(?:\/|\.ts))(?=\s|,|$)/g)].map((m) => m[1] ?? '');
  const lines = map.split('\n');
  /** The lines below a folder's own, indented. */
  const below = (folder: string): string[] => {
    const start = lines.findIndex((line) => line.startsWith(`${folder}/`));
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => !line.startsWith(' '));
    return rest.slice(0, end < 0 ? undefined : end).flatMap(named);
  };

  test('names only what exists', () => {
    const top = lines.filter((line) => !line.startsWith(' ')).flatMap((line) => named(line.replace(/ {2}.*/, '')));
    expect(top.length).toBeGreaterThan(8);
    const paths = [
      ...top.map((name) => join('src', name)),
      ...['infra', 'modules'].flatMap((folder) => below(folder).map((name) => join('src', folder, name))),
    ];
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test.each(['modules', 'infra'])('names every folder of %s', (folder) => {
    const there = readdirSync(join(ROOT, 'src', folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${entry.name}/`);
    expect(there.filter((name) => !below(folder).includes(name))).toEqual([]);
  });
});

describe('the settings', () => {
  /** Names in the one place where they are read; NODE_ENV is set by whoever starts the processes. */
  const inCode = [...new Set(read('src/infra/config/config.ts').match(/\benv\.[A-Z_]+/g))]
    .map((each) => each.slice(4))
    .filter((name) => name !== 'NODE_ENV')
    .sort();
  /** Those that docker/compose.yaml takes for its own servers. */
  const ofCompose = ['MARIADB_SANDI', 'REDIS_SANDI'];
  const table = /## Settings\n([\s\S]*?)\n## /.exec(read('README.md'))?.[1] ?? '';
  const rows = [...table.matchAll(/^\| (`[^|]+`) \| ([^|]+) \|/gm)].flatMap(([, names = '', value = '']) =>
    [...names.matchAll(/`([A-Z_]+)`/g)].map((m) => ({ name: m[1] ?? '', value: value.trim().replaceAll('`', '') })),
  );
  const example = [...read('.env.example').matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map((m) => ({
    name: m[1] ?? '',
    value: m[2] ?? '',
  }));

  test('are the same in the README, in .env.example and in the code', () => {
    const expected = [...inCode, ...ofCompose].sort();
    expect(rows.map(({ name }) => name).sort()).toEqual(expected);
    expect(example.map(({ name }) => name).sort()).toEqual(expected);
  });

  test('have the same defaults in the README and in .env.example, and each is one that the code has', () => {
    const code = read('src/infra/config/config.ts');
    for (const { name, value } of rows.filter((row) => row.value !== '–')) {
      expect([name, example.find((each) => each.name === name)?.value]).toEqual([name, value]);
      expect([name, code.includes(name === 'PORTAL_URL' ? 'http://localhost:${port}' : value)]).toEqual([name, true]);
    }
  });

  test('are named in the comments of .env.example with what is set by itself', () => {
    for (const { name, value } of example) if (/SANDI|RAHASIA/.test(name)) expect([name, value]).toEqual([name, '']);
  });
});

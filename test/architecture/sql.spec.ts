import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { KOLOM_FAKTA } from '../../src/modules/ormas/fakta.js';

const SRC = resolve(import.meta.dirname, '../../src');

/** A statement, or a part of one, as it stands in the code; what is put in between stands as `?`. */
interface Sql {
  file: string;
  text: string;
}

const STATEMENT = /^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|DROP|WITH|FROM|WHERE|JOIN|LEFT JOIN)\b/;

function literals(file: string): Sql[] {
  const source = ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Sql[] = [];
  const visit = (node: ts.Node): void => {
    let text: string | undefined;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) text = node.text;
    else if (ts.isTemplateExpression(node))
      text = node.head.text + node.templateSpans.map((span) => `?${span.literal.text}`).join('');
    // what is quoted is data, not SQL
    if (text && STATEMENT.test(text)) found.push({ file, text: text.replace(/'(?:[^']|'')*'/g, "''") });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
);
const SQL = FILES.flatMap(literals);
const TABLES = SQL.filter(({ text }) => /^\s*(CREATE TABLE|ALTER TABLE)/.test(text));

/** Words that MySQL 8 (up to 8.4) keeps for itself and MariaDB does not. */
const RESERVED =
  'array cube cume_dist dense_rank empty first_value function grouping groups json_table lag last_value lateral lead manual member nth_value ntile of over parallel percent_rank qualify rank row_number rows system tablesample window'.split(
    ' ',
  );

/** What runs on one of the two servers only, or differently on each: why, how it looks, and a statement that shows it. */
const FORBIDDEN: [why: string, pattern: RegExp, example: string][] = [
  ['returns rows of a write (MariaDB alone)', /\bRETURNING\b/i, 'DELETE FROM sesi WHERE id = 1 RETURNING id'],
  [
    'adds or drops a part of a table only if it is missing or there (MariaDB alone)',
    /\b(ADD|DROP|MODIFY|CHANGE)\s+(COLUMN |INDEX |KEY |CONSTRAINT |FOREIGN KEY )?\s*IF (NOT )?EXISTS/i,
    'ALTER TABLE ormas ADD COLUMN IF NOT EXISTS x INT',
  ],
  [
    'makes what MySQL has not',
    /\bCREATE (OR REPLACE TABLE|(UNIQUE )?INDEX IF NOT EXISTS|SEQUENCE)\b/i,
    'CREATE INDEX IF NOT EXISTS ix ON ormas (nama)',
  ],
  [
    'names the new row (MySQL alone)',
    /\)\s+AS\s+\w+\s+ON DUPLICATE KEY/i,
    'INSERT INTO t (a) VALUES (1) AS n ON DUPLICATE KEY UPDATE a = n.a',
  ],
  ['reaches into JSON by an arrow (MySQL alone)', /->>?|\bMEMBER OF\b/i, "SELECT isi->>'$.a' FROM t"],
  [
    'keeps JSON (text in MariaDB, an object in MySQL): MEDIUMTEXT is the same in both',
    /^\s*\w+ JSON\b/im,
    'CREATE TABLE t (\n  isi JSON NOT NULL\n)',
  ],
  ['has a type of MariaDB alone', /^\s*\w+ (UUID|INET4|INET6|VECTOR)\b/im, 'CREATE TABLE t (\n  id UUID NOT NULL\n)'],
  [
    'gives a TEXT a default (MySQL refuses)',
    /\b(TINY|MEDIUM|LONG)?TEXT\b[^,\n]*\bDEFAULT\b(?! NULL)/i,
    "CREATE TABLE t (\n  a TEXT NOT NULL DEFAULT ''\n)",
  ],
  [
    'computes a default (written differently)',
    /\bDEFAULT\s+(\(|UUID|JSON_|CURRENT_|NOW)/i,
    'CREATE TABLE t (a DATETIME DEFAULT CURRENT_TIMESTAMP)',
  ],
  [
    'asks the server for the time',
    /\b(NOW|CURDATE|CURTIME|SYSDATE|CURRENT_TIMESTAMP|UTC_TIMESTAMP|UTC_DATE)\b\s*\(/i,
    'UPDATE t SET a = NOW()',
  ],
  [
    'names a collation of one server alone',
    /utf8mb4_(0900|uca1400)\w*/i,
    'CREATE TABLE t (a INT) COLLATE utf8mb4_0900_ai_ci',
  ],
  [
    'counts rows in passing (leaving MySQL)',
    /\bSQL_CALC_FOUND_ROWS\b|\bFOUND_ROWS\s*\(/i,
    'SELECT SQL_CALC_FOUND_ROWS id FROM t',
  ],
  ['joins texts by bars (means OR in the usual mode)', /\|\|/, 'SELECT a || b FROM t'],
  [
    'is of MariaDB alone',
    /\bFOR SYSTEM_TIME\b|\bEXECUTE IMMEDIATE\b|\bJSON_(EXISTS|DETAILED|COMPACT)\b/i,
    'SELECT a FROM t FOR SYSTEM_TIME ALL',
  ],
];

describe('the SQL runs on MySQL 8 and on MariaDB 10.11', () => {
  test('there is some', () => {
    expect(SQL.length).toBeGreaterThan(150);
    expect(TABLES.length).toBeGreaterThan(30);
  });

  test.each(FORBIDDEN)('no statement %s', (_why, pattern, example) => {
    expect(example).toMatch(pattern);
    expect(SQL.filter(({ text }) => pattern.test(text))).toEqual([]);
  });

  test('no name is a word that MySQL 8 reserves (keywords are written in capitals)', () => {
    const name = new RegExp(`(?<![\\w.])(${RESERVED.join('|')})(?!\\w)`);
    expect('SELECT nilai AS rank FROM t').toMatch(name);
    expect(SQL.filter(({ text }) => name.test(text.replace(/`[^`]*`/g, '')))).toEqual([]);
  });

  test('constraints have names of their own, unique in the whole schema as MySQL wants them', () => {
    const names = TABLES.flatMap(({ text }) => [...text.matchAll(/(?<!DROP )\bCONSTRAINT (\w+)/g)].map((m) => m[1]));
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(TABLES.filter(({ text }) => /(?<!CONSTRAINT \w+\s)\b(CHECK \(|FOREIGN KEY)/.test(text))).toEqual([]);
  });

  test('no check names a column that a foreign key may change by itself, which MySQL refuses', () => {
    for (const { text } of TABLES) {
      const acting = [
        ...text.matchAll(/FOREIGN KEY \((\w+)\) REFERENCES \w+ \(\w+\) ON (?:DELETE|UPDATE) (?:CASCADE|SET)/g),
      ];
      const checks = [...text.matchAll(/CHECK \((.*)\)/g)].map((m) => m[1] ?? '');
      for (const [, column] of acting)
        expect(checks.filter((check) => new RegExp(`\\b${column}\\b`).test(check))).toEqual([]);
    }
  });
});

describe('the register is its own history until something changes', () => {
  const dated = new Set(Object.values(KOLOM_FAKTA).flatMap((kolom) => Object.values(kolom)));
  /** What a statement writes of the register's dated columns; `?` where it is put together. */
  const written = (text: string): string[] =>
    [
      ...(/^\s*UPDATE ormas\b[^]*?\bSET\b([^]*?)(?:\bWHERE\b|$)/.exec(text)?.[1] ?? '').matchAll(
        /(?:^|,)\s*(?:o\.)?(\w+|\?)/g,
      ),
    ]
      .map(([, column = '']) => column)
      .filter((column) => column === '?' || dated.has(column));

  test('so no statement changes a dated column where the history is not told of it', () => {
    expect(written('UPDATE ormas SET versi = 1, nama = ? WHERE id = ?')).toEqual(['nama']);
    const code = (file: string): string => readFileSync(join(SRC, file), 'utf8');
    const writers = new Set([
      ...SQL.filter(({ text }) => written(text).length > 0).map(({ file }) => file),
      ...FILES.filter((file) => /\bupdate\(\s*Ormas\b/.test(code(file))),
    ]);
    expect(writers.size).toBeGreaterThan(1);
    for (const file of writers) expect([file, code(file).includes('catatFakta')]).toEqual([file, true]);
  });
});

describe('the index of a long register follows a log', () => {
  /** What lists filter, order and search by. */
  const shown =
    /\b(?:nama|kelurahan_id|luar_domisili|bidang_id|opd_id|status|iko_skor|iko_tingkat|kegiatan_terakhir)\s*=|(?:^|,)\s*\?/;

  test('so whoever writes what lists show of an ormas notes it there', () => {
    const code = (file: string): string => readFileSync(join(SRC, file), 'utf8');
    const writes = (text: string): boolean => {
      const set = /^\s*UPDATE ormas\b[^]*?\bSET\b([^]*?)(?:\bWHERE\b|$)/.exec(text)?.[1];
      return /^\s*INSERT INTO ormas\b/.test(text) || (set !== undefined && shown.test(set));
    };
    expect(writes('UPDATE ormas o SET o.opd_id = 1 WHERE id = 2')).toBe(true);
    const writers = new Set([
      ...SQL.filter(({ text }) => writes(text)).map(({ file }) => file),
      ...FILES.filter((file) => /\b(?:update|insert|save)\(\s*Ormas\b|^\s*'ormas',\s*KOLOM_ORMAS/m.test(code(file))),
    ]);
    expect(writers.size).toBeGreaterThan(3);
    for (const file of writers) expect([file, /catatUbahanOrmas|ormas_ubahan/.test(code(file))]).toEqual([file, true]);
  });
});

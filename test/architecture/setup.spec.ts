import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { acquire } from '../../scripts/lib/lock.mjs';
import { ensurePrograms } from '../../scripts/lib/programs.mjs';
import { readSettings } from '../../scripts/lib/settings.mjs';

const folder = mkdtempSync(join(tmpdir(), 'setelan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('settings', () => {
  test.each([
    ['PORT', '70000'],
    ['PORT', 'tiga ribu'],
    ['HOST', 'di mana saja'],
    ['PORTAL_URL', 'localhost:3000'],
    ['PORTAL_URL', 'https://kota.example/portal'],
    ['PORTAL_VAR', '/dev/null/var'],
    ['PORTAL_VAR', '/proc/tidak-ada'],
    ['DATABASE_URL', 'postgres://u@h/db'],
    ['DATABASE_URL', 'mysql://u:rahasia-sekali@h:3306/'],
    ['REDIS_URL', 'http://h:6379'],
    ['SESI_RAHASIA', 'pendek'],
    ['CHROMIUM', '/tidak/ada/chromium'],
    ['LOG_LEVEL', 'keras'],
    ['PERCAYA_PROKSI', 'semua'],
  ])('a wrong %s stops the start with one sentence that names it (%s)', (name, value) => {
    const read = () => readSettings({ PORTAL_VAR: folder, [name]: value }, folder);
    expect(read).toThrow(new RegExp(`^${name} [^\\n]+\\.$`));
    expect(read).not.toThrow(/rahasia-sekali/);
  });

  test('an empty one counts as not given', () => {
    const settings = readSettings({ PORTAL_VAR: folder, PORT: '', DATABASE_URL: ' ', REDIS_URL: '' }, folder);
    expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', varDir: folder });
    expect(settings.databaseUrl).toBeUndefined();
  });

  test('.env is read, and the environment goes before it', () => {
    writeFileSync(join(folder, '.env'), `PORT=4001\nLOG_LEVEL=warn\nPORTAL_VAR=${folder}\n`);
    expect(readSettings({}, folder)).toMatchObject({ port: 4001, varDir: folder });
    expect(readSettings({ PORT: '4002' }, folder)).toMatchObject({ port: 4002, env: { LOG_LEVEL: 'warn' } });
  });
});

describe('programs of the system', () => {
  test('those that are missing and cannot be installed are told in one sentence with the command to type', async () => {
    const asked = ensurePrograms(['mariadb', 'redis', 'chromium'], { path: folder, mayInstall: false });
    await expect(asked).rejects.toThrow(
      /^MariaDB, Redis, Chromium belum terpasang .*apt-get install .*mariadb-server-core redis-server chromium fonts-liberation.*docker\/compose\.yaml\.$/,
    );
  });
});

describe('locks', () => {
  const name = `uji:${folder}`;

  test('the second waits until the first lets go', async () => {
    const order: string[] = [];
    const first = await acquire(name);
    const second = acquire(name, { onWait: () => order.push('waits') }).then((release) => {
      order.push('second');
      return release;
    });
    expect(await acquire(name, { wait: false })).toBeNull();
    order.push('first done');
    first?.();
    (await second)?.();
    expect(order.at(-1)).toBe('second');
    expect(order.indexOf('first done')).toBeLessThan(order.indexOf('second'));
  });

  test('one whose holder was killed is free', async () => {
    const lock = resolve(import.meta.dirname, '../../scripts/lib/lock.mjs');
    const code = `const { acquire } = await import(${JSON.stringify(lock)}); await acquire(process.argv[1]); console.log('held'); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', code, name], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    expect(await acquire(name, { wait: false })).toBeNull();
    holder.kill('SIGKILL');
    const release = await acquire(name);
    expect(release).not.toBeNull();
    release?.();
  });
});

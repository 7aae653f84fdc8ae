import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { acquire } from '../../scripts/lib/lock.mjs';
import { ensurePrograms } from '../../scripts/lib/programs.mjs';
import { checkServers } from '../../scripts/lib/reach.mjs';
import { readSettings } from '../../scripts/lib/settings.mjs';
import { bacaConfig } from '../../src/infra/config/config.js';
import { kalimatGalatKoneksi } from '../../src/infra/config/galat-koneksi.js';

const folder = mkdtempSync(join(tmpdir(), 'setelan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('settings', () => {
  test.each([
    ['PORT', '70000'],
    ['PORT', 'tiga ribu'],
    ['HOST', 'di mana saja'],
    ['PORTAL_URL', 'localhost:3000'],
    ['PORTAL_URL', 'https://kota.example/portal'],
    ['PORTAL_URL', 'https://kota.example'],
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

  test('both names of the database protocol are taken', () => {
    const url = 'mariadb://u:s@h:3306/portal';
    expect(readSettings({ PORTAL_VAR: folder, DATABASE_URL: url }, folder).databaseUrl).toBe(url);
  });

  test.each([
    [{ SMTP_URL: 'http://surat.contoh.invalid', SUREL_PENGIRIM: 'a@contoh.invalid' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtps://surat.contoh.invalid' }, 'SUREL_PENGIRIM'],
    [{ SUREL_PENGIRIM: 'abc' }, 'SUREL_PENGIRIM'],
  ])('what cannot send mail is named before anything starts, and by every process: %j', (surel, nama) => {
    const sebut = new RegExp(`^${nama} [^\\n]*\\.$`);
    expect(() => readSettings({ PORTAL_VAR: folder, ...surel }, folder)).toThrow(sebut);
    const env = { DATABASE_URL: 'mysql://u:s@h/portal', REDIS_URL: 'redis://h', SESI_RAHASIA: 'x'.repeat(32) };
    expect(() => bacaConfig({ ...env, PORTAL_URL: 'http://h', ...surel })).toThrow(sebut);
  });

  test('https without a trusted proxy stops every process, since nobody could sign in', () => {
    const env = {
      DATABASE_URL: 'mysql://u:s@h/portal',
      REDIS_URL: 'redis://h',
      SESI_RAHASIA: 'x'.repeat(32),
      PORTAL_URL: 'https://kota.example',
    };
    expect(() => bacaConfig(env)).toThrow(/^PORTAL_URL [^\n]*PERCAYA_PROKSI[^\n]*\.$/);
    expect(bacaConfig({ ...env, PERCAYA_PROKSI: '1' })).toMatchObject({ percayaProksi: 1 });
  });

  test('.env is read, and the environment goes before it', () => {
    writeFileSync(join(folder, '.env'), `PORT=4001\nLOG_LEVEL=warn\nPORTAL_VAR=${folder}\n`);
    expect(readSettings({}, folder)).toMatchObject({ port: 4001, varDir: folder });
    expect(readSettings({ PORT: '4002' }, folder)).toMatchObject({ port: 4002, env: { LOG_LEVEL: 'warn' } });
  });
});

describe('servers that the person named', () => {
  const answering = async (words: string | Buffer) => {
    const server = createServer((socket) => socket.on('error', () => {}).write(words));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return { place: `127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
  };

  test('one that is not there is told in one sentence with the variable and without the password', async () => {
    const { place, close } = await answering('');
    close();
    const database = checkServers({ databaseUrl: `mysql://u:rahasia@${place}/portal` });
    await expect(database).rejects.toThrow(new RegExp(`^DATABASE_URL menunjuk ${place}, (?!.*rahasia)[^\\n]+\\.$`));
    const redis = checkServers({ redisUrl: `redis://:rahasia@${place}/0` });
    await expect(redis).rejects.toThrow(new RegExp(`^REDIS_URL menunjuk ${place}, (?!.*rahasia)[^\\n]+\\.$`));
  });

  test('one that speaks another language counts as not there', async () => {
    const { place, close } = await answering('HTTP/1.1 400 Bad Request\r\n\r\n');
    await expect(checkServers({ databaseUrl: `mysql://u@${place}/portal` })).rejects.toThrow(/^DATABASE_URL /);
    await expect(checkServers({ redisUrl: `redis://${place}` })).rejects.toThrow(/^REDIS_URL /);
    close();
  });

  test.each([
    ['-WRONGPASS invalid username-password pair\r\n', 'rahasia'],
    ['-NOAUTH Authentication required.\r\n', ''],
  ])('a Redis that answers %j refuses the password', async (words, password) => {
    const { place, close } = await answering(words);
    const asked = checkServers({ redisUrl: `redis://:${password}@${place}` });
    await expect(asked).rejects.toThrow(/^REDIS_URL .*menolak sandinya; .*\.$/);
    close();
  });

  test('those that greet are taken', async () => {
    const mysql = await answering(Buffer.from([1, 0, 0, 0, 10]));
    const redis = await answering('+PONG\r\n');
    await checkServers({ databaseUrl: `mariadb://u@${mysql.place}/portal`, redisUrl: `redis://${redis.place}` });
    await checkServers({});
    mysql.close();
    redis.close();
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'ER_ACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR'])(
    'a command that meets %s says so in one sentence',
    (code) => {
      const sentence = kalimatGalatKoneksi(Object.assign(new Error('for u@h'), { code }));
      expect(sentence).toMatch(/^Basis data menurut DATABASE_URL [^\n]+\.$/);
      expect(kalimatGalatKoneksi(new Error('else'))).toBeNull();
    },
  );
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

  const NODES = [...new Set([process.execPath, '/usr/bin/node', '/usr/local/bin/node'])].filter((each) =>
    existsSync(each),
  );

  test.each(NODES)('one whose holder, a process of %s, was killed is free', async (node) => {
    const lock = resolve(import.meta.dirname, '../../scripts/lib/lock.mjs');
    const code = `const { acquire } = await import(${JSON.stringify(lock)}); await acquire(process.argv[1]); console.log('held'); setInterval(() => {}, 1000);`;
    const holder = spawn(node, ['--input-type=module', '-e', code, name], {
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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';

const ROOT = resolve(import.meta.dirname, '../..');
const KEDUANYA = ['main-web', 'main-worker'] as const;

let uji: BasisDataUji;
let kosong: string;

beforeAll(async () => {
  uji = await basisDataUji();
  kosong = await tempatKosong();
});
afterAll(() => uji.hapus());

/** A place of this machine where nothing answers. */
async function tempatKosong(): Promise<string> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((tutup) => server.close(tutup));
  return `127.0.0.1:${port}`;
}

function nyalakan(proses: string, ubah: Record<string, string> = {}) {
  const { config } = uji;
  return spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'dist', `${proses}.js`)], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: config.databaseUrl,
      REDIS_URL: config.redisUrl,
      PORTAL_VAR: config.varDir,
      SESI_RAHASIA: config.sesiRahasia,
      PORT: '0',
      LOG_LEVEL: 'error',
      ...ubah,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Starts a real process that cannot start; returns how it ended and every line it wrote. */
async function gagal(proses: string, ubah: Record<string, string>): Promise<{ kode: number; baris: string[] }> {
  const anak = nyalakan(proses, ubah);
  const habis = once(anak, 'exit');
  const keluaran = await text(anak.stderr);
  const [kode] = (await habis) as [number];
  return { kode, baris: keluaran.trim().split('\n') };
}

describe.each(KEDUANYA)('%s', (proses) => {
  it('without its database ends with one sentence that names setting and place, and no password', async () => {
    const { kode, baris } = await gagal(proses, { DATABASE_URL: `mysql://portal:rahasia-sekali@${kosong}/portal_iko` });
    expect(kode).toBe(1);
    expect(baris).toEqual([expect.stringMatching(/^[^\n]*DATABASE_URL menunjuk [^\n]*; periksa [^\n]*\.$/)]);
    expect(baris[0]).toContain(kosong);
    expect(baris[0]).not.toMatch(/rahasia-sekali|portal:/);
  });

  it('over a database that does not exist says so', async () => {
    const { kode, baris } = await gagal(proses, { DATABASE_URL: `${uji.config.databaseUrl}_tidak_ada` });
    expect(kode).toBe(1);
    expect(baris).toEqual([expect.stringMatching(/DATABASE_URL .*(tidak ada di sana|tidak berhak)/)]);
  });

  it('over a schema that is not of its version ends when it is older and says what to do, and starts with a warning when it is newer', async () => {
    const [terakhir] = await uji.db.query<{ id: number; timestamp: string; name: string }[]>(
      'SELECT id, timestamp, name FROM migrasi ORDER BY id DESC LIMIT 1',
    );
    await uji.db.query('DELETE FROM migrasi WHERE id = ?', [terakhir?.id]);
    const lama = await gagal(proses, {});
    await uji.db.query('INSERT INTO migrasi (id, timestamp, name) VALUES (?, ?, ?)', Object.values(terakhir ?? {}));
    await uji.db.query("INSERT INTO migrasi (timestamp, name) VALUES (9999999999999, 'Nanti9999999999999')");
    // A version put in place leaves that of before able to start again.
    const anak = nyalakan(proses, { PORT: (await tempatKosong()).split(':')[1] ?? '' });
    const habis = once(anak, 'exit');
    const [tulisan] = (await once(anak.stderr, 'data')) as [Buffer];
    anak.kill('SIGKILL');
    await habis;
    await uji.db.query("DELETE FROM migrasi WHERE name = 'Nanti9999999999999'");
    expect(lama.kode).toBe(1);
    expect(lama.baris).toEqual([expect.stringMatching(/DATABASE_URL belum mutakhir .*main-cli\.js migrasi/)]);
    expect(String(tulisan)).toMatch(/DATABASE_URL lebih baru daripada versi portal ini/);
  });
});

describe('without Redis', () => {
  it('the worker ends with one sentence that names setting and place, and no password', async () => {
    const { kode, baris } = await gagal('main-worker', { REDIS_URL: `redis://:rahasia-sekali@${kosong}/0` });
    expect(kode).toBe(1);
    expect(baris).toEqual([expect.stringMatching(/^REDIS_URL menunjuk [^\n]*; periksa [^\n]*\.$/)]);
    expect(baris[0]).toContain(kosong);
    expect(baris[0]).not.toContain('rahasia-sekali');
  });

  it('the web process says the same and serves its pages', async () => {
    const port = (await tempatKosong()).split(':')[1] ?? '';
    const anak = nyalakan('main-web', { PORT: port, REDIS_URL: `redis://:rahasia-sekali@${kosong}/0` });
    const habis = once(anak, 'exit');
    const [tulisan] = (await once(anak.stderr, 'data')) as [Buffer];
    expect(String(tulisan)).toMatch(new RegExp(`^REDIS_URL menunjuk ${kosong}, (?!.*rahasia-sekali)`));
    const sehat = async (): Promise<number> => {
      for (;;) {
        if (anak.exitCode !== null) return 0;
        const jawab = await fetch(`http://127.0.0.1:${port}/sehat`).catch(() => null);
        if (jawab) return jawab.status;
      }
    };
    expect(await sehat()).toBe(200);
    anak.kill('SIGTERM');
    await habis;
  });
});

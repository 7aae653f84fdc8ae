import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { AKTOR_SISTEM } from '../../common/aktor.js';
import { sapuUnggahan, terimaUnggahan } from './unggahan.js';

describe('received files', () => {
  let akar: string;
  beforeEach(async () => {
    akar = await mkdtemp(join(tmpdir(), 'unggahan-'));
  });
  afterEach(() => rm(akar, { recursive: true, force: true }));

  it('left by a crash are swept, others are not', async () => {
    const lama = new Date('2026-01-01T00:00:00Z');
    for (const n of ['unggah-lama', 'lain-lama']) {
      await writeFile(join(akar, n), 'x');
      await utimes(join(akar, n), lama, lama);
    }
    await writeFile(join(akar, 'unggah-baru'), 'x');
    expect(await sapuUnggahan(akar, new Date('2026-01-02T00:00:00Z'))).toBe(1);
    expect((await readdir(akar)).sort()).toEqual(['lain-lama', 'unggah-baru']);
    expect(await sapuUnggahan(join(akar, 'tidak-ada'), lama)).toBe(0);
  });

  it('lie in a folder of our own and are gone after the answer', async () => {
    const folder = join(akar, 'sementara');
    let diterima = 0;
    const app = express();
    app.use((req, _res, next) => {
      req.aktor = AKTOR_SISTEM;
      next();
    });
    app.use(terimaUnggahan(akar));
    const selesai = new Promise<void>((lanjut) => {
      app.post('/', (req, res) => {
        diterima = req.unggahan?.length ?? 0;
        res.once('close', lanjut);
        res.end();
      });
    });
    const server = createServer(app).listen(0);
    try {
      const kirim = request({ port: (server.address() as AddressInfo).port, method: 'POST' });
      kirim.setHeader('content-type', 'multipart/form-data; boundary=b');
      kirim.end('--b\r\ncontent-disposition: form-data; name="f"; filename="a.txt"\r\n\r\nisi\r\n--b--\r\n');
      kirim.on('response', (r) => r.resume());
      await selesai;
      expect(diterima).toBe(1);
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
      while ((await readdir(folder)).length > 0) await new Promise((l) => setImmediate(l));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

import { randomBytes } from 'node:crypto';
import { type AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { AKTOR_SISTEM, type Aktor, type Peran } from '../../src/common/aktor.js';
import { Clock } from '../../src/common/clock.js';
import { configureWeb } from '../../src/configure-web.js';
import { type Config } from '../../src/infra/config/config.js';
import { buatLog } from '../../src/infra/log/log.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { basisDataUji, type BasisDataUji } from './basis-data.js';
import { webModuleDengan } from './jam.js';

type Agen = ReturnType<typeof request.agent>;

/** A signed-in (or anonymous) visitor with a cookie jar. */
export class Pengunjung {
  constructor(
    readonly agen: Agen,
    readonly aktor: Aktor | null,
  ) {}

  buka(alamat: string) {
    return this.agen.get(alamat).set('Accept', 'text/html');
  }

  /** Reads both hidden tokens from the page that holds the form. */
  async rahasia(halaman: string): Promise<{ _csrf: string; _formulir: string }> {
    const { text } = await this.buka(halaman);
    const ambil = (nama: string) => new RegExp(`name="${nama}" value="([^"]*)"`).exec(text)?.[1] ?? '';
    return { _csrf: ambil('_csrf'), _formulir: ambil('_formulir') };
  }

  /** Sends a form as the browser would: with the tokens of the page it stands on. */
  async kirim(halaman: string, aksi: string, isian: Record<string, string | string[]> = {}) {
    // The agent attaches its cookies when the request is made, so the page must have been read before.
    const rahasia = await this.rahasia(halaman);
    return this.agen
      .post(aksi)
      .set('Accept', 'text/html')
      .type('form')
      .send({ ...rahasia, ...isian });
  }
}

export interface AplikasiUji extends BasisDataUji {
  app: NestExpressApplication;
  alamat: string;
  /** A visitor without an account. */
  tamu(): Pengunjung;
  /** Makes an account of the role (for `opd` and `sekretaris` with the given scope) and signs in through the page. */
  masukSebagai(
    peran: Peran,
    lingkup?: { opdId?: number; ormasId?: number; pemohon?: true },
  ): Promise<Pengunjung & { surel: string; sandi: string }>;
  tutup(): Promise<void>;
}

/**
 * Starts the real web application (CSRF, CSP and sessions on) over a fresh database.
 * @param jam the clock that it goes by; without one, what it shows depends on the day of the test
 */
export async function aplikasiUji(ubah: Partial<Config> = {}, jam: Clock = new Clock()): Promise<AplikasiUji> {
  const dasar = await basisDataUji();
  const config = { ...dasar.config, ...ubah };
  const app = await NestFactory.create<NestExpressApplication>(webModuleDengan(config, jam), {
    bodyParser: false,
    logger: buatLog(config.logLevel, 'uji'),
  });
  configureWeb(app);
  await app.listen(0, '127.0.0.1');
  const alamat = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const tamu = () => new Pengunjung(request.agent(alamat), null);

  return {
    ...dasar,
    config,
    app,
    alamat,
    tamu,
    async masukSebagai(peran, lingkup = {}) {
      const surel = `${peran}-${randomBytes(4).toString('hex')}@contoh.invalid`;
      const sandi = randomBytes(12).toString('base64url');
      const [id] = await app
        .get(AkunService, { strict: false })
        .muatBanyak(AKTOR_SISTEM, [{ surel, nama: `Uji ${peran}`, peran, sandi, ...lingkup }]);
      const p = tamu();
      const jawaban = await p.kirim('/masuk', '/masuk', { surel, sandi });
      if (jawaban.status !== 303) throw new Error(`Sign-in as ${peran} answered ${jawaban.status}`);
      const aktor: Aktor = {
        id: id ?? 0,
        nama: `Uji ${peran}`,
        peran,
        opdId: lingkup.opdId ?? null,
        ormasId: lingkup.ormasId ?? null,
      };
      return Object.assign(new Pengunjung(p.agen, aktor), { surel, sandi });
    },
    async tutup() {
      await app.close();
      await dasar.hapus();
    },
  };
}

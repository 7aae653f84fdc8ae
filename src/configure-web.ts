import { type NestExpressApplication } from '@nestjs/platform-express';
import { ValidationPipe } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import { DataSource } from 'typeorm';
import { acakToken } from './common/acak.js';
import { type Aktor, SEBUTAN_PERAN } from './common/aktor.js';
import { CONFIG } from './infra/config/config.module.js';
import { type Config } from './infra/config/config.js';
import { bawaKonteks, ingatTujuan, jagaCsrf, tokenCsrf } from './infra/http/formulir.js';
import { GalatFilter } from './infra/http/galat.filter.js';
import { ambilKilat } from './infra/http/kilat.js';
import { mampatkan } from './infra/http/mampatkan.js';
import { MasukGuard } from './infra/http/masuk.guard.js';
import { galatValidasi } from './infra/http/periksa-isian.js';
import { terimaUnggahan } from './infra/http/unggahan.js';
import { Aset, JALUR_ASET, JALUR_IKON, penyajiAset, penyajiIkon } from './infra/view/aset.js';
import { pasangView } from './infra/view/pasang.js';
import { kontakKantor } from './modules/setelan/setelan.lengkap.js';
import { SetelanService } from './modules/setelan/setelan.service.js';
import { KotakMasukService } from './modules/notifikasi/kotak-masuk.service.js';
import { HariKlaster } from './modules/ormas/hari-klaster.js';
import { SesiService } from './modules/akun/sesi.service.js';
import { sesiMiddleware } from './modules/akun/web/sesi.middleware.js';
import { navigasi } from './navigasi.js';

/**
 * Everything around the controllers, in the order a request meets it; the same in production and in tests. Reads as the
 * table of contents of the web process.
 */
export function configureWeb(app: NestExpressApplication): void {
  const config = app.get<Config>(CONFIG);
  const https = config.portalUrl.startsWith('https:');

  app.set('trust proxy', config.percayaProksi);
  app.disable('x-powered-by');
  app.use(kepalaAman(https));
  const aset = Aset.baca();
  app.use(JALUR_ASET, penyajiAset(aset));
  app.use(JALUR_IKON, penyajiIkon(aset));
  app.use(mampatkan());
  app.use(['/sehat', '/siap'], tanpaSimpan);
  app.use(kecualiKesehatan(klasterHariIni(app.get(HariKlaster, { strict: false }))));
  app.use(kecualiPublik(sesiMiddleware(app.get(SesiService), { rahasia: config.sesiRahasia, https })));
  app.use(
    kecualiKesehatan(lokal(app.get(SetelanService, { strict: false }), app.get(KotakMasukService, { strict: false }))),
  );
  app.use(express.urlencoded({ extended: true, limit: '256kb', parameterLimit: 1000 }));
  app.use(terimaUnggahan(config.varDir));
  app.use(kecualiKesehatan(jagaCsrf));
  app.use(bawaKonteks);
  app.use(ingatTujuan(app.get(DataSource)));
  app.use(tanpaSimpan);

  pasangView(app);
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true, exceptionFactory: galatValidasi }));
  app.useGlobalGuards(new MasukGuard(app.get(Reflector)));
  app.useGlobalFilters(new GalatFilter());
  app.enableShutdownHooks();
}

/** Nobody is answered from the clusters of yesterday. */
const klasterHariIni =
  (hari: HariKlaster): RequestHandler =>
  async (_req, _res, next) => {
    await hari.pastikan();
    next();
  };

/** Liveness must not depend on the database that sessions live in. */
const kecualiKesehatan =
  (pasang: RequestHandler): RequestHandler =>
  (req, res, next) =>
    req.path === '/sehat' || req.path === '/siap' ? next() : pasang(req, res, next);

/** The public directory is the same for everybody: it reads no session and sets no cookie, so that copies of it may be kept. */
const kecualiPublik =
  (pasang: RequestHandler): RequestHandler =>
  (req, res, next) =>
    /^\/(direktori([./]|$)|robots\.txt$)/.test(req.path) && (req.method === 'GET' || req.method === 'HEAD')
      ? next()
      : kecualiKesehatan(pasang)(req, res, next);

/** No inline script or style anywhere, nothing from elsewhere, no framing. */
function kepalaAman(https: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}

/** Pages hold personal data: neither the browser nor a proxy keeps them. */
const tanpaSimpan: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store, private');
  next();
};

/** What the layout shows around every page. */
const lokal =
  (setelan: SetelanService, notifikasi: KotakMasukService): RequestHandler =>
  async (req, res, next) => {
    const aktor: Aktor | null = req.aktor ?? null;
    const [kantor, baru] = await Promise.all([
      setelan.baca(),
      aktor?.id && req.method === 'GET' ? notifikasi.belumDibaca(aktor.id) : 0,
    ]);
    // Computed when a page is rendered, not for redirects and files; a visitor gets a session only where there is a form.
    Object.defineProperties(res.locals, {
      csrf: { enumerable: true, get: () => (aktor || /^\/(masuk|tautan|daftar)/.test(req.path) ? tokenCsrf(req) : '') },
      kilat: { enumerable: true, get: () => (req.session ? ambilKilat(req) : []) },
    });
    Object.assign(res.locals, {
      aktor: aktor && { id: aktor.id, nama: aktor.nama, peran: aktor.peran, peranSebutan: SEBUTAN_PERAN[aktor.peran] },
      navigasi: aktor ? navigasi(aktor, req.path) : [],
      kota: kantor.kota,
      lembaga: kantor.lembaga,
      kontak: kontakKantor(kantor),
      belumDibaca: baru === 0 ? '' : baru > 99 ? '99+' : String(baru),
      tokenFormulir: acakToken(),
    });
    next();
  };

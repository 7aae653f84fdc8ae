import 'reflect-metadata';
import process from 'node:process';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { configureWeb } from './configure-web.js';
import { bacaConfig } from './infra/config/config.js';
import { kalimatGagalMulai, keluarGagalMulai, periksaBasisData, periksaRedis } from './infra/health/periksa-awal.js';
import { buatLog } from './infra/log/log.js';
import { WebModule } from './web.module.js';

// uploads, documents and logs are the owner's alone
process.umask(0o077);

try {
  const config = bacaConfig();
  const peringatan = await periksaBasisData(config);
  if (peringatan) process.stderr.write(`${peringatan}\n`);
  // Pages are served without Redis, too, and it is told: see docs/adr/0011-ready-without-redis.md.
  await periksaRedis(config).catch((galat: unknown) => process.stderr.write(`${kalimatGagalMulai(galat)}\n`));
  const app = await NestFactory.create<NestExpressApplication>(WebModule.untuk(config), {
    abortOnError: false,
    bodyParser: false,
    logger: buatLog(config.logLevel, 'web'),
  });
  configureWeb(app);
  await app.listen(config.port, config.host);
} catch (galat) {
  process.stderr.write(`${kalimatGagalMulai(galat)}\n`);
  process.exit(keluarGagalMulai(galat));
}

import 'reflect-metadata';
import process from 'node:process';
import { NestFactory } from '@nestjs/core';
import { bacaConfig } from './infra/config/config.js';
import { kalimatGagalMulai, periksaBasisData, periksaRedis } from './infra/health/periksa-awal.js';
import { buatLog } from './infra/log/log.js';
import { WorkerModule } from './worker.module.js';

// uploads, documents and logs are the owner's alone
process.umask(0o077);

try {
  const config = bacaConfig();
  const peringatan = await periksaBasisData(config);
  if (peringatan) process.stderr.write(`${peringatan}\n`);
  await periksaRedis(config);
  const app = await NestFactory.createApplicationContext(WorkerModule.untuk(config), {
    abortOnError: false,
    logger: buatLog(config.logLevel, 'worker'),
  });
  app.enableShutdownHooks();
} catch (galat) {
  process.stderr.write(`${kalimatGagalMulai(galat)}\n`);
  process.exit(1);
}

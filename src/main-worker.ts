import 'reflect-metadata';
import process from 'node:process';
import { NestFactory } from '@nestjs/core';
import { bacaConfig, ConfigError } from './infra/config/config.js';
import { buatLog } from './infra/log/log.js';
import { WorkerModule } from './worker.module.js';

// uploads, documents and logs are the owner's alone
process.umask(0o077);

try {
  const config = bacaConfig();
  const app = await NestFactory.createApplicationContext(WorkerModule.untuk(config), {
    logger: buatLog(config.logLevel, 'worker'),
  });
  app.enableShutdownHooks();
} catch (galat) {
  process.stderr.write(
    `${galat instanceof ConfigError ? galat.message : String(galat instanceof Error ? galat.stack : galat)}\n`,
  );
  process.exit(1);
}

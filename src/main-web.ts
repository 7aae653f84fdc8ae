import 'reflect-metadata';
import process from 'node:process';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { configureWeb } from './configure-web.js';
import { bacaConfig, ConfigError } from './infra/config/config.js';
import { buatLog } from './infra/log/log.js';
import { WebModule } from './web.module.js';

// uploads, documents and logs are the owner's alone
process.umask(0o077);

try {
  const config = bacaConfig();
  const app = await NestFactory.create<NestExpressApplication>(WebModule.untuk(config), {
    bodyParser: false,
    logger: buatLog(config.logLevel, 'web'),
  });
  configureWeb(app);
  await app.listen(config.port, config.host);
} catch (galat) {
  process.stderr.write(
    `${galat instanceof ConfigError ? galat.message : String(galat instanceof Error ? galat.stack : galat)}\n`,
  );
  process.exit(1);
}

import 'reflect-metadata';
import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type DynamicModule, Module } from '@nestjs/common';
import { bacaConfig } from '../infra/config/config.js';
import { ConfigModule } from '../infra/config/config.module.js';
import { DatabaseModule } from '../infra/database/database.module.js';
import { buatLog } from '../infra/log/log.js';
import { RedisModule } from '../infra/queue/redis.module.js';

@Module({})
class CliModule {}

/** Runs `fn` in an application context of the given feature modules (no web server, no worker), and closes it. */
export async function denganModul<T>(
  modul: (Type | DynamicModule)[],
  fn: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const config = bacaConfig();
  const app = await NestFactory.createApplicationContext(
    { module: CliModule, imports: [ConfigModule.untuk(config), DatabaseModule, RedisModule, ...modul] },
    { logger: buatLog('warn', 'cli'), abortOnError: false },
  );
  try {
    return await fn(app);
  } finally {
    await app.close();
  }
}

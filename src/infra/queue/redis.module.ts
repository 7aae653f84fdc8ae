import { Global, Module } from '@nestjs/common';
import { Redis } from 'ioredis';
import { type Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { KotakKeluar } from '../outbox/kotak-keluar.js';

import { REDIS } from './token.js';

/** Redis and the outbox, for every process. The portal goes on serving pages when Redis is away. */
@Global()
@Module({
  providers: [
    {
      provide: REDIS,
      inject: [CONFIG],
      useFactory: (config: Config) => {
        const redis = new Redis(config.redisUrl, { maxRetriesPerRequest: null, enableOfflineQueue: false });
        redis.on('error', () => undefined); // Reported by /siap; reconnecting is ioredis's work.
        return redis;
      },
    },
    KotakKeluar,
  ],
  exports: [REDIS, KotakKeluar],
})
export class RedisModule {}

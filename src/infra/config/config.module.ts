import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { type Config } from './config.js';

/** Injection token of the process's settings (`Config`). */
export const CONFIG = Symbol('config');

/** Settings and the clock, for every module of a process. */
@Global()
@Module({})
export class ConfigModule {
  static untuk(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: CONFIG, useValue: config }, Clock],
      exports: [CONFIG, Clock],
    };
  }
}

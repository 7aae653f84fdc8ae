import { type DynamicModule } from '@nestjs/common';
import { Clock } from '../../src/common/clock.js';
import { type Config } from '../../src/infra/config/config.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { WebModule } from '../../src/web.module.js';

/** A clock that stands where the test puts it: ten in the morning of a day in Jakarta. */
export class JamUji extends Clock {
  kini: Date;

  /** @param hari 'YYYY-MM-DD' */
  constructor(hari: string) {
    super();
    this.kini = saatDari(hari);
  }

  override sekarang(): Date {
    return this.kini;
  }

  berdiri(hari: string): void {
    this.kini = saatDari(hari);
  }
}

/** In the middle of a year of assessment: what a test city has done in the months before counts for that year. */
export const HARI_TENANG = '2026-06-17';

const saatDari = (hari: string): Date => new Date(`${hari}T03:00:00Z`);

/** The web application with another clock. */
export function webModuleDengan(config: Config, jam: Clock): DynamicModule {
  const modul = WebModule.untuk(config);
  return {
    ...modul,
    imports: modul.imports?.map((m) =>
      'module' in m && m.module === ConfigModule
        ? { ...m, providers: [...(m.providers ?? []), { provide: Clock, useValue: jam }] }
        : m,
    ),
  };
}

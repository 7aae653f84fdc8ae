import { type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { type Aktor, type Peran } from '../../src/common/aktor.js';
import { Clock } from '../../src/common/clock.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { type BasisDataUji } from './basis-data.js';

/** The given modules over a database of the test's own, under its clock, ready to be asked. */
export async function modulUji(dasar: BasisDataUji, jam: Clock, modul: readonly Type[]): Promise<TestingModule> {
  const uji = await Test.createTestingModule({
    imports: [ConfigModule.untuk(dasar.config), DatabaseModule, RedisModule, ...modul],
  })
    .overrideProvider(Clock)
    .useValue(jam)
    .compile();
  return uji.init();
}

/** Somebody with a role; nobody in particular unless told. */
export const aktorUji = (peran: Peran, lingkup: Partial<Aktor> = {}): Aktor => ({
  ...{ id: null, nama: `Uji ${peran}`, peran, opdId: null, ormasId: null },
  ...lingkup,
});

import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { type Config } from './infra/config/config.js';
import { ConfigModule } from './infra/config/config.module.js';
import { DatabaseModule } from './infra/database/database.module.js';
import { PekerjaModule } from './infra/queue/pekerja.module.js';
import { RedisModule } from './infra/queue/redis.module.js';
import { AkunJobsModule } from './modules/akun/jobs/akun.jobs.module.js';
import { BerkasJobsModule } from './modules/berkas/jobs/berkas.jobs.module.js';
import { LapanganJobsModule } from './modules/lapangan/jobs/lapangan.jobs.module.js';
import { GandaJobsModule } from './modules/ganda/jobs/ganda.jobs.module.js';
import { LaporanJobsModule } from './modules/laporan/jobs/laporan.jobs.module.js';
import { ImporJobsModule } from './modules/ormas/jobs/impor.jobs.module.js';
import { NotifikasiJobsModule } from './modules/notifikasi/jobs/notifikasi.jobs.module.js';
import { SuratJobsModule } from './modules/surat/jobs/surat.jobs.module.js';
import { PenilaianJobsModule } from './modules/penilaian/jobs/penilaian.jobs.module.js';
import { RadarJobsModule } from './modules/radar/jobs/radar.jobs.module.js';

/** Every feature that has jobs. */
const FITUR: Type[] = [
  AkunJobsModule,
  BerkasJobsModule,
  NotifikasiJobsModule,
  ImporJobsModule,
  PenilaianJobsModule,
  SuratJobsModule,
  LapanganJobsModule,
  LaporanJobsModule,
  RadarJobsModule,
  GandaJobsModule,
];

/** The worker process: relay, consumer, and the features' processors. */
@Module({})
export class WorkerModule {
  static untuk(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [ConfigModule.untuk(config), DatabaseModule, RedisModule, PekerjaModule, ...FITUR],
    };
  }
}

import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { type Config } from './infra/config/config.js';
import { ConfigModule } from './infra/config/config.module.js';
import { DatabaseModule } from './infra/database/database.module.js';
import { FormulirController } from './infra/http/formulir.controller.js';
import { HealthModule } from './infra/health/health.module.js';
import { RedisModule } from './infra/queue/redis.module.js';
import { AkunWebModule } from './modules/akun/web/akun.web.module.js';
import { AuditWebModule } from './modules/audit/web/audit.web.module.js';
import { BerkasWebModule } from './modules/berkas/web/berkas.web.module.js';
import { DasborWebModule } from './modules/dasbor/web/dasbor.web.module.js';
import { DirektoriWebModule } from './modules/direktori/web/direktori.web.module.js';
import { GandaWebModule } from './modules/ganda/web/ganda.web.module.js';
import { KegiatanWebModule } from './modules/kegiatan/web/kegiatan.web.module.js';
import { KeaktifanWebModule } from './modules/keaktifan/web/keaktifan.web.module.js';
import { LapanganWebModule } from './modules/lapangan/web/lapangan.web.module.js';
import { LaporanWebModule } from './modules/laporan/web/laporan.web.module.js';
import { NotifikasiWebModule } from './modules/notifikasi/web/notifikasi.web.module.js';
import { ImporWebModule } from './modules/ormas/web/impor.web.module.js';
import { OrmasWebModule } from './modules/ormas/web/ormas.web.module.js';
import { PendaftaranWebModule } from './modules/pendaftaran/web/pendaftaran.web.module.js';
import { PemetaanWebModule } from './modules/pemetaan/web/pemetaan.web.module.js';
import { PembinaanWebModule } from './modules/pembinaan/web/pembinaan.web.module.js';
import { PenilaianWebModule } from './modules/penilaian/web/penilaian.web.module.js';
import { RadarWebModule } from './modules/radar/web/radar.web.module.js';
import { RekomendasiWebModule } from './modules/rekomendasi/web/rekomendasi.web.module.js';
import { SuratWebModule } from './modules/surat/web/surat.web.module.js';
import { VerifikasiWebModule } from './modules/verifikasi/web/verifikasi.web.module.js';
import { PerubahanWebModule } from './modules/perubahan/web/perubahan.web.module.js';
import { SetelanWebModule } from './modules/setelan/web/setelan.web.module.js';

/** Every feature that has pages. */
const FITUR: Type[] = [
  AkunWebModule,
  AuditWebModule,
  BerkasWebModule,
  NotifikasiWebModule,
  OrmasWebModule,
  ImporWebModule,
  LapanganWebModule,
  PerubahanWebModule,
  PendaftaranWebModule,
  GandaWebModule,
  KegiatanWebModule,
  PembinaanWebModule,
  RekomendasiWebModule,
  PenilaianWebModule,
  PemetaanWebModule,
  LaporanWebModule,
  SuratWebModule,
  VerifikasiWebModule,
  SetelanWebModule,
  RadarWebModule,
  DirektoriWebModule,
  KeaktifanWebModule,
  DasborWebModule,
];

/** The web process. */
@Module({})
export class WebModule {
  static untuk(config: Config): DynamicModule {
    return {
      module: WebModule,
      imports: [ConfigModule.untuk(config), DatabaseModule, RedisModule, HealthModule, ...FITUR],
      controllers: [FormulirController],
    };
  }
}

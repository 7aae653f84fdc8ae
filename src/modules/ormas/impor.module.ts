import { Module } from '@nestjs/common';
import { StorageModule } from '../../infra/storage/storage.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { BerkasModule } from '../berkas/berkas.module.js';
import { KlasterModule } from '../klaster/klaster.module.js';
import { WilayahModule } from '../wilayah/wilayah.module.js';
import { ImporBacaService } from './impor-baca.service.js';
import { BerkasImpor } from './impor-berkas.js';
import { JejakKoreksi } from './impor-jejak.js';
import { ImporKoreksiService } from './impor-koreksi.service.js';
import { ImporMasukkanService } from './impor-masukkan.service.js';
import { ImporPeriksaService } from './impor-periksa.service.js';
import { ImporPratinjauService } from './impor-pratinjau.service.js';
import { ImporQueue } from './impor.queue.js';
import { ImporService } from './impor.service.js';
import { MuatOrmasService } from './muat-ormas.service.js';
import { OrmasModule } from './ormas.module.js';

const LAYANAN = [
  ImporService,
  ImporBacaService,
  ImporPratinjauService,
  ImporKoreksiService,
  ImporPeriksaService,
  ImporMasukkanService,
  ImporQueue,
  BerkasImpor,
  JejakKoreksi,
  MuatOrmasService,
];

/** Taking registers and archives in. */
@Module({
  imports: [AuditModule, BerkasModule, OrmasModule, KlasterModule, WilayahModule, StorageModule],
  providers: LAYANAN,
  exports: LAYANAN,
})
export class ImporModule {}

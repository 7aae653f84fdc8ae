import { Module } from '@nestjs/common';
import { KlasterModule } from '../klaster/klaster.module.js';
import { NotifikasiModule } from '../notifikasi/notifikasi.module.js';
import { RadarHarianService } from './radar-harian.service.js';
import { RadarQueue } from './radar.queue.js';
import { RadarService } from './radar.service.js';

/** What ends soon. Reads across register, documents and letters in bulk, and writes only what it has announced. */
@Module({
  imports: [KlasterModule, NotifikasiModule],
  providers: [RadarService, RadarHarianService, RadarQueue],
  exports: [RadarService, RadarHarianService, RadarQueue],
})
export class RadarModule {}

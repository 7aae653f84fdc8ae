import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { SetelanModule } from '../setelan/setelan.module.js';
import { KotakMasukService } from './kotak-masuk.service.js';
import { LingkunganSurel } from './lingkungan-surel.js';
import { NotifikasiQueue } from './notifikasi.queue.js';
import { NotifikasiService } from './notifikasi.service.js';
import { SumberKontak } from './sumber-kontak.js';

@Module({
  imports: [AuditModule, SetelanModule],
  providers: [NotifikasiQueue, NotifikasiService, KotakMasukService, LingkunganSurel, SumberKontak],
  exports: [NotifikasiQueue, NotifikasiService, KotakMasukService, LingkunganSurel, SumberKontak],
})
export class NotifikasiModule {}

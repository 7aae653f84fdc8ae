import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { SetelanModule } from '../setelan/setelan.module.js';
import { KontakModule } from './kontak.module.js';
import { KotakMasukService } from './kotak-masuk.service.js';
import { LingkunganSurel } from './lingkungan-surel.js';
import { NotifikasiQueue } from './notifikasi.queue.js';
import { NotifikasiService } from './notifikasi.service.js';

@Module({
  imports: [AuditModule, SetelanModule, KontakModule],
  providers: [NotifikasiQueue, NotifikasiService, KotakMasukService, LingkunganSurel],
  exports: [NotifikasiQueue, NotifikasiService, KotakMasukService, LingkunganSurel, KontakModule],
})
export class NotifikasiModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { SetelanModule } from '../setelan/setelan.module.js';
import { HitungService } from './hitung.service.js';
import { InstrumenService } from './instrumen.service.js';
import { PenilaianQueue } from './penilaian.queue.js';
import { PeriodeService } from './periode.service.js';
import { PotonganService } from './potongan.service.js';
import { TingkatService } from './tingkat.service.js';

@Module({
  imports: [AuditModule, SetelanModule],
  providers: [InstrumenService, PeriodeService, HitungService, PotonganService, TingkatService, PenilaianQueue],
  exports: [InstrumenService, PeriodeService, HitungService, PotonganService, TingkatService],
})
export class PenilaianModule {}

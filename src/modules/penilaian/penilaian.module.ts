import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { SetelanModule } from '../setelan/setelan.module.js';
import { HasilService } from './hasil.service.js';
import { HitungService } from './hitung.service.js';
import { InstrumenService } from './instrumen.service.js';
import { NilaiService } from './nilai.service.js';
import { PenilaianQueue } from './penilaian.queue.js';
import { PeriodeService } from './periode.service.js';
import { PenyelesaianService } from './penyelesaian.service.js';
import { PotonganService } from './potongan.service.js';
import { TingkatService } from './tingkat.service.js';

const LAYANAN = [
  InstrumenService,
  PeriodeService,
  HitungService,
  PotonganService,
  PenyelesaianService,
  TingkatService,
  HasilService,
  NilaiService,
];

@Module({
  imports: [AuditModule, OrmasModule, SetelanModule],
  providers: [...LAYANAN, PenilaianQueue],
  exports: LAYANAN,
})
export class PenilaianModule {}

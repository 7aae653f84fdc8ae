import { Module } from '@nestjs/common';
import { PdfModule } from '../../../infra/pdf/pdf.module.js';
import { AuditModule } from '../../audit/audit.module.js';
import { BerkasModule } from '../../berkas/berkas.module.js';
import { SuratModule } from '../surat.module.js';
import { CetakSuratService } from './cetak-surat.service.js';
import { MesinSurat } from './mesin-surat.service.js';
import { SuratProcessor } from './surat.processor.js';

@Module({
  imports: [SuratModule, AuditModule, BerkasModule, PdfModule],
  providers: [CetakSuratService, MesinSurat, SuratProcessor],
})
export class SuratJobsModule {}

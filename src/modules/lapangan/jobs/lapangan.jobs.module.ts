import { Module } from '@nestjs/common';
import { PdfModule } from '../../../infra/pdf/pdf.module.js';
import { StorageModule } from '../../../infra/storage/storage.module.js';
import { AuditModule } from '../../audit/audit.module.js';
import { BerkasModule } from '../../berkas/berkas.module.js';
import { LapanganModule } from '../lapangan.module.js';
import { CetakBeritaAcaraService } from './cetak-berita-acara.service.js';
import { LapanganProcessor } from './lapangan.processor.js';
import { MesinBeritaAcara } from './mesin-berita-acara.service.js';
import { PenyapuFoto } from './penyapu-foto.js';

@Module({
  imports: [LapanganModule, AuditModule, BerkasModule, PdfModule, StorageModule],
  providers: [CetakBeritaAcaraService, MesinBeritaAcara, LapanganProcessor, PenyapuFoto],
})
export class LapanganJobsModule {}

import { Module } from '@nestjs/common';
import { PdfModule } from '../../../infra/pdf/pdf.module.js';
import { AuditModule } from '../../audit/audit.module.js';
import { BerkasModule } from '../../berkas/berkas.module.js';
import { PenilaianModule } from '../../penilaian/penilaian.module.js';
import { SetelanModule } from '../../setelan/setelan.module.js';
import { LaporanModule } from '../laporan.module.js';
import { CetakService } from './cetak.service.js';
import { LaporanProcessor } from './laporan.processor.js';
import { PembuatLaporanService } from './pembuat-laporan.service.js';
import { PenutupLaporan } from './penutup-laporan.service.js';
import { SumberLaporan } from './sumber-laporan.service.js';

@Module({
  imports: [LaporanModule, AuditModule, BerkasModule, PenilaianModule, SetelanModule, PdfModule],
  providers: [PembuatLaporanService, PenutupLaporan, CetakService, SumberLaporan, LaporanProcessor],
})
export class LaporanJobsModule {}

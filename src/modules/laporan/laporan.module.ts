import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { BerkasModule } from '../berkas/berkas.module.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { BuktiLaporanService } from './bukti-laporan.service.js';
import { LaporanQueue } from './laporan.queue.js';
import { LaporanService } from './laporan.service.js';

/** Name of the reports' files at the one door. */
export const OBJEK_LAPORAN = 'laporan';

/** Reports as readers and officers meet them; rendering is in `jobs/` and belongs to the worker alone. */
@Module({
  imports: [AuditModule, BerkasModule],
  providers: [LaporanService, LaporanQueue, BuktiLaporanService],
  exports: [LaporanService, LaporanQueue, BuktiLaporanService],
})
export class LaporanModule implements OnModuleInit {
  constructor(
    private readonly berkas: BerkasService,
    private readonly laporan: LaporanService,
  ) {}

  onModuleInit(): void {
    this.berkas.daftarkanPenjaga(OBJEK_LAPORAN, {
      boleh: (aktor, berkas) => this.laporan.bolehBacaBerkas(aktor, berkas.objekId),
      // So that whoever has read it is not asked to read it again.
      dicatat: () => true,
    });
  }
}

import { Module, type OnModuleInit } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { BerkasModule } from '../berkas/berkas.module.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { SetelanModule } from '../setelan/setelan.module.js';
import { NotifikasiModule } from '../notifikasi/notifikasi.module.js';
import { SumberSurat } from '../ormas/sumber-surat.js';
import { BacaSuratService } from './baca-surat.service.js';
import { KabarSuratService } from './kabar-surat.service.js';
import { LambangService, OBJEK_LAMBANG } from './lambang.service.js';
import { SuratQueue } from './surat.queue.js';
import { KonteksSurat, SuratService } from './surat.service.js';

/** Name of the letters' documents at the one door. */
export const OBJEK_SURAT = 'surat';

@Module({
  imports: [AuditModule, BerkasModule, NotifikasiModule, OrmasModule, SetelanModule],
  providers: [SuratService, BacaSuratService, KabarSuratService, LambangService, SuratQueue, KonteksSurat],
  exports: [SuratService, BacaSuratService, KabarSuratService, LambangService],
})
export class SuratModule implements OnModuleInit {
  constructor(
    private readonly berkas: BerkasService,
    private readonly baca: BacaSuratService,
    private readonly sumber: SumberSurat,
  ) {}

  onModuleInit(): void {
    this.sumber.daftarkan((aktor, ormasId) => this.baca.berubah(aktor, ormasId));
    this.berkas.daftarkanPenjaga(OBJEK_SURAT, {
      boleh: (aktor, berkas) => this.baca.bolehBacaBerkas(aktor, berkas.objekId),
      dicatat: () => false,
    });
    this.berkas.daftarkanPenjaga(OBJEK_LAMBANG, {
      boleh: () => Promise.resolve(true),
      dicatat: () => false,
    });
  }
}

import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { BerkasModule } from '../berkas/berkas.module.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { KlasterModule } from '../klaster/klaster.module.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { SuratModule } from '../surat/surat.module.js';
import { WilayahModule } from '../wilayah/wilayah.module.js';
import { BacaPerubahanService } from './baca-perubahan.service.js';
import { FormulirPerubahanService } from './formulir-perubahan.service.js';
import { JejakPerubahan } from './jejak-perubahan.js';
import { KeputusanPerubahanService } from './keputusan-perubahan.service.js';
import { PerubahanOrmas } from './perubahan.entity.js';
import { PerubahanService } from './perubahan.service.js';
import { RujukanPerubahanService } from './rujukan-perubahan.service.js';

const LAYANAN = [
  FormulirPerubahanService,
  PerubahanService,
  KeputusanPerubahanService,
  BacaPerubahanService,
  RujukanPerubahanService,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([PerubahanOrmas]),
    ...[AuditModule, BerkasModule, WilayahModule, KlasterModule, OrmasModule, SuratModule],
  ],
  providers: [...LAYANAN, JejakPerubahan],
  exports: LAYANAN,
})
export class PerubahanModule implements OnModuleInit {
  constructor(
    private readonly berkas: BerkasService,
    private readonly baca: BacaPerubahanService,
  ) {}

  /** Evidence names people and may be a copy of an identity paper: every reading is recorded. */
  onModuleInit(): void {
    this.berkas.daftarkanPenjaga('perubahan', {
      boleh: (aktor, berkas) => this.baca.bolehBukti(aktor, berkas),
      dicatat: () => true,
    });
  }
}

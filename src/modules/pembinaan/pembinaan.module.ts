import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { BerkasModule } from '../berkas/berkas.module.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { KlasterModule } from '../klaster/klaster.module.js';
import { NotifikasiModule } from '../notifikasi/notifikasi.module.js';
import { BacaPembinaanService } from './baca-pembinaan.service.js';
import { DaftarPembinaanService } from './daftar-pembinaan.service.js';
import { MuatPembinaanService } from './muat-pembinaan.service.js';
import { Pembinaan } from './pembinaan.entity.js';
import { PembinaanService } from './pembinaan.service.js';

const LAYANAN = [PembinaanService, BacaPembinaanService, DaftarPembinaanService, MuatPembinaanService];

@Module({
  imports: [TypeOrmModule.forFeature([Pembinaan]), ...[AuditModule, BerkasModule, KlasterModule, NotifikasiModule]],
  providers: LAYANAN,
  exports: LAYANAN,
})
export class PembinaanModule implements OnModuleInit {
  constructor(
    private readonly berkas: BerkasService,
    private readonly baca: BacaPembinaanService,
  ) {}

  /** A letter names people: every reading is recorded. */
  onModuleInit(): void {
    this.berkas.daftarkanPenjaga('pembinaan', {
      boleh: (aktor, berkas) => this.baca.bolehBerkas(aktor, berkas),
      dicatat: () => true,
    });
  }
}

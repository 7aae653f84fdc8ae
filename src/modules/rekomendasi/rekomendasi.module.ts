import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { BerkasModule } from '../berkas/berkas.module.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { KlasterModule } from '../klaster/klaster.module.js';
import { LapanganModule } from '../lapangan/lapangan.module.js';
import { SumberTindakLanjut } from '../lapangan/sumber-tindak-lanjut.js';
import { NotifikasiModule } from '../notifikasi/notifikasi.module.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { SumberRekomendasi } from '../ormas/sumber-rekomendasi.js';
import { BacaRekomendasiService } from './baca-rekomendasi.service.js';
import { EksporRekomendasiService } from './ekspor-rekomendasi.service.js';
import { MuatRekomendasiService } from './muat-rekomendasi.service.js';
import { Rekomendasi } from './rekomendasi.entity.js';
import { bolehKelolaRekomendasi } from './rekomendasi.policy.js';
import { RekomendasiService } from './rekomendasi.service.js';

const LAYANAN = [RekomendasiService, BacaRekomendasiService, EksporRekomendasiService, MuatRekomendasiService];

@Module({
  imports: [
    TypeOrmModule.forFeature([Rekomendasi]),
    ...[AuditModule, BerkasModule, KlasterModule, LapanganModule, NotifikasiModule, OrmasModule],
  ],
  providers: LAYANAN,
  exports: LAYANAN,
})
export class RekomendasiModule implements OnModuleInit {
  constructor(
    private readonly berkas: BerkasService,
    private readonly baca: BacaRekomendasiService,
    private readonly sumber: SumberRekomendasi,
    private readonly tindakLanjut: SumberTindakLanjut,
  ) {}

  /** Evidence may show people: every reading is recorded. */
  onModuleInit(): void {
    this.tindakLanjut.daftarkan({
      dariKunjungan: (id) => this.baca.dariKunjungan(id),
      bolehBeri: bolehKelolaRekomendasi,
    });
    this.sumber.daftarkan((aktor, ormas) => this.baca.ringkas(aktor, ormas));
    this.berkas.daftarkanPenjaga('rekomendasi', {
      boleh: (aktor, berkas) => this.baca.bolehBerkas(aktor, berkas),
      dicatat: () => true,
    });
  }
}

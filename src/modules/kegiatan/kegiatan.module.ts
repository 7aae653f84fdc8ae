import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { BerkasModule } from '../berkas/berkas.module.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { KlasterModule } from '../klaster/klaster.module.js';
import { NotifikasiModule } from '../notifikasi/notifikasi.module.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { SetelanModule } from '../setelan/setelan.module.js';
import { WilayahModule } from '../wilayah/wilayah.module.js';
import { BacaKegiatanService } from './baca-kegiatan.service.js';
import { Kegiatan, KegiatanBukti, LaporanOrmas, ProgramKerja } from './kegiatan.entity.js';
import { KegiatanService } from './kegiatan.service.js';
import { KeputusanKegiatanService } from './keputusan-kegiatan.service.js';
import { MasaKegiatanService } from './masa-kegiatan.service.js';
import { MasaTertutupModule } from './masa-tertutup.js';
import { MuatKegiatanService } from './muat-kegiatan.service.js';
import { NaskahKegiatanService } from './naskah-kegiatan.service.js';
import { RencanaOrmasService } from './rencana-ormas.service.js';
import { RujukanKegiatanService } from './rujukan-kegiatan.service.js';

const LAYANAN = [
  KegiatanService,
  NaskahKegiatanService,
  KeputusanKegiatanService,
  BacaKegiatanService,
  MasaKegiatanService,
  RujukanKegiatanService,
  RencanaOrmasService,
  MuatKegiatanService,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Kegiatan, KegiatanBukti, LaporanOrmas, ProgramKerja]),
    AuditModule,
    BerkasModule,
    WilayahModule,
    KlasterModule,
    NotifikasiModule,
    OrmasModule,
    SetelanModule,
    MasaTertutupModule,
    SetelanModule,
  ],
  providers: LAYANAN,
  exports: LAYANAN,
})
export class KegiatanModule implements OnModuleInit {
  constructor(
    private readonly berkas: BerkasService,
    private readonly baca: BacaKegiatanService,
  ) {}

  /** Evidence is read by whoever may read its report; attendance lists and letters name people, so that is recorded. */
  onModuleInit(): void {
    this.berkas.daftarkanPenjaga('kegiatan', {
      boleh: (aktor, berkas) => this.baca.bolehLihatBukti(aktor, berkas),
      dicatat: (berkas) => berkas.mime === 'application/pdf',
    });
  }
}

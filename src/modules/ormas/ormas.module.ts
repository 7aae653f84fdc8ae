import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { KlasterModule } from '../klaster/klaster.module.js';
import { KontakModule } from '../notifikasi/kontak.module.js';
import { WilayahModule } from '../wilayah/wilayah.module.js';
import { CariKembaranService } from './cari-kembaran.service.js';
import { CariNomorService } from './cari-nomor.service.js';
import { BerkasModule } from '../berkas/berkas.module.js';
import { SerahDokumenService } from './serah-dokumen.service.js';
import { DaftarkanOrmasService } from './daftarkan-ormas.service.js';
import { DokumenOrmasService } from './dokumen-ormas.service.js';
import { LinimasaOrmasService } from './linimasa-ormas.service.js';
import { HariKlaster } from './hari-klaster.js';
import { GabungOrmasService } from './gabung-ormas.service.js';
import { GabunganOrmasService } from './gabungan-ormas.service.js';
import { KontakOrmasService } from './kontak-ormas.service.js';
import { EksporOrmasService } from './ekspor-ormas.service.js';
import { OrmasDaftarService } from './ormas-daftar.service.js';
import { OrmasRegisterService } from './ormas-register.service.js';
import { OrmasRincianService } from './ormas-rincian.service.js';
import { OrmasPublikService } from './ormas-publik.service.js';
import { IndeksOrmasService } from './indeks-ormas.service.js';
import { PilahOrmasService } from './pilah-ormas.service.js';
import { PilahPanjangService } from './pilah-panjang.service.js';
import { PilahPendekService } from './pilah-pendek.service.js';
import { SebaranOrmasService } from './sebaran-ormas.js';
import { Ormas, OrmasDokumen, OrmasKonfirmasi, Pengurus } from './ormas.entity.js';
import { OrmasService } from './ormas.service.js';
import { KeadaanOrmasService } from './keadaan-ormas.service.js';
import { RiwayatOrmasService } from './riwayat-ormas.service.js';
import { StatusOrmasService } from './status-ormas.service.js';
import { UbahOrmasService } from './ubah-ormas.service.js';
import { SaranKlasterService } from './saran-klaster.service.js';
import { SumberFormulir } from './sumber-formulir.js';
import { SumberIko } from './sumber-iko.js';
import { SumberKunjungan, SumberRincian } from './sumber-kunjungan.js';
import { SumberRekomendasi } from './sumber-rekomendasi.js';
import { SumberSurat } from './sumber-surat.js';

const LAYANAN = [
  OrmasService,
  HariKlaster,
  SebaranOrmasService,
  IndeksOrmasService,
  PilahPendekService,
  PilahPanjangService,
  PilahOrmasService,
  OrmasPublikService,
  OrmasDaftarService,
  EksporOrmasService,
  CariNomorService,
  CariKembaranService,
  OrmasRincianService,
  KontakOrmasService,
  GabunganOrmasService,
  GabungOrmasService,
  LinimasaOrmasService,
  SaranKlasterService,
  OrmasRegisterService,
  DaftarkanOrmasService,
  DokumenOrmasService,
  SerahDokumenService,
  StatusOrmasService,
  RiwayatOrmasService,
  KeadaanOrmasService,
  UbahOrmasService,
  SumberIko,
  SumberKunjungan,
  SumberRekomendasi,
  SumberFormulir,
  SumberSurat,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Ormas, Pengurus, OrmasDokumen, OrmasKonfirmasi]),
    AuditModule,
    BerkasModule,
    KlasterModule,
    KontakModule,
    WilayahModule,
  ],
  providers: [...LAYANAN, SumberRincian],
  exports: LAYANAN,
})
export class OrmasModule {}

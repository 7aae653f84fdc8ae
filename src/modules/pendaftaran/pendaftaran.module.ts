import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AkunModule } from '../akun/akun.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { BerkasModule } from '../berkas/berkas.module.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { KlasterModule } from '../klaster/klaster.module.js';
import { LapanganModule } from '../lapangan/lapangan.module.js';
import { SumberPendaftaran } from '../lapangan/sumber-pendaftaran.js';
import { NotifikasiModule } from '../notifikasi/notifikasi.module.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { SetelanModule } from '../setelan/setelan.module.js';
import { SuratModule } from '../surat/surat.module.js';
import { WilayahModule } from '../wilayah/wilayah.module.js';
import { BacaPendaftaranService } from './baca-pendaftaran.service.js';
import { FormulirDisetujuiService } from './formulir-disetujui.service.js';
import { JejakPendaftaran } from './jejak-pendaftaran.js';
import { KembaranPendaftaranService } from './kembaran-pendaftaran.service.js';
import { MasukRegister } from './masuk-register.js';
import { Pendaftaran } from './pendaftaran.entity.js';
import { BERKAS_DOKUMEN, BERKAS_PRIBADI, PendaftaranService } from './pendaftaran.service.js';
import { PengesahanService } from './pengesahan.service.js';
import { PeriksaPendaftaranService } from './periksa-pendaftaran.service.js';
import { RujukanPendaftaranService } from './rujukan-pendaftaran.service.js';
import { sasaranKunjungan } from './sasaran-kunjungan.js';

const LAYANAN = [
  PendaftaranService,
  PeriksaPendaftaranService,
  PengesahanService,
  BacaPendaftaranService,
  RujukanPendaftaranService,
  KembaranPendaftaranService,
  FormulirDisetujuiService,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Pendaftaran]),
    ...[
      AkunModule,
      AuditModule,
      BerkasModule,
      KlasterModule,
      LapanganModule,
      NotifikasiModule,
      OrmasModule,
      SetelanModule,
      SuratModule,
      WilayahModule,
    ],
  ],
  providers: [...LAYANAN, JejakPendaftaran, MasukRegister],
  exports: LAYANAN,
})
export class PendaftaranModule implements OnModuleInit {
  constructor(
    private readonly berkas: BerkasService,
    private readonly baca: BacaPendaftaranService,
    private readonly kunjungan: SumberPendaftaran,
  ) {}

  /** Papers of persons are read by their applicant and by those who examine; whoever reads one leaves a trace. */
  onModuleInit(): void {
    this.kunjungan.daftarkan(sasaranKunjungan);
    for (const objek of [BERKAS_DOKUMEN, BERKAS_PRIBADI]) {
      this.berkas.daftarkanPenjaga(objek, {
        boleh: (aktor, berkas) => this.baca.bolehBacaBerkas(aktor, berkas),
        dicatat: (berkas) => berkas.objek === BERKAS_PRIBADI || berkas.mime === 'application/pdf',
      });
    }
  }
}

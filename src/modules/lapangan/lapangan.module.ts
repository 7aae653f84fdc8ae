import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { BerkasModule } from '../berkas/berkas.module.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { NotifikasiModule } from '../notifikasi/notifikasi.module.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { SumberKunjungan } from '../ormas/sumber-kunjungan.js';
import { SetelanModule } from '../setelan/setelan.module.js';
import { WilayahModule } from '../wilayah/wilayah.module.js';
import { BacaKunjunganService } from './baca-kunjungan.service.js';
import { BeritaAcaraService } from './berita-acara.service.js';
import { FormulirKunjunganService } from './formulir-kunjungan.service.js';
import { JejakKunjungan } from './jejak-kunjungan.js';
import { Kunjungan } from './kunjungan.entity.js';
import { OBJEK, OBJEK_BERITA_ACARA } from './kunjungan.kueri.js';
import { LapanganQueue } from './lapangan.queue.js';
import { PenerbitBeritaAcara } from './penerbit-berita-acara.js';
import { RencanaKunjunganService } from './rencana-kunjungan.service.js';
import { SumberPendaftaran } from './sumber-pendaftaran.js';
import { SumberTindakLanjut } from './sumber-tindak-lanjut.js';
import { TanggapanKunjunganService } from './tanggapan-kunjungan.service.js';

const LAYANAN = [
  RencanaKunjunganService,
  BeritaAcaraService,
  TanggapanKunjunganService,
  BacaKunjunganService,
  FormulirKunjunganService,
  SumberPendaftaran,
  SumberTindakLanjut,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Kunjungan]),
    ...[AuditModule, BerkasModule, NotifikasiModule, OrmasModule, SetelanModule, WilayahModule],
  ],
  providers: [...LAYANAN, JejakKunjungan, PenerbitBeritaAcara, LapanganQueue],
  exports: LAYANAN,
})
export class LapanganModule implements OnModuleInit {
  constructor(
    private readonly berkas: BerkasService,
    private readonly baca: BacaKunjunganService,
    private readonly sumber: SumberKunjungan,
  ) {}

  /** Photos may show people, so only those whose affair the visit is open them; a page of small pictures is no reading. */
  onModuleInit(): void {
    this.sumber.daftarkan((_aktor, ormasId) => this.baca.terbaru(ormasId));
    this.berkas.daftarkanPenjaga(OBJEK, {
      boleh: (aktor, berkas) => this.baca.bolehBukaFoto(aktor, berkas),
      dicatat: () => false,
    });
    this.berkas.daftarkanPenjaga(OBJEK_BERITA_ACARA, {
      boleh: (aktor, berkas) => this.baca.bolehBukaDokumen(aktor, berkas.objekId),
      dicatat: () => true,
    });
  }
}

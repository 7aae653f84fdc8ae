import { Module } from '@nestjs/common';
import { KeadaanKotak } from '../../infra/outbox/keadaan-kotak.js';
import { AuditModule } from '../audit/audit.module.js';
import { KlasterModule } from '../klaster/klaster.module.js';
import { LaporanModule } from '../laporan/laporan.module.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { PenilaianModule } from '../penilaian/penilaian.module.js';
import { RadarModule } from '../radar/radar.module.js';
import { SetelanModule } from '../setelan/setelan.module.js';
import { AngkaKotaService } from './angka-kota.service.js';
import { HalamanKlasterService } from './halaman-klaster.service.js';
import { BantuanService } from './bantuan.service.js';
import { BerandaKantorService } from './beranda-kantor.service.js';
import { BerandaSekretarisService } from './beranda-sekretaris.service.js';
import { BerandaService } from './beranda.service.js';
import { DokumenMenungguService } from './dokumen-menunggu.service.js';
import { DaftarTugasService } from './daftar-tugas.service.js';
import { LangkahAwalService } from './langkah-awal.service.js';
import { SistemService } from './sistem.service.js';
import { TingkatKurangService } from './tingkat-kurang.service.js';
import { UlangiService } from './ulangi.service.js';

/** Reads across all other modules and writes nothing of theirs: the home pages, the clusters, the lists behind them, the system's state. */
@Module({
  imports: [AuditModule, KlasterModule, LaporanModule, OrmasModule, PenilaianModule, RadarModule, SetelanModule],
  providers: [
    KeadaanKotak,
    BantuanService,
    DokumenMenungguService,
    TingkatKurangService,
    AngkaKotaService,
    HalamanKlasterService,
    BerandaKantorService,
    BerandaSekretarisService,
    BerandaService,
    DaftarTugasService,
    LangkahAwalService,
    SistemService,
    UlangiService,
  ],
  exports: [BantuanService, BerandaService, DaftarTugasService, HalamanKlasterService, SistemService, UlangiService],
})
export class DasborModule {}

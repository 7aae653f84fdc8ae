import { Module } from '@nestjs/common';
import { BerkasModule } from '../../berkas/berkas.module.js';
import { PenilaianModule } from '../penilaian.module.js';
import { AliranController } from './aliran.controller.js';
import { HitungController } from './hitung.controller.js';
import { MandiriController } from './mandiri.controller.js';
import { NilaiController } from './nilai.controller.js';
import { PenilaianController } from './penilaian.controller.js';
import { PenutupanController } from './penutupan.controller.js';
import { TempatTingkat } from './tempat-tingkat.js';
import { UnggahanTingkat } from './unggahan-tingkat.js';

// The run's own addresses come first: `/penilaian/hitung/…` is no year.
@Module({
  imports: [BerkasModule, PenilaianModule],
  controllers: [
    AliranController,
    HitungController,
    NilaiController,
    MandiriController,
    PenutupanController,
    PenilaianController,
  ],
  providers: [TempatTingkat, UnggahanTingkat],
})
export class PenilaianWebModule {}

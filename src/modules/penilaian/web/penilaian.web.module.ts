import { Module } from '@nestjs/common';
import { PenilaianModule } from '../penilaian.module.js';
import { AliranController } from './aliran.controller.js';
import { HitungController } from './hitung.controller.js';
import { NilaiController } from './nilai.controller.js';
import { PenilaianController } from './penilaian.controller.js';

// The run's own addresses come first: `/penilaian/hitung/…` is no year.
@Module({
  imports: [PenilaianModule],
  controllers: [AliranController, HitungController, NilaiController, PenilaianController],
})
export class PenilaianWebModule {}

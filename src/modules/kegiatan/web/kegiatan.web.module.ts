import { Module } from '@nestjs/common';
import { BerkasModule } from '../../berkas/berkas.module.js';
import { KegiatanModule } from '../kegiatan.module.js';
import { KegiatanController } from './kegiatan.controller.js';
import { LaporanKegiatanController } from './laporan-kegiatan.controller.js';
import { RencanaController } from './rencana.controller.js';
import { UnggahanBukti } from './unggahan-bukti.js';

@Module({
  imports: [KegiatanModule, BerkasModule],
  providers: [UnggahanBukti],
  controllers: [LaporanKegiatanController, KegiatanController, RencanaController],
})
export class KegiatanWebModule {}

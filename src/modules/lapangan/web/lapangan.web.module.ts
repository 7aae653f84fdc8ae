import { Module } from '@nestjs/common';
import { BerkasModule } from '../../berkas/berkas.module.js';
import { LapanganModule } from '../lapangan.module.js';
import { BeritaAcaraController } from './berita-acara.controller.js';
import { KunjunganController } from './kunjungan.controller.js';
import { RencanaController } from './rencana.controller.js';
import { UnggahanFoto } from './unggahan-foto.js';

@Module({
  imports: [LapanganModule, BerkasModule],
  providers: [UnggahanFoto],
  controllers: [RencanaController, BeritaAcaraController, KunjunganController],
})
export class LapanganWebModule {}

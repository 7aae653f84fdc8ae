import { Module } from '@nestjs/common';
import { BerkasModule } from '../../berkas/berkas.module.js';
import { RekomendasiModule } from '../rekomendasi.module.js';
import { DaftarRekomendasiController } from './daftar.controller.js';
import { RekomendasiController } from './rekomendasi.controller.js';

@Module({
  imports: [RekomendasiModule, BerkasModule],
  // The list first: its words stand where the id of a recommendation stands.
  controllers: [DaftarRekomendasiController, RekomendasiController],
})
export class RekomendasiWebModule {}

import { Module } from '@nestjs/common';
import { BerkasModule } from '../../berkas/berkas.module.js';
import { PembinaanModule } from '../pembinaan.module.js';
import { CatatPembinaanController } from './catat.controller.js';
import { DaftarPembinaanController } from './daftar.controller.js';
import { PembinaanController } from './pembinaan.controller.js';

@Module({
  imports: [PembinaanModule, BerkasModule],
  // The list first: its words stand where the id of a row stands.
  controllers: [DaftarPembinaanController, CatatPembinaanController, PembinaanController],
})
export class PembinaanWebModule {}

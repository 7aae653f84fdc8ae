import { Module } from '@nestjs/common';
import { BerkasModule } from '../../berkas/berkas.module.js';
import { LapanganModule } from '../../lapangan/lapangan.module.js';
import { PendaftaranModule } from '../pendaftaran.module.js';
import { FormulirController } from './formulir.controller.js';
import { PemohonController } from './pemohon.controller.js';
import { PendaftaranController } from './pendaftaran.controller.js';

@Module({
  imports: [PendaftaranModule, BerkasModule, LapanganModule],
  controllers: [PendaftaranController, PemohonController, FormulirController],
})
export class PendaftaranWebModule {}

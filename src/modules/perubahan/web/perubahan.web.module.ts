import { Module } from '@nestjs/common';
import { BerkasModule } from '../../berkas/berkas.module.js';
import { PerubahanModule } from '../perubahan.module.js';
import { PermohonanController } from './permohonan.controller.js';
import { PerubahanController } from './perubahan.controller.js';
import { UnggahanPerubahan } from './unggahan-perubahan.js';

@Module({
  imports: [PerubahanModule, BerkasModule],
  providers: [UnggahanPerubahan],
  controllers: [PermohonanController, PerubahanController],
})
export class PerubahanWebModule {}

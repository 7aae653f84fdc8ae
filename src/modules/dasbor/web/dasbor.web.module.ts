import { Module } from '@nestjs/common';
import { DasborModule } from '../dasbor.module.js';
import { BantuanController } from './bantuan.controller.js';
import { BerandaController } from './beranda.controller.js';
import { KlasterController } from './klaster.controller.js';
import { SistemController } from './sistem.controller.js';

@Module({
  imports: [DasborModule],
  controllers: [BerandaController, KlasterController, SistemController, BantuanController],
})
export class DasborWebModule {}

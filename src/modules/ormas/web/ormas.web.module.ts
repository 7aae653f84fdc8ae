import { Module } from '@nestjs/common';
import { KlasterModule } from '../../klaster/klaster.module.js';
import { OrmasModule } from '../ormas.module.js';
import { DokumenController } from './dokumen.controller.js';
import { KlasterController } from './klaster.controller.js';
import { OrmasController } from './ormas.controller.js';

@Module({ imports: [OrmasModule, KlasterModule], controllers: [OrmasController, DokumenController, KlasterController] })
export class OrmasWebModule {}

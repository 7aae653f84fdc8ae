import { Module } from '@nestjs/common';
import { OrmasModule } from '../ormas.module.js';
import { DokumenController } from './dokumen.controller.js';
import { OrmasController } from './ormas.controller.js';
import { StatusController } from './status.controller.js';

@Module({ imports: [OrmasModule], controllers: [OrmasController, DokumenController, StatusController] })
export class OrmasWebModule {}

import { Module } from '@nestjs/common';
import { OrmasModule } from '../ormas.module.js';
import { DokumenController } from './dokumen.controller.js';
import { OrmasController } from './ormas.controller.js';

@Module({ imports: [OrmasModule], controllers: [OrmasController, DokumenController] })
export class OrmasWebModule {}

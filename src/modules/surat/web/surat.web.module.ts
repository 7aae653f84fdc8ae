import { Module } from '@nestjs/common';
import { SuratModule } from '../surat.module.js';
import { LambangController } from './lambang.controller.js';
import { SuratController } from './surat.controller.js';

@Module({ imports: [SuratModule], controllers: [SuratController, LambangController] })
export class SuratWebModule {}

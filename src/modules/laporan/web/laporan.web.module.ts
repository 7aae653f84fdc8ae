import { Module } from '@nestjs/common';
import { LaporanModule } from '../laporan.module.js';
import { LaporanController } from './laporan.controller.js';

@Module({ imports: [LaporanModule], controllers: [LaporanController] })
export class LaporanWebModule {}

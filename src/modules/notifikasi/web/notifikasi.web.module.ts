import { Module } from '@nestjs/common';
import { NotifikasiModule } from '../notifikasi.module.js';
import { NotifikasiController } from './notifikasi.controller.js';

@Module({ imports: [NotifikasiModule], controllers: [NotifikasiController] })
export class NotifikasiWebModule {}

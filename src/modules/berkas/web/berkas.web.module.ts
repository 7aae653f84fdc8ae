import { Module } from '@nestjs/common';
import { BerkasModule } from '../berkas.module.js';
import { BerkasController } from './berkas.controller.js';

@Module({ imports: [BerkasModule], controllers: [BerkasController] })
export class BerkasWebModule {}

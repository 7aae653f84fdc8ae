import { Module } from '@nestjs/common';
import { SetelanModule } from '../setelan.module.js';
import { HariLiburController } from './hari-libur.controller.js';
import { SetelanController } from './setelan.controller.js';

@Module({ imports: [SetelanModule], controllers: [HariLiburController, SetelanController] })
export class SetelanWebModule {}

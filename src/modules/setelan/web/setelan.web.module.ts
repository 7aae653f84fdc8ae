import { Module } from '@nestjs/common';
import { SetelanModule } from '../setelan.module.js';
import { SetelanController } from './setelan.controller.js';

@Module({ imports: [SetelanModule], controllers: [SetelanController] })
export class SetelanWebModule {}

import { Module } from '@nestjs/common';
import { GandaModule } from '../ganda.module.js';
import { GabungController } from './gabung.controller.js';
import { GandaController } from './ganda.controller.js';

@Module({ imports: [GandaModule], controllers: [GandaController, GabungController] })
export class GandaWebModule {}

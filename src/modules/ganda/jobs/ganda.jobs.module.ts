import { Module } from '@nestjs/common';
import { GandaModule } from '../ganda.module.js';
import { GandaProcessor } from './ganda.processor.js';
import { PenjagaRegister } from './penjaga-register.js';

@Module({ imports: [GandaModule], providers: [GandaProcessor, PenjagaRegister] })
export class GandaJobsModule {}

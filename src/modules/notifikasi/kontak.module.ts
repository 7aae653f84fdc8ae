import { Module } from '@nestjs/common';
import { SumberKontak } from './sumber-kontak.js';

/** Where the register leaves how to reach an ormas; apart from the notices, so that reading a register needs no queue. */
@Module({ providers: [SumberKontak], exports: [SumberKontak] })
export class KontakModule {}

import { Global, Module } from '@nestjs/common';
import { Pekerja } from './pekerja.js';

/** The relay and consumer; imported by the worker process only. */
@Global()
@Module({ providers: [Pekerja], exports: [Pekerja] })
export class PekerjaModule {}

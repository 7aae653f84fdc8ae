import { Module } from '@nestjs/common';
import { PenilaianModule } from '../penilaian.module.js';
import { PenilaianProcessor } from './penilaian.processor.js';

@Module({ imports: [PenilaianModule], providers: [PenilaianProcessor] })
export class PenilaianJobsModule {}

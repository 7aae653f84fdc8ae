import { Module } from '@nestjs/common';
import { RadarModule } from '../radar.module.js';
import { PenjagaHari } from './penjaga-hari.js';
import { RadarProcessor } from './radar.processor.js';

@Module({ imports: [RadarModule], providers: [RadarProcessor, PenjagaHari] })
export class RadarJobsModule {}

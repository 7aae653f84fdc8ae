import { Module } from '@nestjs/common';
import { RadarModule } from '../radar.module.js';
import { RadarController } from './radar.controller.js';

@Module({ imports: [RadarModule], controllers: [RadarController] })
export class RadarWebModule {}

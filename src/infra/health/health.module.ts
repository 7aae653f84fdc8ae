import { Module } from '@nestjs/common';
import { SehatController } from './sehat.controller.js';

@Module({ controllers: [SehatController] })
export class HealthModule {}

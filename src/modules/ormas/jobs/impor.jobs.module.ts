import { Module } from '@nestjs/common';
import { ImporModule } from '../impor.module.js';
import { ImporProcessor } from './impor.processor.js';
import { PenyapuImpor } from './penyapu-impor.js';

@Module({ imports: [ImporModule], providers: [ImporProcessor, PenyapuImpor] })
export class ImporJobsModule {}

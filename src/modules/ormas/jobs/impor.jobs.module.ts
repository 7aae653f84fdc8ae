import { Module } from '@nestjs/common';
import { ImporModule } from '../impor.module.js';
import { ImporProcessor } from './impor.processor.js';
import { PenyapuImpor } from './penyapu-impor.js';
import { PenyapuUbahan } from './penyapu-ubahan.js';

@Module({ imports: [ImporModule], providers: [ImporProcessor, PenyapuImpor, PenyapuUbahan] })
export class ImporJobsModule {}

import { Module } from '@nestjs/common';
import { AkunModule } from '../akun.module.js';
import { PenyapuSesi } from './penyapu-sesi.js';

@Module({ imports: [AkunModule], providers: [PenyapuSesi] })
export class AkunJobsModule {}

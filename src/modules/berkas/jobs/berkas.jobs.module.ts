import { Module } from '@nestjs/common';
import { StorageModule } from '../../../infra/storage/storage.module.js';
import { PenyapuIsi } from './penyapu-isi.js';

@Module({ imports: [StorageModule], providers: [PenyapuIsi] })
export class BerkasJobsModule {}

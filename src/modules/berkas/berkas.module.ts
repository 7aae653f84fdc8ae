import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StorageModule } from '../../infra/storage/storage.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { BacaBerkasService } from './baca-berkas.service.js';
import { Berkas } from './berkas.entity.js';
import { BerkasService } from './berkas.service.js';
import { LembaranService } from './lembaran.service.js';
import { PenerimaUnggahan } from './penerima-unggahan.js';

@Module({
  imports: [TypeOrmModule.forFeature([Berkas]), StorageModule, AuditModule],
  providers: [BerkasService, BacaBerkasService, LembaranService, PenerimaUnggahan],
  exports: [BerkasService, BacaBerkasService, PenerimaUnggahan],
})
export class BerkasModule {}

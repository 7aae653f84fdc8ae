import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StorageModule } from '../../infra/storage/storage.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { BacaBerkasService } from './baca-berkas.service.js';
import { Berkas } from './berkas.entity.js';
import { BerkasService } from './berkas.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Berkas]), StorageModule, AuditModule],
  providers: [BerkasService, BacaBerkasService],
  exports: [BerkasService, BacaBerkasService],
})
export class BerkasModule {}

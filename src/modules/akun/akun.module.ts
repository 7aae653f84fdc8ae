import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { Akun } from './akun.entity.js';
import { AkunService } from './akun.service.js';
import { BukaAkunService } from './buka-akun.service.js';
import { DaftarAkunService } from './daftar-akun.service.js';
import { SesiService } from './sesi.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Akun]), AuditModule],
  providers: [AkunService, BukaAkunService, DaftarAkunService, SesiService],
  exports: [AkunService, BukaAkunService, DaftarAkunService, SesiService],
})
export class AkunModule {}

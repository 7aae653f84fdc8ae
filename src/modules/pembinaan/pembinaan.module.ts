import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { Pembinaan } from './pembinaan.entity.js';
import { PembinaanService } from './pembinaan.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Pembinaan]), AuditModule, OrmasModule],
  providers: [PembinaanService],
  exports: [PembinaanService],
})
export class PembinaanModule {}

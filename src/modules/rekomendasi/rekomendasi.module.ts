import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { Rekomendasi } from './rekomendasi.entity.js';
import { RekomendasiService } from './rekomendasi.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Rekomendasi]), AuditModule, OrmasModule],
  providers: [RekomendasiService],
  exports: [RekomendasiService],
})
export class RekomendasiModule {}

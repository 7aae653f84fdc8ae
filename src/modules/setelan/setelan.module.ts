import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { HariLiburService } from './hari-libur.service.js';
import { JendelaService } from './jendela.service.js';
import { Setelan } from './setelan.entity.js';
import { SetelanService } from './setelan.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Setelan]), AuditModule],
  providers: [SetelanService, HariLiburService, JendelaService],
  exports: [SetelanService, HariLiburService, JendelaService],
})
export class SetelanModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Bidang, BidangOpd, KlasterOrmas, Opd } from './klaster.entity.js';
import { KlasterService } from './klaster.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Opd, Bidang, BidangOpd, KlasterOrmas])],
  providers: [KlasterService],
  exports: [KlasterService],
})
export class KlasterModule {}

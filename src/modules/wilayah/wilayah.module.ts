import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Kecamatan, Kelurahan } from './wilayah.entity.js';
import { WilayahService } from './wilayah.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Kecamatan, Kelurahan])],
  providers: [WilayahService],
  exports: [WilayahService],
})
export class WilayahModule {}

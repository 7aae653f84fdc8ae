import { Module } from '@nestjs/common';
import { OrmasModule } from '../ormas/ormas.module.js';
import { SetelanModule } from '../setelan/setelan.module.js';
import { DirektoriService } from './direktori.service.js';

@Module({
  imports: [OrmasModule, SetelanModule],
  providers: [DirektoriService],
  exports: [DirektoriService, OrmasModule, SetelanModule],
})
export class DirektoriModule {}

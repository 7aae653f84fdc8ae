import { Module } from '@nestjs/common';
import { OrmasModule } from '../ormas/ormas.module.js';
import { WilayahModule } from '../wilayah/wilayah.module.js';
import { KeaktifanService } from './keaktifan.service.js';

/** Signs of life, read in bulk across the tables of many modules; writes nothing. */
@Module({ imports: [OrmasModule, WilayahModule], providers: [KeaktifanService], exports: [KeaktifanService] })
export class KeaktifanModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { KlasterModule } from '../klaster/klaster.module.js';
import { WilayahModule } from '../wilayah/wilayah.module.js';
import { ImporService } from './impor.service.js';
import { MuatOrmasService } from './muat-ormas.service.js';
import { OrmasModule } from './ormas.module.js';

/** Taking registers and archives in. */
@Module({
  imports: [AuditModule, OrmasModule, KlasterModule, WilayahModule],
  providers: [ImporService, MuatOrmasService],
  exports: [ImporService, MuatOrmasService],
})
export class ImporModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { KlasterModule } from '../klaster/klaster.module.js';
import { NotifikasiModule } from '../notifikasi/notifikasi.module.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { BacaPemetaanService } from './baca-pemetaan.service.js';
import { BacaRujukanService } from './baca-rujukan.service.js';
import { KabarPemetaan } from './kabar-pemetaan.js';
import { PemetaanService } from './pemetaan.service.js';
import { RujukanKlasterService } from './rujukan-klaster.service.js';

const LAYANAN = [PemetaanService, BacaPemetaanService, RujukanKlasterService, BacaRujukanService];

@Module({
  imports: [AuditModule, KlasterModule, NotifikasiModule, OrmasModule],
  providers: [...LAYANAN, KabarPemetaan],
  exports: LAYANAN,
})
export class PemetaanModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { KlasterModule } from '../klaster/klaster.module.js';
import { NotifikasiModule } from '../notifikasi/notifikasi.module.js';
import { OrmasModule } from '../ormas/ormas.module.js';
import { WilayahModule } from '../wilayah/wilayah.module.js';
import { BacaGabunganService } from './baca-gabungan.service.js';
import { BandingService } from './banding.service.js';
import { CariPasanganService } from './cari-pasangan.service.js';
import { GandaQueue } from './ganda.queue.js';
import { JejakGabungan } from './jejak-gabungan.js';
import { PasanganService } from './pasangan.service.js';
import { PenggabunganService } from './penggabungan.service.js';

const LAYANAN = [
  CariPasanganService,
  PasanganService,
  BandingService,
  PenggabunganService,
  BacaGabunganService,
  GandaQueue,
];

/** Entries of the register that may be one organisation: found, decided on, merged, and taken apart again. */
@Module({
  imports: [AuditModule, KlasterModule, NotifikasiModule, OrmasModule, WilayahModule],
  providers: [...LAYANAN, JejakGabungan],
  exports: LAYANAN,
})
export class GandaModule {}

import { Module } from '@nestjs/common';
import { ImporModule } from '../impor.module.js';
import { OrmasModule } from '../ormas.module.js';
import { HariKlasterPekerja } from './hari-klaster.pekerja.js';
import { ImporProcessor } from './impor.processor.js';
import { PenyapuImpor } from './penyapu-impor.js';
import { PenyapuUbahan } from './penyapu-ubahan.js';

@Module({
  imports: [ImporModule, OrmasModule],
  providers: [HariKlasterPekerja, ImporProcessor, PenyapuImpor, PenyapuUbahan],
})
export class ImporJobsModule {}

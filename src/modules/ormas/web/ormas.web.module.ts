import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { BerkasModule } from '../../berkas/berkas.module.js';
import { OrmasModule } from '../ormas.module.js';
import { AlihanGabungan } from './alihan-gabungan.js';
import { DokumenController } from './dokumen.controller.js';
import { EksporController } from './ekspor.controller.js';
import { OrmasController } from './ormas.controller.js';
import { SerahDokumenController } from './serah-dokumen.controller.js';
import { SaranController } from './saran.controller.js';
import { StatusController } from './status.controller.js';

@Module({
  imports: [OrmasModule, BerkasModule],
  controllers: [
    SaranController,
    EksporController,
    OrmasController,
    SerahDokumenController,
    DokumenController,
    StatusController,
  ],
})
export class OrmasWebModule implements NestModule {
  configure(pemasang: MiddlewareConsumer): void {
    pemasang.apply(AlihanGabungan).forRoutes('ormas/*jalur');
  }
}

import { Module } from '@nestjs/common';
import { KlasterModule } from '../klaster/klaster.module.js';
import { WilayahModule } from '../wilayah/wilayah.module.js';
import { ImporService } from './impor.service.js';
import { OrmasModule } from './ormas.module.js';

@Module({ imports: [OrmasModule, KlasterModule, WilayahModule], providers: [ImporService], exports: [ImporService] })
export class ImporModule {}

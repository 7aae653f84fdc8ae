import { Module } from '@nestjs/common';
import { AkunModule } from '../akun.module.js';
import { DaftarController } from './daftar.controller.js';
import { MasukController } from './masuk.controller.js';
import { PenggunaController } from './pengguna.controller.js';
import { SesiController } from './sesi.controller.js';

@Module({ imports: [AkunModule], controllers: [DaftarController, MasukController, SesiController, PenggunaController] })
export class AkunWebModule {}

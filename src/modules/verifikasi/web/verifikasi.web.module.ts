import { Module } from '@nestjs/common';
import { LaporanModule } from '../../laporan/laporan.module.js';
import { SuratModule } from '../../surat/surat.module.js';
import { VerifikasiController } from './verifikasi.controller.js';

/** Public checking of papers; owns no table, asks the modules whose papers they are. */
@Module({ imports: [SuratModule, LaporanModule], controllers: [VerifikasiController] })
export class VerifikasiWebModule {}

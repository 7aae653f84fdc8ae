import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { BerandaService } from '../beranda.service.js';
import { DaftarTugasService } from '../daftar-tugas.service.js';
import { DAFTAR_TUGAS } from '../dasbor.types.js';
import { presentBeranda } from './beranda.presenter.js';
import { presentDaftarTugas } from './daftar.presenter.js';
import { nomorHalaman } from './dasbor.paths.js';

/** The home page of every role, and the lists behind its tasks. */
@Controller()
export class BerandaController {
  constructor(
    private readonly beranda: BerandaService,
    private readonly daftar: DaftarTugasService,
  ) {}

  @Get()
  @Render('dasbor/beranda')
  async rumah(@AktorIni() aktor: Aktor) {
    return presentBeranda(await this.beranda.bahan(aktor));
  }

  @Get('tugas/:daftar')
  @Render('dasbor/daftar')
  async tugas(
    @AktorIni() aktor: Aktor,
    @Param('daftar') nama: string,
    @Query('halaman') halaman: unknown,
    @Query('opd') opd: unknown,
  ) {
    const daftar = DAFTAR_TUGAS.find((d) => d === nama);
    if (!daftar) throw new DomainError('tidak-ditemukan');
    const kode = typeof opd === 'string' && opd !== '' ? opd : null;
    const terbuka = await this.daftar.buka(aktor, daftar, nomorHalaman(halaman), kode);
    return presentDaftarTugas(daftar, terbuka);
  }
}

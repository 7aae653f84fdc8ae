import { Controller, Get, Param, Query, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { isPemohon } from '../../pendaftaran/pendaftaran.policy.js';
import { BerandaService } from '../beranda.service.js';
import { DaftarTugasService } from '../daftar-tugas.service.js';
import { DAFTAR_TUGAS } from '../dasbor.types.js';
import { presentBeranda } from './beranda.presenter.js';
import { presentDaftarTugas } from './daftar.presenter.js';
import { jalurLain, nomorHalaman } from './dasbor.paths.js';

/** The home page of every role, and the lists behind its tasks. */
@Controller()
export class BerandaController {
  constructor(
    private readonly beranda: BerandaService,
    private readonly daftar: DaftarTugasService,
  ) {}

  @Get()
  async rumah(@AktorIni() aktor: Aktor, @Res() res: Response): Promise<void> {
    // An applicant has one thing to do here.
    if (isPemohon(aktor)) return res.redirect(303, jalurLain.pendaftaran());
    res.render('dasbor/beranda', presentBeranda(await this.beranda.bahan(aktor)));
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

import { Body, Controller, Get, Param, ParseIntPipe, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { PenutupanService } from '../penutupan.service.js';
import { StatusPeriodeDto, TutupPeriodeDto } from './penilaian.dto.js';
import { jalurPenilaian } from './penilaian.paths.js';
import { presentPenutupan } from './penutupan.presenter.js';

/** Closing a period, asked once more with what would stay undone, and opening it again. */
@Controller('penilaian/:tahun')
export class PenutupanController {
  constructor(private readonly penutupan: PenutupanService) {}

  @Get('tutup')
  @Render('penilaian/tutup')
  tinjau(@AktorIni() aktor: Aktor, @Param('tahun', ParseIntPipe) tahun: number) {
    return this.halaman(aktor, tahun, []);
  }

  @Post('tutup')
  async tutup(
    @AktorIni() aktor: Aktor,
    @Param('tahun', ParseIntPipe) tahun: number,
    @Body() isi: Record<string, unknown>,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const periksa = await periksaIsian(TutupPeriodeDto, isi);
    if (!periksa.ok) {
      res.status(422).render('penilaian/tutup', await this.halaman(aktor, tahun, periksa.galat));
      return;
    }
    await this.penutupan.tutup(aktor, tahun, periksa.isian.versi);
    kilat(req, 'berhasil', `Periode ${tahun} ditutup; tingkat indikator dibekukan.`);
    res.redirect(303, jalurPenilaian.tahun(tahun));
  }

  @Post('buka')
  async buka(
    @AktorIni() aktor: Aktor,
    @Param('tahun', ParseIntPipe) tahun: number,
    @Body() isi: StatusPeriodeDto,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    await this.penutupan.bukaKembali(aktor, tahun, isi.versi, isi.alasan ?? '');
    kilat(req, 'berhasil', `Periode ${tahun} dibuka kembali.`);
    res.redirect(303, jalurPenilaian.tahun(tahun));
  }

  private async halaman(aktor: Aktor, tahun: number, galat: GalatIsian[]) {
    return presentPenutupan(tahun, await this.penutupan.tinjau(aktor, tahun), galat);
  }
}

import { Body, Controller, Get, Inject, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { sha256 } from '../../../common/sidik.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { SesiService } from '../sesi.service.js';
import { GantiSandiDto } from './akun.dto.js';
import { jalurAkun } from './akun.paths.js';
import { presentSandi, presentSesi } from './akun.presenter.js';

/** One's own account: where one is signed in, and the password. */
@Controller('akun')
export class SesiController {
  constructor(@Inject(SesiService) private readonly sesi: SesiService) {}

  @Get('sesi')
  @Render('akun/sesi')
  async daftar(@AktorIni() aktor: Aktor, @Req() req: Request) {
    return presentSesi(await this.sesi.daftar(aktor), sha256(req.sessionID));
  }

  @Post('sesi/:id/akhiri')
  async akhiri(
    @AktorIni() aktor: Aktor,
    @Param('id') id: string,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    await this.sesi.akhiri(aktor, id);
    if (id === sha256(req.sessionID)) return res.redirect(303, jalurAkun.masuk());
    kilat(req, 'berhasil', 'Sesi itu sudah diakhiri.');
    res.redirect(303, jalurAkun.sesi());
  }

  @Get('sandi')
  @Render('akun/sandi')
  halamanSandi() {
    return presentSandi([]);
  }

  @Post('sandi')
  async gantiSandi(
    @AktorIni() aktor: Aktor,
    @Req() req: Request,
    @Res() res: Response,
    @Body() isi: Record<string, unknown>,
  ): Promise<void> {
    const periksa = await periksaIsian(GantiSandiDto, isi);
    const ulang = (galat: GalatIsian[]) => res.status(422).render('akun/sandi', presentSandi(galat));
    if (!periksa.ok) return ulang(periksa.galat);
    try {
      await this.sesi.gantiSandi(aktor, req.sessionID, periksa.isian.sandiLama, periksa.isian.sandiBaru);
    } catch (galat) {
      if (galat instanceof DomainError && galat.rincian.isian) return ulang(galat.rincian.isian);
      throw galat;
    }
    kilat(req, 'berhasil', 'Kata sandi sudah diganti. Sesi Anda di perangkat lain sudah diakhiri.');
    res.redirect(303, jalurAkun.sesi());
  }
}

import { Body, Controller, Get, Inject, Param, ParseIntPipe, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { AkunService } from '../akun.service.js';
import { AkunBaruDto, AturAktifDto } from './akun.dto.js';
import { jalurAkun } from './akun.paths.js';
import { presentPengguna } from './akun.presenter.js';

const KOSONG = { surel: '', nama: '', peran: '', opdId: '', ormasId: '' };

declare module 'express-session' {
  interface SessionData {
    /** A one-time link just made, to be shown once to the admin who made it. */
    tautanBaru?: string;
  }
}

/** The admin's page of accounts. */
@Controller('pengguna')
export class PenggunaController {
  constructor(@Inject(AkunService) private readonly akun: AkunService) {}

  @Get()
  @Render('akun/pengguna')
  async daftar(@AktorIni() aktor: Aktor, @Req() req: Request) {
    const tautan = req.session.tautanBaru ?? null;
    delete req.session.tautanBaru;
    return this.sajikan(aktor, KOSONG, [], tautan);
  }

  @Post()
  async buat(
    @AktorIni() aktor: Aktor,
    @Req() req: Request,
    @Res() res: Response,
    @Body() isi: Record<string, unknown>,
  ): Promise<void> {
    const isian = Object.fromEntries(
      Object.keys(KOSONG).map((k) => [k, typeof isi[k] === 'string' ? isi[k] : '']),
    ) as typeof KOSONG;
    const ulang = async (galat: GalatIsian[]) =>
      res.status(422).render('akun/pengguna', await this.sajikan(aktor, isian, galat, null));
    const periksa = await periksaIsian(AkunBaruDto, isi);
    if (!periksa.ok) return ulang(periksa.galat);
    try {
      const id = await this.akun.buat(aktor, periksa.isian);
      req.session.tautanBaru = await this.tautan(req, aktor, id);
    } catch (galat) {
      if (galat instanceof DomainError && galat.rincian.isian) return ulang(galat.rincian.isian);
      throw galat;
    }
    kilat(req, 'berhasil', 'Akun dibuat. Sampaikan tautan di bawah ini kepada pemiliknya.');
    res.redirect(303, jalurAkun.pengguna());
  }

  @Post(':id/tautan')
  async buatTautan(
    @AktorIni() aktor: Aktor,
    @Param('id', ParseIntPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    req.session.tautanBaru = await this.tautan(req, aktor, id);
    res.redirect(303, jalurAkun.pengguna());
  }

  @Post(':id/aktif')
  async aturAktif(
    @AktorIni() aktor: Aktor,
    @Param('id', ParseIntPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
    @Body() isi: AturAktifDto,
  ): Promise<void> {
    await this.akun.aturAktif(aktor, id, isi.versi, isi.aktif === 'ya');
    kilat(req, 'berhasil', isi.aktif === 'ya' ? 'Akun diaktifkan.' : 'Akun dinonaktifkan dan semua sesinya diakhiri.');
    res.redirect(303, jalurAkun.pengguna());
  }

  private async tautan(req: Request, aktor: Aktor, id: number): Promise<string> {
    return `${req.protocol}://${req.get('host')}${jalurAkun.tautan(await this.akun.buatTautanSandi(aktor, id))}`;
  }

  private async sajikan(aktor: Aktor, isian: typeof KOSONG, galat: GalatIsian[], tautan: string | null) {
    const [daftar, opd] = [await this.akun.daftar(aktor), await this.akun.pilihanOpd()];
    return presentPengguna({ daftar, opd, isian, galat, tautan, aktorId: aktor.id });
  }
}

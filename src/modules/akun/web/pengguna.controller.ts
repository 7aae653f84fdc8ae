import { Body, Controller, Get, Inject, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { type Config } from '../../../infra/config/config.js';
import { CONFIG } from '../../../infra/config/config.module.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { AkunService } from '../akun.service.js';
import { AkunBaruDto, AturAktifDto } from './akun.dto.js';
import { jalurAkun } from './akun.paths.js';
import { presentPengguna } from './akun.presenter.js';

const KOSONG = { surel: '', nama: '', peran: '', opdId: '', ormasId: '' };

/** The admin's page of accounts. */
@Controller('pengguna')
export class PenggunaController {
  constructor(
    private readonly akun: AkunService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Render('akun/pengguna')
  async daftar(@AktorIni() aktor: Aktor) {
    return this.sajikan(aktor, KOSONG, [], null);
  }

  @Post()
  async buat(@AktorIni() aktor: Aktor, @Res() res: Response, @Body() isi: Record<string, unknown>): Promise<void> {
    const isian = Object.fromEntries(
      Object.keys(KOSONG).map((k) => [k, typeof isi[k] === 'string' ? isi[k] : '']),
    ) as typeof KOSONG;
    const ulang = async (galat: GalatIsian[]) =>
      res.status(422).render('akun/pengguna', await this.sajikan(aktor, isian, galat, null));
    const periksa = await periksaIsian(AkunBaruDto, isi);
    if (!periksa.ok) return ulang(periksa.galat);
    try {
      const id = await this.akun.buat(aktor, periksa.isian);
      await this.tunjukkanTautan(aktor, id, res);
    } catch (galat) {
      if (galat instanceof DomainError && galat.rincian.isian) return ulang(galat.rincian.isian);
      throw galat;
    }
  }

  @Post(':id/tautan')
  async buatTautan(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Res() res: Response): Promise<void> {
    await this.tunjukkanTautan(aktor, id, res);
  }

  @Post(':id/aktif')
  async aturAktif(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
    @Body() isi: AturAktifDto,
  ): Promise<void> {
    await this.akun.aturAktif(aktor, id, isi.versi, isi.aktif === 'ya');
    kilat(req, 'berhasil', isi.aktif === 'ya' ? 'Akun diaktifkan.' : 'Akun dinonaktifkan dan semua sesinya diakhiri.');
    res.redirect(303, jalurAkun.pengguna());
  }

  /** Answers the post itself with the link: it stands nowhere but on this one page. */
  private async tunjukkanTautan(aktor: Aktor, id: number, res: Response): Promise<void> {
    const tautan = this.config.portalUrl + jalurAkun.tautan(await this.akun.buatTautanSandi(aktor, id));
    res.render('akun/pengguna', await this.sajikan(aktor, KOSONG, [], tautan));
  }

  private async sajikan(aktor: Aktor, isian: typeof KOSONG, galat: GalatIsian[], tautan: string | null) {
    const [daftar, opd] = [await this.akun.daftar(aktor), await this.akun.pilihanOpd()];
    return presentPengguna({ daftar, opd, isian, galat, tautan, aktorId: aktor.id });
  }
}

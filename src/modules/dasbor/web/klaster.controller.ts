import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { bolehLihatSemuaKlaster } from '../../ormas/ormas.policy.js';
import { TAMPIL_KLASTER, type TampilKlaster } from '../dasbor.types.js';
import { HalamanKlasterService } from '../halaman-klaster.service.js';
import { jalurDasbor, nomorHalaman } from './dasbor.paths.js';
import { presentKlasterOpd, presentSemuaKlaster } from './klaster.presenter.js';

const tampilan = (kueri: Record<string, unknown>): TampilKlaster =>
  TAMPIL_KLASTER.find((t) => t === kueri.tampil) ?? '';

/** The clusters. Their pages are made of register, activities and scores, so they stand here. */
@Controller('klaster')
export class KlasterController {
  constructor(private readonly klaster: HalamanKlasterService) {}

  @Get()
  async semua(@AktorIni() aktor: Aktor, @Res() res: Response): Promise<void> {
    const milik = await this.klaster.milik(aktor);
    if (milik !== null) return res.redirect(303, jalurDasbor.klasterOpd(milik));
    res.render('klaster/semua', presentSemuaKlaster(await this.klaster.semua(aktor)));
  }

  @Get(':kode')
  async opd(
    @AktorIni() aktor: Aktor,
    @Param('kode') kode: string,
    @Query() kueri: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    // A code typed by hand: the address of the page is the one in small letters.
    if (kode !== kode.toLowerCase()) return res.redirect(303, jalurDasbor.klasterOpd(kode.toLowerCase()));
    const klaster = await this.klaster.opd(aktor, kode, nomorHalaman(kueri.halaman), tampilan(kueri));
    res.render('klaster/opd', presentKlasterOpd(klaster, bolehLihatSemuaKlaster(aktor)));
  }

  /** All of it on one sheet. */
  @Get(':kode/cetak')
  async cetak(
    @AktorIni() aktor: Aktor,
    @Param('kode') kode: string,
    @Query() kueri: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    const klaster = await this.klaster.opd(aktor, kode, null, tampilan(kueri));
    res.render('klaster/opd', presentKlasterOpd(klaster, bolehLihatSemuaKlaster(aktor), true));
  }
}

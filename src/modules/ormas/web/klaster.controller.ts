import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { KlasterService } from '../../klaster/klaster.service.js';
import { OrmasDaftarService } from '../ormas-daftar.service.js';
import { bolehLihatSemuaKlaster } from '../ormas.policy.js';
import { presentKlasterOpd, presentSemuaKlaster } from './klaster.presenter.js';
import { jalurOrmas, SARINGAN_KOSONG } from './ormas.paths.js';
import { bacaHalaman, type Kueri } from './ormas.saringan.js';

/** How many that wait for a decision stand on the overview. */
const BELUM_MAKS = 10;

/** The clusters. They are made of ormas, so their pages stand here; the module klaster knows no ormas. */
@Controller('klaster')
export class KlasterController {
  constructor(
    private readonly senarai: OrmasDaftarService,
    private readonly klaster: KlasterService,
  ) {}

  @Get()
  async semua(@AktorIni() aktor: Aktor, @Res() res: Response): Promise<void> {
    const data = await this.klaster.data();
    const milik = data.opd.find((o) => o.id === aktor.opdId);
    if (aktor.peran === 'opd' && milik) return res.redirect(303, jalurOrmas.klasterOpd(milik.kode));
    const [angka, belum] = await Promise.all([
      this.senarai.angkaKlaster(aktor),
      this.senarai.daftar(aktor, { ...SARINGAN_KOSONG, opd: 'belum' }, 1, BELUM_MAKS),
    ]);
    const bidang = new Map(data.bidang.map((b) => [b.id, b.nama]));
    res.render('klaster/semua', presentSemuaKlaster({ opd: data.opd, bidang, pemetaan: data.pemetaan }, angka, belum));
  }

  @Get(':kode')
  async opd(
    @AktorIni() aktor: Aktor,
    @Param('kode') kode: string,
    @Query() kueri: Kueri,
    @Res() res: Response,
  ): Promise<void> {
    const klaster = await this.senarai.klasterOpd(aktor, kode, bacaHalaman(kueri));
    res.render('klaster/opd', presentKlasterOpd(klaster, bolehLihatSemuaKlaster(aktor)));
  }
}

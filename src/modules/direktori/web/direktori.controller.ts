import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Config } from '../../../infra/config/config.js';
import { CONFIG } from '../../../infra/config/config.module.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { Publik } from '../../../infra/http/publik.decorator.js';
import { DirektoriService } from '../direktori.service.js';
import { BatasLaju, TAKARAN_HALAMAN } from './batas-laju.js';
import { bolehDisimpan } from './direktori.jawab.js';
import { presentDirektori, presentKeliru, presentOrmasPublik } from './direktori.presenter.js';
import { jalurDirektori } from './direktori.paths.js';
import { bacaPermintaan } from './direktori.saringan.js';

/** The pages of the public directory: no session, the same for everybody, kept by whoever wants to keep them. */
@Publik()
@Controller('direktori')
export class DirektoriController {
  constructor(
    private readonly direktori: DirektoriService,
    private readonly batas: BatasLaju,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async daftar(@Query() kueri: Record<string, unknown>, @Req() req: Request, @Res() res: Response): Promise<void> {
    this.batas.ambil('halaman', req.ip ?? '', TAKARAN_HALAMAN);
    const opsi = await this.direktori.opsi();
    const kantor = await this.direktori.kantor();
    // One page for the search engines, and one for each ormas: not one for every word.
    if (Object.keys(kueri).length > 0) res.setHeader('X-Robots-Tag', 'noindex, follow');
    const { saringan, halaman, galat } = bacaPermintaan(kueri, opsi);
    if (galat.length > 0) {
      return res.status(422).render('direktori/daftar', presentKeliru(saringan, opsi, kantor, galat));
    }
    const hasil = await this.direktori.cari(saringan, halaman);
    // A page beyond the last is not there; that nothing was found is an answer.
    if (halaman > 1 && hasil.halaman.isi.length === 0) res.status(404);
    else bolehDisimpan(res);
    res.render('direktori/daftar', presentDirektori(hasil, opsi, { kantor, hari: this.direktori.hari() }));
  }

  @Get(':id')
  async satu(
    @Param('id', IdPipe) id: number,
    @Query('dari') dari: unknown,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    this.batas.ambil('halaman', req.ip ?? '', TAKARAN_HALAMAN);
    const tujuan = await this.direktori.tujuan(id);
    // Not for ever: a merging can be taken back.
    if (tujuan !== null) return res.redirect(302, `${jalurDirektori.satu(tujuan)}?dari=${id}`);
    const ormas = await this.direktori.satu(id);
    const bahan = {
      kantor: await this.direktori.kantor(),
      hari: this.direktori.hari(),
      portal: this.config.portalUrl,
      dari: await this.direktori.asalAlamat(id, dari),
    };
    bolehDisimpan(res);
    res.render('direktori/rincian', presentOrmasPublik(ormas, bahan));
  }
}

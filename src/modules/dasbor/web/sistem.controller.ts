import { Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { SistemService } from '../sistem.service.js';
import { UlangiService } from '../ulangi.service.js';
import { jalurDasbor } from './dasbor.paths.js';
import { presentSistem } from './sistem.presenter.js';

/** The admin's page of the machinery. */
@Controller('sistem')
export class SistemController {
  constructor(
    private readonly sistem: SistemService,
    private readonly ulangi: UlangiService,
  ) {}

  @Get()
  @Render('dasbor/sistem')
  async keadaan(@AktorIni() aktor: Aktor) {
    return presentSistem(await this.sistem.keadaan(aktor));
  }

  @Post('pekerjaan/:id/coba-lagi')
  async cobaLagi(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    await this.ulangi.cobaLagi(aktor, id);
    kilat(req, 'berhasil', 'Pekerjaan dimasukkan kembali ke antrean. Muat ulang halaman ini untuk melihat hasilnya.');
    res.redirect(303, jalurDasbor.sistem());
  }
}

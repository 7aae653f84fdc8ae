import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { OrmasRincianService } from '../ormas-rincian.service.js';
import { type RincianOrmas } from '../ormas.types.js';
import { StatusOrmasService } from '../status-ormas.service.js';
import { StatusDto } from './ormas.dto.js';
import { jalurOrmas } from './ormas.paths.js';
import { type KetikanStatus, ketikanStatus, presentStatus } from './status.presenter.js';

/** Standing in the register: suspended, revoked, dissolved, registered again. */
@Controller('ormas/:id/status')
export class StatusController {
  constructor(
    private readonly status: StatusOrmasService,
    private readonly terperinci: OrmasRincianService,
  ) {}

  @Get()
  @Render('ormas/status')
  async formulir(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    const o = await this.untuk(aktor, id);
    return presentStatus(o, ketikanStatus(o));
  }

  @Post()
  async ubah(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() isi: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    const o = await this.untuk(aktor, id);
    const teks = (k: keyof KetikanStatus): string => (typeof isi[k] === 'string' ? isi[k] : '');
    const ulang = (galat: GalatIsian[]): void => {
      const diketik = {
        status: teks('status'),
        berlaku: teks('berlaku'),
        alasan: teks('alasan'),
        versi: teks('versi'),
      };
      res.status(422).render('ormas/status', presentStatus(o, diketik, galat));
    };
    const periksa = await periksaIsian(StatusDto, isi);
    if (!periksa.ok) return ulang(periksa.galat);
    const { versi, ...isian } = periksa.isian;
    try {
      await this.status.ubahStatus(aktor, id, versi, isian);
    } catch (galat) {
      if (galat instanceof DomainError && galat.rincian.isian) return ulang(galat.rincian.isian);
      throw galat;
    }
    kilat(res.req, 'berhasil', 'Status disimpan dan tercatat dalam riwayat.');
    res.redirect(303, jalurOrmas.rincian(id));
  }

  private async untuk(aktor: Aktor, id: number): Promise<RincianOrmas> {
    const o = await this.terperinci.rincian(aktor, id);
    if (!o.boleh.ubahStatus) throw new DomainError('tidak-berwenang');
    return o;
  }
}

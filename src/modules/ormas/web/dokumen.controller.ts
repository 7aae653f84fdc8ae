import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { DokumenOrmasService } from '../dokumen-ormas.service.js';
import { TemuanDokumenDto } from './ormas.dto.js';
import { jalurOrmas } from './ormas.paths.js';

/** Findings on the documents of an ormas. */
@Controller('ormas/:id/dokumen')
export class DokumenController {
  constructor(private readonly dokumen: DokumenOrmasService) {}

  @Post(':dokumenId')
  async periksa(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Param('dokumenId', IdPipe) dokumenId: number,
    @Body() isi: TemuanDokumenDto,
    @Res() res: Response,
  ): Promise<void> {
    await this.dokumen.periksa(aktor, id, dokumenId, isi);
    kilat(res.req, 'berhasil', isi.hasil === 'sah' ? 'Dokumen dinyatakan sah.' : 'Dokumen dinyatakan tidak sah.');
    res.redirect(303, `${jalurOrmas.rincian(id)}#pemeriksaan`);
  }
}

import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { ImporBacaService } from '../impor-baca.service.js';
import { ImporKoreksiService } from '../impor-koreksi.service.js';
import { bolehUbahImpor } from '../impor.policy.js';
import { bidangKolom, type PratinjauImpor } from '../impor.types.js';
import { jalurImpor } from './impor.paths.js';
import { presentKoreksi } from './impor.presenter.js';

/** One line of a preview: corrected, left out, taken back. */
@Controller('impor/:id/baris/:nomor')
export class ImporBarisController {
  constructor(
    private readonly baca: ImporBacaService,
    private readonly perbaikan: ImporKoreksiService,
  ) {}

  @Get()
  @Render('impor/baris')
  async formulir(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Param('nomor', IdPipe) nomor: number) {
    return presentKoreksi(await this.untukDiubah(aktor, id), await this.baca.satuBaris(id, nomor));
  }

  @Post()
  async koreksi(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Param('nomor', IdPipe) nomor: number,
    @Body() isi: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    const p = await this.untukDiubah(aktor, id);
    const teks = (k: string): string => (typeof isi[k] === 'string' ? isi[k] : '');
    const diketik = p.judul.map((_, i) => teks(bidangKolom(i)));
    try {
      await this.perbaikan.koreksi(aktor, id, nomor, Number(isi.versi), diketik);
    } catch (galat) {
      if (!(galat instanceof DomainError && galat.rincian.isian)) throw galat;
      const ulang = { diketik, galat: galat.rincian.isian, versi: teks('versi') };
      res.status(422).render('impor/baris', presentKoreksi(p, await this.baca.satuBaris(id, nomor), ulang));
      return;
    }
    kilat(res.req, 'berhasil', `Baris ${nomor} dikoreksi dan diperiksa lagi.`);
    res.redirect(303, jalurImpor.pratinjau(id));
  }

  @Post('lewati')
  async lewati(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Param('nomor', IdPipe) nomor: number,
    @Body() isi: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    const dilewati = isi.dilewati === '1';
    await this.perbaikan.lewati(aktor, id, nomor, Number(isi.versi), dilewati);
    kilat(res.req, 'berhasil', dilewati ? `Baris ${nomor} ditinggalkan.` : `Baris ${nomor} diikutkan kembali.`);
    res.redirect(303, jalurImpor.pratinjau(id));
  }

  private async untukDiubah(aktor: Aktor, id: number): Promise<PratinjauImpor> {
    const p = await this.baca.pratinjau(aktor, id);
    if (!bolehUbahImpor(aktor, { dibuatOleh: aktor.id ?? 0, status: p.status })) {
      throw new DomainError('transisi-tidak-sah', 'Pratinjau ini sedang diperiksa, atau sudah dimasukkan ke register.');
    }
    return p;
  }
}

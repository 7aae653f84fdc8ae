import { Body, Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { BandingService } from '../banding.service.js';
import { CariPasanganService } from '../cari-pasangan.service.js';
import { PasanganService } from '../pasangan.service.js';
import { presentBanding } from './banding.presenter.js';
import { bacaHalaman, bacaSaringan, teksIsian, versiDari } from './ganda.isian.js';
import { jalurGanda } from './ganda.paths.js';
import { presentDaftar } from './ganda.presenter.js';

type Isi = Record<string, unknown>;

/** Entries that may be one organisation: the list, two side by side, and the word that they are two. */
@Controller('ganda')
export class GandaController {
  constructor(
    private readonly pasangan: PasanganService,
    private readonly pembanding: BandingService,
    private readonly pencari: CariPasanganService,
  ) {}

  @Get()
  @Render('ganda/daftar')
  async daftar(@AktorIni() aktor: Aktor, @Query() kueri: Isi) {
    const saringan = bacaSaringan(kueri);
    return presentDaftar(aktor, await this.pasangan.daftar(aktor, saringan, bacaHalaman(kueri)), saringan);
  }

  /** Asks the worker to look through the register now. */
  @Post('cari')
  async cari(@AktorIni() aktor: Aktor, @Req() req: Request, @Res() res: Response): Promise<void> {
    await this.pencari.minta(aktor);
    kilat(req, 'berhasil', 'Register sedang diperiksa. Muat ulang halaman ini sebentar lagi.');
    res.redirect(303, jalurGanda.daftar());
  }

  /** Two entries by their numbers, as somebody typed them. */
  @Get('banding')
  async pilih(@AktorIni() aktor: Aktor, @Query() kueri: Isi, @Res() res: Response): Promise<void> {
    const [a, b] = [nomor(kueri.a), nomor(kueri.b)];
    if (a !== null && b !== null && a !== b)
      return res.redirect(303, jalurGanda.banding(Math.min(a, b), Math.max(a, b)));
    const galat: GalatIsian[] = [
      ...(a === null ? [{ bidang: 'a', pesan: 'Isi nomor catatan pertama.' }] : []),
      ...(b === null || a === b
        ? [{ bidang: 'b', pesan: b === null ? 'Isi nomor catatan kedua.' : 'Isi nomor yang berbeda.' }]
        : []),
    ];
    const saringan = bacaSaringan({});
    const halaman = await this.pasangan.daftar(aktor, saringan, 1);
    const ketikan = { ...teksIsian(kueri, ['a', 'b']), galat };
    res.status(422).render('ganda/daftar', presentDaftar(aktor, halaman, saringan, ketikan));
  }

  @Get('banding/:a/:b')
  @Render('ganda/banding')
  async banding(@AktorIni() aktor: Aktor, @Param('a', IdPipe) a: number, @Param('b', IdPipe) b: number) {
    return presentBanding(await this.pembanding.banding(aktor, a, b));
  }

  @Post('banding/:a/:b/bukan')
  async bukan(
    @AktorIni() aktor: Aktor,
    @Param('a', IdPipe) a: number,
    @Param('b', IdPipe) b: number,
    @Body() isi: Isi,
    @Res() res: Response,
  ): Promise<void> {
    await this.jawab(aktor, [a, b], isi, res, async (alasan, versi) => {
      await this.pasangan.nyatakanBukan(aktor, a, b, versi, alasan);
      kilat(res.req, 'berhasil', 'Dicatat: keduanya dua organisasi yang berbeda. Pasangan ini tidak diajukan lagi.');
    });
  }

  @Post('banding/:a/:b/tarik')
  async tarik(
    @AktorIni() aktor: Aktor,
    @Param('a', IdPipe) a: number,
    @Param('b', IdPipe) b: number,
    @Body() isi: Isi,
    @Res() res: Response,
  ): Promise<void> {
    await this.jawab(aktor, [a, b], isi, res, async (alasan, versi) => {
      await this.pasangan.tarik(aktor, a, b, versi, alasan);
      kilat(res.req, 'berhasil', 'Pernyataan ditarik. Pasangan ini kembali menunggu keputusan.');
    });
  }

  /** Does the act and goes back to the two; with a fault in the form the page is shown again with what was typed. */
  private async jawab(
    aktor: Aktor,
    [a, b]: [number, number],
    isi: Isi,
    res: Response,
    kerja: (alasan: string, versi: number) => Promise<void>,
  ): Promise<void> {
    const { alasan } = teksIsian(isi, ['alasan']);
    try {
      await kerja(alasan, versiDari(isi.versi));
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      const isian = { alasan, galat: galat.rincian.isian };
      res.status(422).render('ganda/banding', presentBanding(await this.pembanding.banding(aktor, a, b), isian));
      return;
    }
    res.redirect(303, jalurGanda.banding(Math.min(a, b), Math.max(a, b)));
  }
}

const nomor = (v: unknown): number | null =>
  typeof v === 'string' && /^\s*[1-9]\d{0,8}\s*$/.test(v) ? Number(v) : null;

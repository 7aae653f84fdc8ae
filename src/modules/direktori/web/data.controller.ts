import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { DomainError } from '../../../common/domain-error.js';
import { type Config } from '../../../infra/config/config.js';
import { CONFIG } from '../../../infra/config/config.module.js';
import { Publik } from '../../../infra/http/publik.decorator.js';
import { alirkanCsv } from '../../../infra/lembar/tulis-csv.js';
import { OrmasPublikService } from '../../ormas/ormas-publik.service.js';
import { DirektoriService } from '../direktori.service.js';
import { BatasLaju, TAKARAN_DATA, TAKARAN_HALAMAN } from './batas-laju.js';
import { jsonData, lembarData, skemaData, VERSI_DATA } from './direktori.data.js';
import { bolehDisimpan, masihSama, terbukaBagiLaman } from './direktori.jawab.js';
import { presentData } from './direktori.presenter.js';

/** So many take the whole register at the same time; the others wait. */
const SEKALIGUS = 4;
/** A reader that takes nothing for so long is gone. */
const DIAM_MS = 60_000;

/** The open data of the directory, sent row by row as fast as the reader takes it, and what explains it. */
@Publik()
@Controller()
export class DataController {
  private berjalan = 0;

  constructor(
    private readonly direktori: DirektoriService,
    private readonly publik: OrmasPublikService,
    private readonly batas: BatasLaju,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('direktori/data')
  async tentang(@Req() req: Request, @Res() res: Response): Promise<void> {
    this.batas.ambil('halaman', req.ip ?? '', TAKARAN_HALAMAN);
    const tampilan = presentData(await this.publik.keadaan(), await this.direktori.kantor());
    bolehDisimpan(res);
    res.render('direktori/data', tampilan);
  }

  @Get('direktori/skema.json')
  skema(@Req() req: Request, @Res() res: Response): void {
    this.batas.ambil('halaman', req.ip ?? '', TAKARAN_HALAMAN);
    bolehDisimpan(res);
    terbukaBagiLaman(res);
    res.type('application/schema+json').send(`${JSON.stringify(skemaData(this.config.portalUrl), null, 2)}\n`);
  }

  @Get('direktori.csv')
  async csv(@Req() req: Request, @Res() res: Response): Promise<void> {
    await this.kirim(req, res, 'csv');
  }

  @Get('direktori.json')
  async json(@Req() req: Request, @Res() res: Response): Promise<void> {
    await this.kirim(req, res, 'json');
  }

  private async kirim(req: Request, res: Response, bentuk: 'csv' | 'json'): Promise<void> {
    const keadaan = await this.publik.keadaan();
    const { kota, lembaga } = await this.direktori.kantor();
    terbukaBagiLaman(res);
    // A copy that is still good costs nothing, whoever asks however often.
    if (req.headers['if-none-match'] === undefined && req.headers['if-modified-since'] === undefined) {
      this.batas.ambil('data', req.ip ?? '', TAKARAN_DATA);
    }
    bolehDisimpan(res);
    res.setHeader('Link', `<${this.config.portalUrl}/direktori/skema.json>; rel="describedby"`);
    res.type(bentuk === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8');
    if (bentuk === 'csv') {
      const hari = this.direktori.hari();
      res.setHeader('Content-Disposition', `attachment; filename="direktori-ormas-${hari}.csv"`);
    }
    if (masihSama(req, res, `${bentuk}${VERSI_DATA}-${keadaan.sidik}`, keadaan.diubah)) return;
    if (req.method === 'HEAD') {
      res.end();
      return;
    }
    if (this.berjalan >= SEKALIGUS) {
      res.removeHeader('Content-Disposition');
      res.setHeader('Cache-Control', 'no-store');
      throw new DomainError('terlalu-sering', 'Beberapa unduhan sedang berjalan. Coba lagi sebentar lagi.', {
        cobaLagiDetik: 15,
      });
    }
    const kepala = { portal: this.config.portalUrl, kota, lembaga, diperbarui: keadaan.diubah?.toISOString() ?? null };
    await this.alirkan(
      res,
      bentuk === 'csv'
        ? alirkanCsv(lembarData(this.publik.semua(), this.config.portalUrl))
        : Readable.from(jsonData(this.publik.semua(), kepala), { objectMode: false }),
    );
  }

  /** Sends; a reader that leaves, or takes nothing any more, ends the reading of the register as well. */
  private async alirkan(res: Response, isi: Readable): Promise<void> {
    this.berjalan++;
    res.setTimeout(DIAM_MS, () => res.destroy());
    try {
      await pipeline(isi, res);
    } catch (galat) {
      // Nothing can be told any more to one who has gone; what failed on our side cuts the answer short.
      if ((galat as { code?: unknown }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw galat;
    } finally {
      this.berjalan--;
    }
  }
}

import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { disposisi } from '../nama-berkas.js';
import { BacaBerkasService } from '../baca-berkas.service.js';

/** The one door to stored files. The answer can be shown or saved by a browser, and do nothing else there. */
@Controller('berkas')
export class BerkasController {
  constructor(private readonly berkas: BacaBerkasService) {}

  @Get(':id')
  async unduh(
    @AktorIni() aktor: Aktor,
    @Param('id') id: string,
    @Query('ukuran') ukuran: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const isi = await this.berkas.baca(aktor, id, ukuran === 'kecil');
    res.set({
      'Content-Type': isi.mime,
      'Content-Length': String(isi.ukuran),
      'Content-Disposition': disposisi(isi.mime, isi.nama),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store, no-transform',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    // A reader who leaves in the middle is no fault.
    await pipeline(isi.aliran, res).catch(() => res.destroy());
  }
}

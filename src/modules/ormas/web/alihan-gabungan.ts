import { Injectable, type NestMiddleware } from '@nestjs/common';
import { type NextFunction, type Request, type Response } from 'express';
import { GabunganOrmasService } from '../gabungan-ormas.service.js';

/** How the address of a merged entry shows that entry itself, as it stood. */
export const CATATAN_ASLI = 'asli';

const JALUR = /^\/ormas\/([1-9]\d{0,9})(?=\/|$)/;

/**
 * Pages below the address of an entry that was merged lead to the same page of the entry that holds, so that a bookmark, a
 * letter or a notice keeps working; the page says where one came from. Only pages: an act on such an entry is refused.
 */
@Injectable()
export class AlihanGabungan implements NestMiddleware {
  constructor(private readonly gabungan: GabunganOrmasService) {}

  async use(req: Request, res: Response, next: NextFunction): Promise<void> {
    const jalur = req.originalUrl.split('?')[0] ?? '';
    const id = Number(JALUR.exec(jalur)?.[1] ?? 0);
    if (req.method !== 'GET' || id === 0 || !req.aktor || req.query.catatan === CATATAN_ASLI) return next();
    const tujuan = await this.gabungan.tujuan(id);
    if (!tujuan) return next();
    const kueri = new URLSearchParams(req.originalUrl.split('?')[1] ?? '');
    kueri.set('dari', String(id));
    res.redirect(303, `${jalur.replace(JALUR, `/ormas/${tujuan.id}`)}?${kueri.toString()}`);
  }
}

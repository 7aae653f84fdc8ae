import { type BeforeApplicationShutdown, Controller, Get, Inject, Param, ParseIntPipe, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { alirkan } from '../../../infra/http/aliran.js';
import { HitungService } from '../hitung.service.js';
import { pesanKemajuan } from './kemajuan.presenter.js';

/** The event stream of a run, from its row (the truth): it ends with the run, with its reader, or with the process. */
@Controller('penilaian/hitung')
export class AliranController implements BeforeApplicationShutdown {
  private readonly terbuka = new Set<Response>();

  constructor(
    @Inject(HitungService) private readonly hitung: HitungService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get(':id/aliran')
  async aliran(@AktorIni() aktor: Aktor, @Param('id', ParseIntPipe) id: number, @Res() res: Response): Promise<void> {
    this.terbuka.add(res);
    res.on('close', () => this.terbuka.delete(res));
    await alirkan(res, async () => pesanKemajuan(await this.hitung.kemajuan(aktor, id), this.clock.sekarang()));
  }

  /** Open streams would hold the server back from stopping. */
  beforeApplicationShutdown(): void {
    for (const res of this.terbuka) res.end();
  }
}

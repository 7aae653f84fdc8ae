import { type BeforeApplicationShutdown, Controller, Get, Inject, Param, ParseIntPipe, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { HitungService } from '../hitung.service.js';
import { pesanKemajuan } from './kemajuan.presenter.js';

const JEDA_MS = 500;
/** A line that says nothing, so that a proxy does not take a quiet stream for a dead one. */
const DENYUT_MS = 15_000;

/**
 * The event stream of a run. It looks at the row (the truth) twice a second while somebody listens, and ends with the
 * run, with its reader, or with the process.
 */
@Controller('penilaian/hitung')
export class AliranController implements BeforeApplicationShutdown {
  private readonly terbuka = new Set<Response>();

  constructor(
    @Inject(HitungService) private readonly hitung: HitungService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get(':id/aliran')
  async aliran(@AktorIni() aktor: Aktor, @Param('id', ParseIntPipe) id: number, @Res() res: Response): Promise<void> {
    let k = await this.hitung.kemajuan(aktor, id); // before the first byte: who may not see it gets the page of an error
    // no-transform: a compressed stream would wait for its buffer to fill.
    res.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
    });
    this.terbuka.add(res);
    let pergi: () => void = () => undefined;
    res.on('close', () => {
      this.terbuka.delete(res);
      pergi();
    });
    let terakhir = '';
    let sunyi = 0;
    while (!res.closed && !res.writableEnded) {
      const pesan = pesanKemajuan(k, this.clock.sekarang());
      const teks = JSON.stringify(pesan);
      sunyi = teks === terakhir ? sunyi + JEDA_MS : 0;
      if (sunyi === 0) res.write(`data: ${teks}\n\n`);
      else if (sunyi % DENYUT_MS === 0) res.write(': ada\n\n');
      terakhir = teks;
      if (pesan.tuntas) break;
      await new Promise<void>((lanjut) => {
        const jam = setTimeout(lanjut, JEDA_MS);
        pergi = () => {
          clearTimeout(jam);
          lanjut();
        };
      });
      if (res.closed) break;
      try {
        k = await this.hitung.kemajuan(aktor, id);
      } catch {
        break; // The browser comes back by itself, and finds the row as it is then.
      }
    }
    res.end();
  }

  /** Open streams would hold the server back from stopping. */
  beforeApplicationShutdown(): void {
    for (const res of this.terbuka) res.end();
  }
}

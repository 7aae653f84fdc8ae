import { Controller, Get, Inject, Param, ParseIntPipe, Post, Redirect, Render } from '@nestjs/common';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { HitungService } from '../hitung.service.js';
import { bolehMulaiHitung } from '../penilaian.policy.js';
import { presentHitung } from './kemajuan.presenter.js';
import { jalurPenilaian } from './penilaian.paths.js';

/** One run of the IKO. */
@Controller('penilaian/hitung')
export class HitungController {
  constructor(
    @Inject(HitungService) private readonly hitung: HitungService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get(':id')
  @Render('penilaian/hitung')
  async halaman(@AktorIni() aktor: Aktor, @Param('id', ParseIntPipe) id: number) {
    const k = await this.hitung.kemajuan(aktor, id);
    return presentHitung(k, bolehMulaiHitung(aktor, k), this.clock.sekarang());
  }

  @Post(':id/ulangi')
  @Redirect('/penilaian', 303)
  async ulangi(@AktorIni() aktor: Aktor, @Param('id', ParseIntPipe) id: number): Promise<{ url: string }> {
    await this.hitung.ulangi(aktor, id);
    return { url: jalurPenilaian.hitung(id) };
  }
}

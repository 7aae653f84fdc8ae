import { Controller, Get, Query, Render } from '@nestjs/common';
import { type Aktor } from '../../../common/aktor.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { lingkupOrmas } from '../../ormas/ormas.policy.js';
import { RadarService } from '../radar.service.js';
import { bacaSaringanRadar, presentRadar } from './radar.presenter.js';

/** What ends soon, and what has ended. */
@Controller('radar')
export class RadarController {
  constructor(private readonly radar: RadarService) {}

  @Get()
  @Render('radar/daftar')
  daftar(@AktorIni() aktor: Aktor, @Query() kueri: Record<string, unknown>) {
    const { halaman } = kueri;
    const nomor = typeof halaman === 'string' && /^[1-9]\d{0,4}$/.test(halaman) ? Number(halaman) : 1;
    return this.susun(aktor, kueri, nomor);
  }

  @Get('cetak')
  @Render('radar/daftar')
  cetak(@AktorIni() aktor: Aktor, @Query() kueri: Record<string, unknown>) {
    return this.susun(aktor, kueri, null);
  }

  private async susun(aktor: Aktor, kueri: Record<string, unknown>, halaman: number | null) {
    const opd = await this.radar.daftarOpd();
    const saringan = bacaSaringanRadar(kueri, opd);
    const isi = await this.radar.daftar(aktor, saringan, halaman);
    return presentRadar(isi, saringan, lingkupOrmas(aktor).jenis === 'semua' ? opd : null, halaman === null);
  }
}

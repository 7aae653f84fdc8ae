import { Controller, Get, Query, Render } from '@nestjs/common';
import { type Aktor } from '../../../common/aktor.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { bolehRencanakanKunjungan } from '../../lapangan/kunjungan.policy.js';
import { lingkupOrmas } from '../../ormas/ormas.policy.js';
import { KeaktifanService } from '../keaktifan.service.js';
import { bacaSaringanKeaktifan, presentKeaktifan, presentKunjungan } from './keaktifan.presenter.js';

/** Who has gone silent, and whom to visit. */
@Controller('keaktifan')
export class KeaktifanController {
  constructor(private readonly keaktifan: KeaktifanService) {}

  @Get()
  @Render('keaktifan/daftar')
  async daftar(@AktorIni() aktor: Aktor, @Query() kueri: Record<string, unknown>) {
    const opsi = await this.keaktifan.opsi();
    const saringan = bacaSaringanKeaktifan(kueri, opsi);
    const { halaman } = kueri;
    const nomor = typeof halaman === 'string' && /^[1-9]\d{0,4}$/.test(halaman) ? Number(halaman) : 1;
    return presentKeaktifan(await this.keaktifan.daftar(aktor, saringan, nomor), saringan, opsi, {
      hari: this.keaktifan.hari(),
      semua: lingkupOrmas(aktor).jenis === 'semua',
      rencanakan: bolehRencanakanKunjungan(aktor),
    });
  }

  @Get('kunjungan')
  @Render('keaktifan/kunjungan')
  async kunjungan(@AktorIni() aktor: Aktor, @Query() kueri: Record<string, unknown>) {
    const saringan = bacaSaringanKeaktifan(kueri, await this.keaktifan.opsi());
    return presentKunjungan(await this.keaktifan.kunjungan(aktor, saringan), saringan, {
      hari: this.keaktifan.hari(),
      telepon: aktor.peran !== 'opd',
      rencanakan: bolehRencanakanKunjungan(aktor),
    });
  }
}

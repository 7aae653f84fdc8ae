import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kirimLembar } from '../../../infra/http/kirim-aliran.js';
import { alirkanCsv } from '../../../infra/lembar/tulis-csv.js';
import { alirkanXlsx } from '../../../infra/lembar/tulis-xlsx.js';
import { EksporOrmasService } from '../ekspor-ormas.service.js';
import { bolehEkspor } from '../ekspor.policy.js';
import { OrmasDaftarService } from '../ormas-daftar.service.js';
import { bacaSaringan, type Kueri } from './ormas.saringan.js';

/** The list of ormas as a file. */
@Controller('ekspor')
export class EksporController {
  constructor(
    private readonly ekspor: EksporOrmasService,
    private readonly daftar: OrmasDaftarService,
  ) {}

  @Get('ormas.:jenis')
  async ormas(
    @AktorIni() aktor: Aktor,
    @Param('jenis') jenis: string,
    @Query() kueri: Kueri,
    @Res() res: Response,
  ): Promise<void> {
    if (!bolehEkspor(aktor)) throw new DomainError('tidak-berwenang');
    if (jenis !== 'csv' && jenis !== 'xlsx') throw new DomainError('tidak-ditemukan');
    const saringan = bacaSaringan(kueri, await this.daftar.opsi());
    const { lembar, nama } = await this.ekspor.siapkan(aktor, saringan, jenis);
    await kirimLembar(res, jenis === 'csv' ? alirkanCsv(lembar) : alirkanXlsx(lembar, 'Ormas'), nama, jenis);
  }
}

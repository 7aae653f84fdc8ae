import { Controller, Get, Param, Query, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kirimLembar } from '../../../infra/http/kirim-aliran.js';
import { angkaFormulir } from '../../../infra/http/teks-formulir.js';
import { alirkanCsv } from '../../../infra/lembar/tulis-csv.js';
import { alirkanXlsx } from '../../../infra/lembar/tulis-xlsx.js';
import { BacaRekomendasiService } from '../baca-rekomendasi.service.js';
import { EksporRekomendasiService } from '../ekspor-rekomendasi.service.js';
import { bolehLihatDaftarRekomendasi } from '../rekomendasi.policy.js';
import { presentDaftar } from './daftar.presenter.js';
import { bacaSaringan } from './rekomendasi.dto.js';

type Kueri = Record<string, unknown>;

/** Recommendations of many ormas: as a page, for print, as a file. */
@Controller()
export class DaftarRekomendasiController {
  constructor(
    private readonly baca: BacaRekomendasiService,
    private readonly berkas: EksporRekomendasiService,
  ) {}

  @Get('rekomendasi')
  @Render('rekomendasi/daftar')
  semua(@AktorIni() aktor: Aktor, @Query() kueri: Kueri) {
    const { halaman } = kueri;
    return this.susun(aktor, kueri, Math.max(1, angkaFormulir(typeof halaman === 'string' ? halaman : '')));
  }

  @Get('rekomendasi/cetak')
  @Render('rekomendasi/daftar')
  cetak(@AktorIni() aktor: Aktor, @Query() kueri: Kueri) {
    return this.susun(aktor, kueri, null);
  }

  @Get('ekspor/rekomendasi.:jenis')
  async ekspor(
    @AktorIni() aktor: Aktor,
    @Param('jenis') jenis: string,
    @Query() kueri: Kueri,
    @Res() res: Response,
  ): Promise<void> {
    if (!bolehLihatDaftarRekomendasi(aktor)) throw new DomainError('tidak-berwenang');
    if (jenis !== 'csv' && jenis !== 'xlsx') throw new DomainError('tidak-ditemukan');
    const { lembar, nama } = await this.berkas.siapkan(aktor, bacaSaringan(kueri, await this.pilihan()), jenis);
    await kirimLembar(res, jenis === 'csv' ? alirkanCsv(lembar) : alirkanXlsx(lembar, 'Rekomendasi'), nama, jenis);
  }

  private async susun(aktor: Aktor, kueri: Kueri, halaman: number | null) {
    const pilihan = await this.pilihan();
    const saringan = bacaSaringan(kueri, pilihan);
    const isi = await this.baca.daftar(aktor, saringan, halaman);
    return presentDaftar({ ...isi, aktor, saringan, pilihan, cetak: halaman === null });
  }

  private async pilihan() {
    return { opd: await this.baca.daftarOpd(), tahun: await this.baca.tahun() };
  }
}

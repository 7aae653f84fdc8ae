import { Controller, Get, Param, Query, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kirimLembar } from '../../../infra/http/kirim-aliran.js';
import { angkaFormulir } from '../../../infra/http/teks-formulir.js';
import { alirkanCsv } from '../../../infra/lembar/tulis-csv.js';
import { alirkanXlsx } from '../../../infra/lembar/tulis-xlsx.js';
import { DaftarPembinaanService } from '../daftar-pembinaan.service.js';
import { bolehLihatDaftarPembinaan } from '../pembinaan.policy.js';
import { presentDaftar, presentSemuaSelisih } from './daftar.presenter.js';
import { bacaSaringanPembinaan } from './pembinaan.dto.js';

type Kueri = Record<string, unknown>;
const nomor = (halaman: unknown): number => Math.max(1, angkaFormulir(typeof halaman === 'string' ? halaman : ''));

/** The log of many ormas: as a page, for print, as a file; and where standing and log differ. */
@Controller()
export class DaftarPembinaanController {
  constructor(private readonly daftar: DaftarPembinaanService) {}

  @Get('pembinaan')
  @Render('pembinaan/daftar')
  semua(@AktorIni() aktor: Aktor, @Query() kueri: Kueri) {
    return this.susun(aktor, kueri, nomor(kueri.halaman));
  }

  @Get('pembinaan/cetak')
  @Render('pembinaan/daftar')
  cetak(@AktorIni() aktor: Aktor, @Query() kueri: Kueri) {
    return this.susun(aktor, kueri, null);
  }

  @Get('pembinaan/belum-sejalan')
  @Render('pembinaan/selisih')
  async selisih(@AktorIni() aktor: Aktor, @Query('halaman') halaman: unknown) {
    return presentSemuaSelisih(aktor, await this.daftar.berselisih(aktor, nomor(halaman)));
  }

  @Get('ekspor/pembinaan.:jenis')
  async ekspor(
    @AktorIni() aktor: Aktor,
    @Param('jenis') jenis: string,
    @Query() kueri: Kueri,
    @Res() res: Response,
  ): Promise<void> {
    if (!bolehLihatDaftarPembinaan(aktor)) throw new DomainError('tidak-berwenang');
    if (jenis !== 'csv' && jenis !== 'xlsx') throw new DomainError('tidak-ditemukan');
    const saringan = bacaSaringanPembinaan(kueri, await this.daftar.pilihan());
    const { lembar, nama } = await this.daftar.ekspor(aktor, saringan, jenis);
    await kirimLembar(res, jenis === 'csv' ? alirkanCsv(lembar) : alirkanXlsx(lembar, 'Pembinaan'), nama, jenis);
  }

  private async susun(aktor: Aktor, kueri: Kueri, halaman: number | null) {
    const pilihan = await this.daftar.pilihan();
    const saringan = bacaSaringanPembinaan(kueri, pilihan);
    const isi = await this.daftar.daftar(aktor, saringan, halaman);
    return presentDaftar({ ...isi, aktor, saringan, pilihan, cetak: halaman === null });
  }
}

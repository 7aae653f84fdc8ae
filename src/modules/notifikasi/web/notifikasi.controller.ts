import { Body, Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { KotakMasukService } from '../kotak-masuk.service.js';
import { LingkunganSurel } from '../lingkungan-surel.js';
import { bolehLihatKabarOrmas, bolehSalin } from '../notifikasi.policy.js';
import { SumberKontak } from '../sumber-kontak.js';
import { jalurNotifikasi } from './notifikasi.paths.js';
import { type Kantor, presentKabar, presentNotifikasi, presentPilihan } from './notifikasi.presenter.js';

/** The page asked for in an address, from 1; anything else is the first. */
const nomor = (diminta: unknown): number =>
  typeof diminta === 'string' && /^[1-9]\d{0,4}$/.test(diminta) ? Number(diminta) : 1;

/** Notices of the own account, and what was told to ormas. */
@Controller('notifikasi')
export class NotifikasiController {
  constructor(
    private readonly kotak: KotakMasukService,
    private readonly lingkungan: LingkunganSurel,
    private readonly kontak: SumberKontak,
  ) {}

  @Get()
  @Render('notifikasi/daftar')
  async daftar(@AktorIni() aktor: Aktor, @Query('halaman') halaman: unknown) {
    return presentNotifikasi(await this.kotak.daftar(aktor, nomor(halaman)), await this.kantor(), {
      kabar: bolehLihatKabarOrmas(aktor),
      salin: bolehSalin(aktor),
    });
  }

  @Get('ormas')
  @Render('notifikasi/ormas')
  async kabar(@AktorIni() aktor: Aktor, @Query('keadaan') keadaan: unknown, @Query('halaman') halaman: unknown) {
    const tanpaAkun = keadaan === 'tanpa-akun';
    const isi = await this.kotak.kabarOrmas(aktor, tanpaAkun, nomor(halaman));
    const kontak = await this.kontak.ambil(aktor, [...new Set(isi.isi.map((n) => n.ormasId))]);
    return presentKabar(isi, kontak, await this.kantor(), tanpaAkun);
  }

  @Get('pilihan')
  @Render('notifikasi/pilihan')
  async pilihan(@AktorIni() aktor: Aktor) {
    return presentPilihan(await this.kotak.mauSurel(aktor), this.lingkungan.adaSurel);
  }

  @Post('pilihan')
  async aturPilihan(
    @AktorIni() aktor: Aktor,
    @Body('surel') surel: unknown,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const mau = surel === 'ya';
    await this.kotak.aturSurel(aktor, mau);
    kilat(req, 'berhasil', mau ? 'Pemberitahuan juga dikirim lewat surel.' : 'Surel pemberitahuan dimatikan.');
    res.redirect(303, jalurNotifikasi.pilihan());
  }

  @Post('baca-semua')
  async bacaSemua(@AktorIni() aktor: Aktor, @Body('sampai') sampai: unknown, @Res() res: Response): Promise<void> {
    const id = typeof sampai === 'string' && /^\d{1,10}$/.test(sampai) ? Number(sampai) : 0;
    await this.kotak.bacaSemua(aktor, id);
    res.redirect(303, jalurNotifikasi.daftar());
  }

  @Post(':id/baca')
  async baca(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Res() res: Response): Promise<void> {
    res.redirect(303, (await this.kotak.baca(aktor, id)) ?? jalurNotifikasi.daftar());
  }

  private async kantor(): Promise<Kantor> {
    return { ...(await this.lingkungan.kantor()), portalUrl: this.lingkungan.portalUrl };
  }
}

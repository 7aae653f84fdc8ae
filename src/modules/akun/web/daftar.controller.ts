import { Body, Controller, Get, Inject, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { memuatNomorPribadi } from '../../../common/nomor-pribadi.js';
import { CONFIG } from '../../../infra/config/config.module.js';
import { type Config } from '../../../infra/config/config.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { Publik } from '../../../infra/http/publik.decorator.js';
import { BukaAkunService } from '../buka-akun.service.js';
import { BukaAkunDto } from './akun.dto.js';
import { jalurAkun } from './akun.paths.js';
import { presentCalon, presentDaftar, presentDaftarTerkirim, presentKonfirmasi } from './daftar.presenter.js';
import { bacaLetak, letakAsal, type LetakPengguna } from './pengguna.saringan.js';
import { bukaSesi } from './sesi.middleware.js';

const teks = (isi: Record<string, unknown>, nama: string): string =>
  typeof isi[nama] === 'string' ? isi[nama].slice(0, 512) : '';

/** Opening an account by oneself, and handing its link over where no mail is sent. */
@Controller('daftar')
export class DaftarController {
  constructor(
    private readonly buka: BukaAkunService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Publik()
  @Get()
  halaman(@Req() req: Request, @Res() res: Response): void {
    if (req.aktor) return res.redirect(303, '/');
    res.render('akun/daftar', presentDaftar({ surel: '', nama: '' }, []));
  }

  @Publik()
  @Post()
  async minta(@Req() req: Request, @Res() res: Response, @Body() isi: Record<string, unknown>): Promise<void> {
    const ulang = (status: number, galat: GalatIsian[]) =>
      res
        .status(status)
        .render('akun/daftar', presentDaftar({ surel: teks(isi, 'surel'), nama: teks(isi, 'nama') }, galat));
    const periksa = await periksaIsian(BukaAkunDto, isi);
    if (!periksa.ok) return ulang(422, periksa.galat);
    try {
      const { surel, nama, sandiBaru } = periksa.isian;
      await this.buka.minta({ surel, nama, sandi: sandiBaru }, req.ip ?? '');
    } catch (galat) {
      if (!(galat instanceof DomainError) || galat.kode === 'sudah-terkirim') throw galat;
      if (galat.rincian.cobaLagiDetik) res.setHeader('Retry-After', String(galat.rincian.cobaLagiDetik));
      return ulang(galat.status, galat.rincian.isian ?? [{ bidang: 'surel', pesan: galat.message }]);
    }
    res.redirect(303, jalurAkun.daftarTerkirim());
  }

  @Publik()
  @Get('terkirim')
  terkirim(@Res() res: Response): void {
    res.render('akun/daftar-terkirim', presentDaftarTerkirim());
  }

  @Publik()
  @Get('konfirmasi/:token')
  async konfirmasi(@Param('token') token: string, @Res() res: Response): Promise<void> {
    res.render('akun/daftar-konfirmasi', presentKonfirmasi(token, await this.buka.bacaTautan(token), []));
  }

  @Publik()
  @Post('konfirmasi/:token')
  async pakai(
    @Param('token') token: string,
    @Req() req: Request,
    @Res() res: Response,
    @Body() isi: Record<string, unknown>,
  ): Promise<void> {
    const calon = await this.buka.bacaTautan(token);
    try {
      await bukaSesi(req, await this.buka.konfirmasi(token, teks(isi, 'sandi')));
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      res.status(422).render('akun/daftar-konfirmasi', presentKonfirmasi(token, calon, galat.rincian.isian));
      return;
    }
    kilat(req, 'berhasil', 'Surel Anda sudah dikonfirmasi. Selamat datang.');
    res.redirect(303, '/');
  }

  @Get('menunggu')
  @Render('akun/calon')
  async menunggu(@AktorIni() aktor: Aktor, @Query() kueri: Record<string, unknown>) {
    return this.sajikan(aktor, bacaLetak(kueri));
  }

  /** The search: a name goes on to the address of the list; an e-mail address is answered here and stands in none. */
  @Post('menunggu/cari')
  async cari(@AktorIni() aktor: Aktor, @Res() res: Response, @Body() isi: Record<string, unknown>): Promise<void> {
    const { cari } = bacaLetak(isi).saringan;
    if (!memuatNomorPribadi(cari)) return res.redirect(303, jalurAkun.calon(cari));
    res.status(200).render('akun/calon', await this.sajikan(aktor, bacaLetak({ cari })));
  }

  /** Answers the post itself with the link: it stands nowhere but on this one page. */
  @Post('menunggu/:id/tautan')
  async serahkan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Res() res: Response,
    @Body() isi: Record<string, unknown>,
  ): Promise<void> {
    const { token, surel } = await this.buka.serahkanTautan(aktor, id);
    const tautan = this.config.portalUrl + jalurAkun.konfirmasi(token);
    res.render('akun/calon', await this.sajikan(aktor, letakAsal(isi.asal, jalurAkun.calon()), { tautan, surel }));
  }

  @Post('menunggu/:id/hapus')
  async hapus(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
    @Body() isi: Record<string, unknown>,
  ): Promise<void> {
    await this.buka.hapus(aktor, id);
    kilat(req, 'berhasil', 'Permintaan akun dihapus.');
    const { saringan, halaman } = letakAsal(isi.asal, jalurAkun.calon());
    res.redirect(303, jalurAkun.calon(saringan.cari, halaman));
  }

  private async sajikan(aktor: Aktor, letak: LetakPengguna, baru: { surel: string; tautan: string } | null = null) {
    const { cari } = letak.saringan;
    return presentCalon(await this.buka.menunggu(aktor, cari, letak.halaman), cari, baru);
  }
}

import { Body, Controller, Get, Inject, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { Publik } from '../../../infra/http/publik.decorator.js';
import { AkunService } from '../akun.service.js';
import { SesiService } from '../sesi.service.js';
import { MasukDto, PakaiTautanDto } from './akun.dto.js';
import { tujuanAman } from './akun.paths.js';
import { presentMasuk, presentTautan } from './akun.presenter.js';
import { bukaSesi, tutupSesi } from './sesi.middleware.js';

const teks = (isi: Record<string, unknown>, nama: string): string => (typeof isi[nama] === 'string' ? isi[nama] : '');

/** Signing in and out, and setting a password through a one-time link. */
@Controller()
export class MasukController {
  constructor(
    @Inject(SesiService) private readonly sesi: SesiService,
    @Inject(AkunService) private readonly akun: AkunService,
  ) {}

  @Publik()
  @Get('masuk')
  halaman(@Req() req: Request, @Res() res: Response, @Query('kembali') kembali?: string): void {
    if (req.aktor) return res.redirect(303, tujuanAman(kembali));
    res.render('akun/masuk', presentMasuk({ surel: '', kembali: kembali ? tujuanAman(kembali) : null, galat: [] }));
  }

  @Publik()
  @Post('masuk')
  async masuk(@Req() req: Request, @Res() res: Response, @Body() isi: Record<string, unknown>): Promise<void> {
    const periksa = await periksaIsian(MasukDto, isi);
    const ulang = (status: number, galat: GalatIsian[]) =>
      res
        .status(status)
        .render(
          'akun/masuk',
          presentMasuk({ surel: teks(isi, 'surel').slice(0, 190), kembali: teks(isi, 'kembali') || null, galat }),
        );
    if (!periksa.ok) return ulang(422, periksa.galat);
    try {
      const aktor = await this.sesi.masuk(periksa.isian.surel, periksa.isian.sandi, req.ip ?? '');
      await bukaSesi(req, aktor.id ?? 0);
      res.redirect(303, tujuanAman(periksa.isian.kembali));
    } catch (galat) {
      if (!(galat instanceof DomainError)) throw galat;
      if (galat.rincian.cobaLagiDetik) res.setHeader('Retry-After', String(galat.rincian.cobaLagiDetik));
      ulang(galat.status, [{ bidang: 'surel', pesan: galat.message }]);
    }
  }

  @Publik()
  @Post('keluar')
  async keluar(@Req() req: Request, @Res() res: Response): Promise<void> {
    if (req.aktor) await this.sesi.catatKeluar(req.aktor);
    await tutupSesi(req);
    res.clearCookie('iko').clearCookie('__Host-iko', { secure: true, path: '/' }).redirect(303, '/masuk');
  }

  @Publik()
  @Get('tautan/:token')
  @Render('akun/tautan')
  async tautan(@Param('token') token: string) {
    const isi = await this.akun.bacaTautan(token);
    return presentTautan({
      token,
      pertama: isi.jenis === 'admin-pertama',
      surel: isi.surel ?? '',
      nama: isi.nama ?? '',
      galat: [],
    });
  }

  @Publik()
  @Post('tautan/:token')
  async pakaiTautan(
    @Param('token') token: string,
    @Req() req: Request,
    @Res() res: Response,
    @Body() isi: Record<string, unknown>,
  ): Promise<void> {
    const tautan = await this.akun.bacaTautan(token);
    const lengkap = { ...isi, surel: tautan.surel ?? isi.surel, nama: tautan.nama ?? isi.nama };
    const periksa = await periksaIsian(PakaiTautanDto, lengkap);
    const ulang = (galat: GalatIsian[]) =>
      res.status(422).render(
        'akun/tautan',
        presentTautan({
          token,
          pertama: tautan.jenis === 'admin-pertama',
          surel: teks(lengkap, 'surel'),
          nama: teks(lengkap, 'nama'),
          galat,
        }),
      );
    if (!periksa.ok) return ulang(periksa.galat);
    try {
      await this.akun.pakaiTautan(token, periksa.isian);
    } catch (galat) {
      if (galat instanceof DomainError && galat.rincian.isian) return ulang(galat.rincian.isian);
      throw galat;
    }
    kilat(req, 'berhasil', 'Kata sandi tersimpan. Silakan masuk.');
    res.redirect(303, '/masuk');
  }
}

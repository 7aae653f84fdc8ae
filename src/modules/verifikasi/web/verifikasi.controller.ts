import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { bacaKode, jalurVerifikasi } from '../../../common/kode-periksa.js';
import { Publik } from '../../../infra/http/publik.decorator.js';
import { BuktiLaporanService } from '../../laporan/bukti-laporan.service.js';
import { BacaSuratService } from '../../surat/baca-surat.service.js';
import { Pembatas } from './pembatas.js';
import { presentVerifikasi, type Temuan } from './verifikasi.presenter.js';

/** A person checks a handful of papers in a minute; a counter with a scanner some dozens. */
const JATAH = 60;
const JENDELA_MS = 60_000;
/** Briefly, so that a revocation is told at once to whoever asks a minute later. */
const SIMPAN_DETIK = 60;

/** Anybody checks whether a paper is genuine: by the code on it, typed or scanned, without signing in. */
@Controller('verifikasi')
@Publik()
export class VerifikasiController {
  private readonly pembatas = new Pembatas(JATAH, JENDELA_MS);

  constructor(
    private readonly surat: BacaSuratService,
    private readonly laporan: BuktiLaporanService,
    private readonly clock: Clock,
  ) {}

  @Get()
  mulai(@Query('kode') kode: unknown, @Res() res: Response): void {
    if (typeof kode === 'string' && kode.trim() !== '') {
      return res.redirect(303, jalurVerifikasi(encodeURIComponent(kode.trim().slice(0, 100))));
    }
    this.sajikan(res, 200, '', null);
  }

  @Get(':kode')
  async periksa(@Param('kode') teks: string, @Req() req: Request, @Res() res: Response): Promise<void> {
    const cobaLagiDetik = this.pembatas.hitung(req.ip ?? '', this.clock.sekarang().getTime());
    if (cobaLagiDetik > 0)
      throw new DomainError(
        'terlalu-sering',
        'Terlalu banyak pemeriksaan dari jaringan Anda. Tunggu sebentar, lalu coba lagi.',
        {
          cobaLagiDetik,
        },
      );
    const temuan = await this.cari(teks.slice(0, 100));
    const status = { surat: 200, laporan: 200, 'tidak-ada': 404, 'salah-ketik': 422, 'bukan-kode': 422 }[temuan.jenis];
    this.sajikan(res, status, teks.slice(0, 40), temuan);
  }

  private async cari(teks: string): Promise<Temuan> {
    const bacaan = bacaKode(teks);
    if (bacaan.jenis !== 'kode') return bacaan;
    const { kode } = bacaan;
    const surat = await this.surat.bukti(kode);
    if (surat) return { jenis: 'surat', kode, surat };
    const laporan = await this.laporan.bukti(kode);
    return laporan ? { jenis: 'laporan', kode, laporan } : { jenis: 'tidak-ada', kode };
  }

  /** The same page for everybody may be kept by whoever is between; that of somebody signed in says so in its head. */
  private sajikan(res: Response, status: number, ketikan: string, temuan: Temuan | null): void {
    if (!res.locals.aktor && status === 200) res.setHeader('Cache-Control', `public, max-age=${SIMPAN_DETIK}`);
    res.status(status).render('verifikasi/periksa', presentVerifikasi(ketikan, temuan));
  }
}

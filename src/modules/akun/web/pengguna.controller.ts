import { Body, Controller, Get, Inject, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { memuatNomorPribadi } from '../../../common/nomor-pribadi.js';
import { type Config } from '../../../infra/config/config.js';
import { CONFIG } from '../../../infra/config/config.module.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { AkunService } from '../akun.service.js';
import { DaftarAkunService } from '../daftar-akun.service.js';
import { AkunBaruDto, AturAktifDto } from './akun.dto.js';
import { jalurAkun } from './akun.paths.js';
import { presentPengguna } from './pengguna.presenter.js';
import { bacaLetak, letakAsal, type LetakPengguna } from './pengguna.saringan.js';

const AWAL: LetakPengguna = bacaLetak({});
const KOSONG = { surel: '', nama: '', peran: '', opdId: '', ormas: '', ormasId: '' };

/** The admin's page of accounts. */
@Controller('pengguna')
export class PenggunaController {
  constructor(
    private readonly akun: AkunService,
    private readonly senarai: DaftarAkunService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Render('akun/pengguna')
  async daftar(@AktorIni() aktor: Aktor, @Query() kueri: Record<string, unknown>) {
    return this.sajikan(aktor, bacaLetak(kueri), {});
  }

  /** The search: a name goes on to the address of the list; an e-mail address is answered here and stands in none. */
  @Post('cari')
  async cari(@AktorIni() aktor: Aktor, @Res() res: Response, @Body() isi: Record<string, unknown>): Promise<void> {
    const { saringan } = bacaLetak(isi);
    if (!memuatNomorPribadi(saringan.cari)) return res.redirect(303, jalurAkun.pengguna(saringan));
    res.status(200).render('akun/pengguna', await this.sajikan(aktor, { saringan, halaman: 1 }, {}));
  }

  @Post()
  async buat(@AktorIni() aktor: Aktor, @Res() res: Response, @Body() isi: Record<string, unknown>): Promise<void> {
    const isian = Object.fromEntries(
      Object.keys(KOSONG).map((k) => [k, typeof isi[k] === 'string' ? isi[k] : '']),
    ) as typeof KOSONG;
    const ulang = async (galat: GalatIsian[]) =>
      res
        .status(galat.length > 0 ? 422 : 200)
        .render('akun/pengguna', await this.sajikan(aktor, AWAL, { isian, galat }));
    const ormas = isian.ormas.trim();
    if (isi.lanjut === 'cari' && ormas !== '') return ulang([]);
    // Another name than the list was made for: what was chosen from it is not what is meant now.
    if (isian.peran === 'sekretaris' && ormas !== (typeof isi.dicari === 'string' ? isi.dicari : '')) {
      isian.ormasId = '';
      return ulang([{ bidang: 'ormasId', pesan: 'Pilih ormas yang dimaksud.' }]);
    }
    const periksa = await periksaIsian(AkunBaruDto, isi);
    if (!periksa.ok) return ulang(periksa.galat);
    try {
      const id = await this.akun.buat(aktor, periksa.isian);
      await this.tunjukkanTautan(aktor, id, AWAL, res);
    } catch (galat) {
      if (galat instanceof DomainError && galat.rincian.isian) return ulang(galat.rincian.isian);
      throw galat;
    }
  }

  @Post(':id/tautan')
  async buatTautan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Res() res: Response,
    @Body() isi: Record<string, unknown>,
  ): Promise<void> {
    await this.tunjukkanTautan(aktor, id, letakAsal(isi.asal), res);
  }

  @Post(':id/aktif')
  async aturAktif(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
    @Body() isi: AturAktifDto,
  ): Promise<void> {
    await this.akun.aturAktif(aktor, id, isi.versi, isi.aktif === 'ya');
    kilat(req, 'berhasil', isi.aktif === 'ya' ? 'Akun diaktifkan.' : 'Akun dinonaktifkan dan semua sesinya diakhiri.');
    const { saringan, halaman } = letakAsal((req.body as Record<string, unknown>).asal);
    res.redirect(303, jalurAkun.pengguna(saringan, halaman));
  }

  /** Answers the post itself with the link: it stands nowhere but on this one page. */
  private async tunjukkanTautan(aktor: Aktor, id: number, letak: LetakPengguna, res: Response): Promise<void> {
    const tautan = this.config.portalUrl + jalurAkun.tautan(await this.akun.buatTautanSandi(aktor, id));
    res.render('akun/pengguna', await this.sajikan(aktor, letak, { tautan }));
  }

  private async sajikan(
    aktor: Aktor,
    { saringan, halaman }: LetakPengguna,
    lain: { isian?: typeof KOSONG; galat?: GalatIsian[]; tautan?: string },
  ) {
    const { isian = KOSONG, galat = [], tautan = null } = lain;
    const [daftar, opd, ormas] = await Promise.all([
      this.senarai.daftar(aktor, saringan, halaman),
      this.akun.pilihanOpd(),
      isian.ormas.trim() === '' ? null : this.senarai.cariOrmas(aktor, isian.ormas),
    ]);
    return presentPengguna({ daftar, saringan, opd, ormas, isian, galat, tautan, aktorId: aktor.id });
  }
}

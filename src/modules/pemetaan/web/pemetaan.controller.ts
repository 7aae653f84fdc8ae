import { Body, Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { BacaPemetaanService } from '../baca-pemetaan.service.js';
import { bolehUbahPemetaan } from '../pemetaan.policy.js';
import { PemetaanService } from '../pemetaan.service.js';
import { type DampakPemetaan } from '../pemetaan.types.js';
import { jalurPemetaan } from './pemetaan.paths.js';
import { type KetikanPemetaan, presentPemetaan, presentPerubahan, presentUbahPemetaan } from './pemetaan.presenter.js';

type Isi = Record<string, unknown>;

const nomor = (n: unknown): number => (typeof n === 'string' && /^[1-9]\d{0,4}$/.test(n) ? Number(n) : 1);
const teks = (isi: Isi | undefined, nama: string): string => {
  const nilai = isi?.[nama];
  return typeof nilai === 'string' ? nilai.trim() : '';
};
const ketikan = (isi: Isi | undefined): KetikanPemetaan => ({
  ...{ opd: teks(isi, 'opd'), mulai: teks(isi, 'mulai'), alasan: teks(isi, 'alasan') },
});

/** Which OPD guides which bidang, and the decisions on it. */
@Controller('klaster/pemetaan')
export class PemetaanController {
  constructor(
    private readonly baca: BacaPemetaanService,
    private readonly pemetaan: PemetaanService,
  ) {}

  @Get()
  @Render('pemetaan/daftar')
  async daftar(@AktorIni() aktor: Aktor, @Query('halaman') halaman: unknown) {
    const bidang = await this.baca.bidang(aktor);
    return presentPemetaan(bidang, await this.baca.perubahan(aktor, nomor(halaman)), bolehUbahPemetaan(aktor));
  }

  @Get('perubahan/:id')
  @Render('pemetaan/perubahan')
  async satu(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    return presentPerubahan(aktor, await this.baca.satu(aktor, id), this.baca.hari());
  }

  @Post('perubahan/:id/batalkan')
  async batalkan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() isi: Isi,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const alasan = teks(isi, 'alasan');
    try {
      await this.pemetaan.batalkan(aktor, id, Number(teks(isi, 'versi')) || 0, alasan);
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      const ketikanBatal = { alasan, galat: galat.rincian.isian };
      const p = await this.baca.satu(aktor, id);
      return res.status(422).render('pemetaan/perubahan', presentPerubahan(aktor, p, this.baca.hari(), ketikanBatal));
    }
    kilat(req, 'berhasil', 'Rencana dibatalkan; pemetaan hari ini tidak berubah.');
    res.redirect(303, jalurPemetaan.perubahan(id));
  }

  /** The form, and with OPD and day in the address also whom the change would move. */
  @Get(':id/ubah')
  async formulir(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Query() kueri: Isi,
    @Res() res: Response,
  ): Promise<void> {
    const isi = ketikan(kueri);
    if ('opd' in kueri || 'mulai' in kueri) return this.sajikan(aktor, id, isi, { res, halaman: nomor(kueri.halaman) });
    const f = await this.baca.formulir(aktor, id);
    res.render('pemetaan/ubah', presentUbahPemetaan(f, { ...isi, mulai: f.hari }, null));
  }

  @Post(':id/ubah')
  async ubah(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() badan: Isi,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const isi = ketikan(badan);
    try {
      const perubahan = await this.pemetaan.ubah(aktor, id, { ...isi, sidik: teks(badan, 'sidik') });
      kilat(req, 'berhasil', 'Perubahan pemetaan ditetapkan.');
      res.redirect(303, jalurPemetaan.perubahan(perubahan));
    } catch (galat) {
      if (!(galat instanceof DomainError)) throw galat;
      if (galat.rincian.isian) return this.sajikan(aktor, id, isi, { res, galat: galat.rincian.isian });
      // What was to be confirmed is no longer what is: the new preview, with the reason still there.
      if (galat.kode === 'versi-berbeda') return this.sajikan(aktor, id, isi, { res, usang: galat.message });
      throw galat;
    }
  }

  private async sajikan(
    aktor: Aktor,
    id: number,
    isi: KetikanPemetaan,
    b: { res: Response; halaman?: number; galat?: GalatIsian[]; usang?: string },
  ): Promise<void> {
    const f = await this.baca.formulir(aktor, id);
    let [dampak, galat]: [DampakPemetaan | null, GalatIsian[]] = [null, b.galat ?? []];
    try {
      dampak = await this.baca.pratinjau(aktor, id, isi, b.halaman ?? 1);
    } catch (g) {
      if (!(g instanceof DomainError) || !g.rincian.isian) throw g;
      galat = g.rincian.isian;
    }
    const catatan =
      b.usang === undefined ? [] : [{ jenis: 'perlu' as const, judul: 'Belum ditetapkan', teks: b.usang }];
    const status = b.usang !== undefined ? 409 : galat.length > 0 ? 422 : 200;
    b.res.status(status).render('pemetaan/ubah', presentUbahPemetaan(f, isi, dampak, galat, catatan));
  }
}

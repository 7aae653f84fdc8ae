import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { type PilihanKlaster, SaranKlasterService } from '../saran-klaster.service.js';
import { jalurSaran } from './saran.paths.js';
import { presentSaran } from './saran.presenter.js';

const nomor = (diminta: unknown): number =>
  typeof diminta === 'string' && /^[1-9]\d{0,4}$/.test(diminta) ? Number(diminta) : 1;
const teks = (isi: unknown): string => (typeof isi === 'string' ? isi : '');

/** Suggestions for the undecided, and the officer's decision on one or many of them. */
@Controller('klaster/pemetaan/saran')
export class SaranController {
  constructor(private readonly saran: SaranKlasterService) {}

  @Get()
  @Render('klaster/saran')
  async daftar(@AktorIni() aktor: Aktor, @Query('halaman') halaman: unknown) {
    return presentSaran(await this.saran.daftar(aktor, nomor(halaman)));
  }

  @Post()
  async tetapkan(
    @AktorIni() aktor: Aktor,
    @Query('halaman') halaman: unknown,
    @Body() isi: Record<string, unknown>,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const dicentang = [isi.pilih].flat().filter((p): p is string => typeof p === 'string' && /^[1-9]\d{0,9}$/.test(p));
    const pilihan = [...new Set(dicentang)].map((id): PilihanKlaster => ({
      id: Number(id),
      versi: nomor(isi[`versi-${id}`]),
      bidang: teks(isi[`bidang-${id}`]),
    }));
    try {
      const { jumlah, gagal } = await this.saran.tetapkan(aktor, pilihan);
      if (jumlah > 0) kilat(req, 'berhasil', `Klaster ${jumlah} ormas ditetapkan.`);
      if (gagal.length > 0)
        kilat(
          req,
          'peringatan',
          `${gagal.length} ormas tidak ditetapkan karena baru saja diubah orang lain; periksa lagi.`,
        );
      res.redirect(303, jalurSaran.daftar());
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      const bidang = new Map(
        Object.entries(isi).flatMap(([nama, nilai]): [number, string][] =>
          nama.startsWith('bidang-') ? [[Number(nama.slice(7)), teks(nilai)]] : [],
        ),
      );
      const ketikan = { centang: new Set(pilihan.map((p) => p.id)), bidang };
      const tampilan = presentSaran(await this.saran.daftar(aktor, nomor(halaman)), ketikan, galat.rincian.isian);
      res.status(422).render('klaster/saran', tampilan);
    }
  }
}

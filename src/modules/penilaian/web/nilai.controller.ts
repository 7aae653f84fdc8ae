import { Body, Controller, Get, Inject, Param, ParseIntPipe, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { type Indikator } from '../../../iko/instrumen.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { NilaiService } from '../nilai.service.js';
import { bolehNilaiMandiri, bolehTetapkanTingkat } from '../penilaian.policy.js';
import { type HasilTerbuka } from '../penilaian.types.js';
import { TingkatService } from '../tingkat.service.js';
import { presentNilai } from './nilai.presenter.js';
import { MandiriDto, TingkatDto } from './penilaian.dto.js';
import { jalurPenilaian } from './penilaian.paths.js';
import { ketikanAwal, type KetikanTingkat, presentTingkat } from './tingkat.presenter.js';

interface Alamat {
  tahun: string;
  ormasId: string;
  indikator: string;
}

const teks = (nilai: unknown): string => (typeof nilai === 'string' ? nilai.slice(0, 1000) : '');

/** One score with everything behind it, and the levels that people give. */
@Controller('penilaian/:tahun/ormas/:ormasId')
export class NilaiController {
  constructor(
    @Inject(NilaiService) private readonly nilai: NilaiService,
    @Inject(TingkatService) private readonly tingkat: TingkatService,
  ) {}

  @Get()
  @Render('penilaian/ormas')
  async halaman(
    @AktorIni() aktor: Aktor,
    @Param('tahun', ParseIntPipe) tahun: number,
    @Param('ormasId', ParseIntPipe) ormasId: number,
  ) {
    const hasil = await this.nilai.buka(aktor, tahun, ormasId);
    return presentNilai(aktor, hasil, await this.nilai.riwayat(aktor, tahun, ormasId));
  }

  @Get('tingkat/:indikator')
  @Render('penilaian/tingkat')
  async formulir(@AktorIni() aktor: Aktor, @Param() alamat: Alamat) {
    const { hasil, indikator } = await this.cari(aktor, alamat);
    if (!bolehTetapkanTingkat(aktor, { statusPeriode: hasil.periode.status })) throw new DomainError('tidak-berwenang');
    const ketikan = ketikanAwal(hasil, indikator, false);
    return presentTingkat(hasil, indikator, { mandiri: false, ketikan, galat: [] });
  }

  @Post('tingkat/:indikator')
  async tetapkan(
    @AktorIni() aktor: Aktor,
    @Param() alamat: Alamat,
    @Body() isi: Record<string, unknown>,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const tempat = await this.cari(aktor, alamat);
    const periksa = await periksaIsian(TingkatDto, isi);
    if (!periksa.ok) return this.ulangi(res, tempat, isi, { mandiri: false, galat: periksa.galat });
    const { nilai, alasan, adaBerkas, versi } = periksa.isian;
    const { ormasId, periode } = tempat.hasil;
    await this.simpan(res, tempat, isi, false, () =>
      this.tingkat.tetapkanTingkat(aktor, periode.tahun, ormasId, {
        indikator: tempat.indikator.kode,
        nilai: nilai === 'tarik' ? null : nilai === 'tak-berlaku' ? nilai : Number(nilai),
        alasan,
        adaBerkas: adaBerkas === 'ya',
        versi,
      }),
    );
    if (res.headersSent) return;
    kilat(req, 'berhasil', `Tingkat ${tempat.indikator.kode} tersimpan; berlaku pada perhitungan berikutnya.`);
    res.redirect(303, jalurPenilaian.ormas(periode.tahun, ormasId));
  }

  @Get('mandiri/:indikator')
  @Render('penilaian/tingkat')
  async formulirMandiri(@AktorIni() aktor: Aktor, @Param() alamat: Alamat) {
    const { hasil, indikator } = await this.cari(aktor, alamat);
    if (!bolehNilaiMandiri(aktor, { ormasId: hasil.ormasId, statusPeriode: hasil.periode.status }))
      throw new DomainError('tidak-berwenang');
    const ketikan = ketikanAwal(hasil, indikator, true);
    return presentTingkat(hasil, indikator, { mandiri: true, ketikan, galat: [] });
  }

  @Post('mandiri/:indikator')
  async nilaiMandiri(
    @AktorIni() aktor: Aktor,
    @Param() alamat: Alamat,
    @Body() isi: Record<string, unknown>,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const tempat = await this.cari(aktor, alamat);
    const periksa = await periksaIsian(MandiriDto, isi);
    if (!periksa.ok) return this.ulangi(res, tempat, isi, { mandiri: true, galat: periksa.galat });
    const { nilai, adaBerkas, versi } = periksa.isian;
    const { ormasId, periode } = tempat.hasil;
    await this.simpan(res, tempat, isi, true, () =>
      this.tingkat.nilaiMandiri(aktor, periode.tahun, ormasId, {
        indikator: tempat.indikator.kode,
        tingkat: Number(nilai),
        adaBerkas: adaBerkas === 'ya',
        versi,
      }),
    );
    if (res.headersSent) return;
    kilat(req, 'berhasil', `Penilaian mandiri ${tempat.indikator.kode} tersimpan.`);
    res.redirect(303, jalurPenilaian.ormas(periode.tahun, ormasId));
  }

  private async cari(aktor: Aktor, alamat: Alamat): Promise<{ hasil: HasilTerbuka; indikator: Indikator }> {
    const [tahun, ormasId] = [Number(alamat.tahun), Number(alamat.ormasId)];
    if (!Number.isSafeInteger(tahun) || !Number.isSafeInteger(ormasId)) throw new DomainError('tidak-ditemukan');
    const hasil = await this.nilai.buka(aktor, tahun, ormasId);
    const indikator = hasil.instrumen.domain.flatMap((d) => d.indikator).find((i) => i.kode === alamat.indikator);
    if (!indikator) throw new DomainError('tidak-ditemukan');
    return { hasil, indikator };
  }

  /** Runs the act; faults in single fields show the form again with what was typed. */
  private async simpan(
    res: Response,
    tempat: { hasil: HasilTerbuka; indikator: Indikator },
    isi: Record<string, unknown>,
    mandiri: boolean,
    tindakan: () => Promise<void>,
  ): Promise<void> {
    try {
      await tindakan();
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      this.ulangi(res, tempat, isi, { mandiri, galat: galat.rincian.isian });
    }
  }

  private ulangi(
    res: Response,
    { hasil, indikator }: { hasil: HasilTerbuka; indikator: Indikator },
    isi: Record<string, unknown>,
    { mandiri, galat }: { mandiri: boolean; galat: GalatIsian[] },
  ): void {
    const ketikan: KetikanTingkat = {
      nilai: teks(isi.nilai),
      alasan: teks(isi.alasan),
      adaBerkas: isi.adaBerkas === 'ya',
      versi: Number(isi.versi) || 0,
    };
    const bidang = galat.map((g) => (g.bidang === 'tingkat' ? { ...g, bidang: 'nilai' } : g));
    res.status(422).render('penilaian/tingkat', presentTingkat(hasil, indikator, { mandiri, ketikan, galat: bidang }));
  }
}

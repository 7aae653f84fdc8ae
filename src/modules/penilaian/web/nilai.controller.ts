import { Controller, Get, Inject, Param, ParseIntPipe, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { type Indikator } from '../../../iko/instrumen.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { NilaiService } from '../nilai.service.js';
import { bolehTetapkanTingkat } from '../penilaian.policy.js';
import { type HasilTerbuka } from '../penilaian.types.js';
import { TingkatService } from '../tingkat.service.js';
import { presentNilai } from './nilai.presenter.js';
import { TingkatDto } from './penilaian.dto.js';
import { jalurPenilaian } from './penilaian.paths.js';
import { ketikanAwal, type KetikanTingkat, presentTingkat } from './tingkat.presenter.js';
import { type AlamatTingkat, isianDari, teksDari, TempatTingkat, versiDari } from './tempat-tingkat.js';
import { UnggahanTingkat } from './unggahan-tingkat.js';

/** One score with everything behind it, and the levels that officers set. */
@Controller('penilaian/:tahun/ormas/:ormasId')
export class NilaiController {
  constructor(
    @Inject(NilaiService) private readonly nilai: NilaiService,
    @Inject(TingkatService) private readonly tingkat: TingkatService,
    private readonly tempat: TempatTingkat,
    private readonly unggahan: UnggahanTingkat,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('penilaian/ormas')
  async halaman(
    @AktorIni() aktor: Aktor,
    @Param('tahun', ParseIntPipe) tahun: number,
    @Param('ormasId', ParseIntPipe) ormasId: number,
  ) {
    const hasil = await this.nilai.buka(aktor, tahun, ormasId);
    return presentNilai(aktor, hasil, await this.nilai.riwayat(aktor, tahun, ormasId), this.clock.sekarang());
  }

  @Get('tingkat/:indikator')
  @Render('penilaian/tingkat')
  async formulir(@AktorIni() aktor: Aktor, @Param() alamat: AlamatTingkat) {
    const { hasil, indikator } = await this.ditetapkan(aktor, alamat);
    return presentTingkat(aktor, hasil, indikator, { ketikan: ketikanAwal(hasil, indikator), galat: [] });
  }

  /** The files first, then the decision that rests on them: a decision that is refused has lost no file. */
  @Post('tingkat/:indikator')
  async tetapkan(
    @AktorIni() aktor: Aktor,
    @Param() alamat: AlamatTingkat,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const { hasil, indikator } = await this.ditetapkan(aktor, alamat);
    const { ormasId, periode } = hasil;
    const isi = isianDari(req);
    const ketikan: KetikanTingkat = {
      nilai: teksDari(isi.nilai),
      alasan: teksDari(isi.alasan),
      dasar: [isi.dasar ?? []].flat().map(teksDari),
      versi: versiDari(isi),
      keterangan: {},
    };
    const galat: GalatIsian[] = [];
    // What will be refused stores nothing: the decision itself says why, with both versions.
    if (ketikan.versi === (hasil.tingkat[indikator.kode]?.versi ?? 0)) {
      const { bukti, galat: ditolak, ketikan: keterangan } = await this.unggahan.ambil(req, null);
      const { tambah, hapus } = bukti;
      const { kode } = indikator;
      const lampiran = { indikator: kode, versi: ketikan.versi, tambah, hapus };
      const baru = await this.tingkat.lampirkan(aktor, periode.tahun, ormasId, lampiran);
      galat.push(...ditolak, ...baru.galat);
      ketikan.versi = baru.versi;
      ketikan.dasar = [...ketikan.dasar, ...baru.berkasId];
      ketikan.keterangan = keterangan;
    }
    const periksa = await periksaIsian(TingkatDto, { ...isi, dasar: ketikan.dasar });
    if (!periksa.ok) galat.push(...periksa.galat);
    else if (galat.length === 0)
      galat.push(...(await this.putuskan(aktor, hasil, indikator, periksa.isian, ketikan.versi)));
    if (galat.length > 0) {
      const { hasil: kini } = await this.tempat.cari(aktor, alamat);
      res.status(422).render('penilaian/tingkat', presentTingkat(aktor, kini, indikator, { ketikan, galat }));
      return;
    }
    kilat(req, 'berhasil', `Tingkat ${indikator.kode} tersimpan; berlaku pada perhitungan berikutnya.`);
    res.redirect(303, jalurPenilaian.ormas(periode.tahun, ormasId));
  }

  private async putuskan(
    aktor: Aktor,
    { ormasId, periode }: HasilTerbuka,
    indikator: Indikator,
    { nilai, alasan, dasar }: TingkatDto,
    versi: number,
  ): Promise<GalatIsian[]> {
    try {
      await this.tingkat.tetapkanTingkat(aktor, periode.tahun, ormasId, {
        indikator: indikator.kode,
        nilai: nilai === 'tarik' ? null : nilai === 'tak-berlaku' ? nilai : Number(nilai),
        ...{ alasan, dasar, versi },
      });
      return [];
    } catch (galat) {
      if (galat instanceof DomainError && galat.rincian.isian) return galat.rincian.isian;
      throw galat;
    }
  }

  private async ditetapkan(
    aktor: Aktor,
    alamat: AlamatTingkat,
  ): Promise<{ hasil: HasilTerbuka; indikator: Indikator }> {
    const tempat = await this.tempat.cari(aktor, alamat);
    if (!bolehTetapkanTingkat(aktor, { statusPeriode: tempat.hasil.periode.status }))
      throw new DomainError('tidak-berwenang');
    return tempat;
  }
}

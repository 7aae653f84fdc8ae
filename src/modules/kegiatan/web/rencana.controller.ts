import { Controller, Get, Param, ParseIntPipe, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { tanggal } from '../../../common/format.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { BacaKegiatanService } from '../baca-kegiatan.service.js';
import { RencanaOrmasService } from '../rencana-ormas.service.js';
import { bulatDariTeks, LaporanTahunanDto, ProgramDto, rupiahDariTeks, teksIsian } from './kegiatan.dto.js';
import { jalurKegiatan } from './kegiatan.paths.js';
import { type IsianRencana, presentRencana } from './rencana.presenter.js';

/** The yearly plan and the yearly report of an ormas. */
@Controller('ormas/:ormasId/rencana')
export class RencanaController {
  constructor(
    private readonly rencana: RencanaOrmasService,
    private readonly baca: BacaKegiatanService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('kegiatan/rencana')
  async halaman(@AktorIni() aktor: Aktor, @Param('ormasId', ParseIntPipe) ormasId: number) {
    return this.sajikan(aktor, ormasId, {}, []);
  }

  @Post('program')
  async tambah(
    @AktorIni() aktor: Aktor,
    @Param('ormasId', ParseIntPipe) ormasId: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const isi = teksIsian(req.body, ['tahun', 'nama', 'targetPenerima', 'anggaran']);
    const kirim = async () => {
      const periksa = await periksaIsian(ProgramDto, isi);
      if (!periksa.ok) throw new DomainError('isian-tidak-sah', undefined, { isian: periksa.galat });
      await this.rencana.tambahProgram(aktor, ormasId, {
        tahun: Number(isi.tahun),
        nama: isi.nama,
        targetPenerima: bulatDariTeks(isi.targetPenerima),
        anggaran: rupiahDariTeks(isi.anggaran),
      });
      return 'Program kerja ditambahkan.';
    };
    await this.jawab(aktor, ormasId, { req, res }, isi, kirim);
  }

  @Post('laporan')
  async laporan(
    @AktorIni() aktor: Aktor,
    @Param('ormasId', ParseIntPipe) ormasId: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const isi = teksIsian(req.body, ['tahunLaporan', 'ringkasan']);
    const kirim = async () => {
      const periksa = await periksaIsian(LaporanTahunanDto, isi);
      if (!periksa.ok) throw new DomainError('isian-tidak-sah', undefined, { isian: periksa.galat });
      const { terlambat, batas } = await this.rencana.kirimLaporanTahunan(
        aktor,
        ormasId,
        Number(isi.tahunLaporan),
        isi.ringkasan,
      );
      return terlambat
        ? `Laporan tahunan ${isi.tahunLaporan} terkirim, dan tercatat terlambat: batasnya ${tanggal(batas)}.`
        : `Laporan tahunan ${isi.tahunLaporan} terkirim tepat waktu.`;
    };
    await this.jawab(aktor, ormasId, { req, res }, isi, kirim);
  }

  private async jawab(
    aktor: Aktor,
    ormasId: number,
    { req, res }: { req: Request; res: Response },
    isi: Partial<IsianRencana>,
    kirim: () => Promise<string>,
  ): Promise<void> {
    await this.baca.ormas(aktor, ormasId);
    try {
      kilat(req, 'berhasil', await kirim());
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      res.status(422).render('kegiatan/rencana', await this.sajikan(aktor, ormasId, isi, galat.rincian.isian));
      return;
    }
    res.redirect(303, jalurKegiatan.rencana(ormasId));
  }

  private async sajikan(aktor: Aktor, ormasId: number, isian: Partial<IsianRencana>, galat: GalatIsian[]) {
    const ormas = await this.baca.ormas(aktor, ormasId);
    const [program, laporan, tahun] = await Promise.all([
      this.rencana.program(ormasId),
      this.rencana.laporanTahunan(ormasId),
      this.rencana.tahun(ormasId),
    ]);
    return presentRencana({ aktor, ormas, program, laporan, tahun, kini: this.clock.sekarang(), isian, galat });
  }
}

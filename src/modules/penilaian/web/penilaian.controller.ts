import { Body, Controller, Get, Inject, Param, ParseIntPipe, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { tanggalWib } from '../../../common/tanggal.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { HasilService } from '../hasil.service.js';
import { HitungService } from '../hitung.service.js';
import { bolehHitung, bolehLihatPeriode, bolehTutupPeriode } from '../penilaian.policy.js';
import { type SaringanHasil } from '../penilaian.types.js';
import { PenutupanService } from '../penutupan.service.js';
import { PeriodeService } from '../periode.service.js';
import { PeriodeBaruDto, SaringanHasilDto, StatusPeriodeDto } from './penilaian.dto.js';
import { jalurPenilaian, SARINGAN_KOSONG } from './penilaian.paths.js';
import { presentPeriode } from './periode.presenter.js';
import { presentTahun } from './tahun.presenter.js';

/** Periods and the results of a year. */
@Controller('penilaian')
export class PenilaianController {
  constructor(
    @Inject(PeriodeService) private readonly periode: PeriodeService,
    @Inject(HitungService) private readonly hitung: HitungService,
    @Inject(HasilService) private readonly hasil: HasilService,
    private readonly penutupan: PenutupanService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @Render('penilaian/daftar')
  daftar(@AktorIni() aktor: Aktor) {
    return this.susunDaftar(aktor, { tahun: '', galat: [] });
  }

  @Post()
  async buat(
    @AktorIni() aktor: Aktor,
    @Req() req: Request,
    @Res() res: Response,
    @Body() isi: Record<string, unknown>,
  ): Promise<void> {
    const periksa = await periksaIsian(PeriodeBaruDto, isi);
    if (!periksa.ok) {
      const tahun = typeof isi.tahun === 'string' ? isi.tahun.slice(0, 10) : '';
      res.status(422).render('penilaian/daftar', await this.susunDaftar(aktor, { tahun, galat: periksa.galat }));
      return;
    }
    await this.periode.buatPeriode(aktor, periksa.isian.tahun);
    kilat(req, 'berhasil', `Periode penilaian ${periksa.isian.tahun} tersedia.`);
    res.redirect(303, jalurPenilaian.tahun(periksa.isian.tahun));
  }

  @Get(':tahun')
  async tahun(
    @AktorIni() aktor: Aktor,
    @Param('tahun', ParseIntPipe) tahun: number,
    @Query() kueri: SaringanHasilDto,
    @Res() res: Response,
  ): Promise<void> {
    if (aktor.peran === 'sekretaris') return res.redirect(303, jalurPenilaian.ormas(tahun, aktor.ormasId ?? 0));
    const periode = await this.periode.untukTahun(tahun);
    const saringan = bacaSaringan(kueri);
    const hasil =
      periode.hitungId === null
        ? null
        : {
            kelompok: await this.hasil.ringkasan(aktor, periode.hitungId),
            daftar: await this.hasil.daftar(aktor, periode.hitungId, saringan, kueri.halaman ?? 1),
            saringan,
          };
    const pita = await this.periode.pita(periode);
    const terakhir = await this.hitung.terakhir(periode.id);
    const kini = this.clock.sekarang();
    const halangan = bolehTutupPeriode(aktor) ? await this.penutupan.halangan(tahun) : null;
    const usangSejak = await this.periode.usangSejak(periode, tanggalWib(kini));
    const bahan = { aktor, periode, pita, terakhir, hasil, halangan, usangSejak, kini };
    res.render('penilaian/tahun', presentTahun(bahan));
  }

  @Post(':tahun/hitung')
  async mulai(
    @AktorIni() aktor: Aktor,
    @Param('tahun', ParseIntPipe) tahun: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const { hitungId, baru } = await this.hitung.mulaiHitung(aktor, tahun);
    if (!baru) kilat(req, 'peringatan', 'Perhitungan tahun ini sedang berjalan; inilah kemajuannya.');
    res.redirect(303, jalurPenilaian.hitung(hitungId));
  }

  @Post(':tahun/populasi')
  async susunUlangPopulasi(
    @AktorIni() aktor: Aktor,
    @Param('tahun', ParseIntPipe) tahun: number,
    @Body() isi: StatusPeriodeDto,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    await this.periode.susunUlangPopulasi(aktor, tahun, isi.versi, isi.alasan ?? '');
    kilat(req, 'berhasil', `Perhitungan ${tahun} berikutnya memakai daftar ormas menurut register.`);
    res.redirect(303, jalurPenilaian.tahun(tahun));
  }

  private async susunDaftar(aktor: Aktor, isian: Parameters<typeof presentPeriode>[2]) {
    if (!bolehLihatPeriode(aktor)) throw new DomainError('tidak-berwenang');
    const daftar = await this.periode.daftar();
    const lengkap = await Promise.all(
      daftar.map(async (periode) => ({ periode, terakhir: await this.hitung.terakhir(periode.id) })),
    );
    return presentPeriode(lengkap, bolehHitung(aktor), isian);
  }
}

function bacaSaringan(k: SaringanHasilDto): SaringanHasil {
  return {
    ...(k.cari && { cari: k.cari }),
    ...(k.opd !== undefined && { opdId: k.opd }),
    ...(k.keadaan && { keadaan: k.keadaan }),
    urut: k.urut ?? SARINGAN_KOSONG.urut,
    arah: k.arah ?? SARINGAN_KOSONG.arah,
  };
}

import { Body, Controller, Get, Post, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { tanggalWib } from '../../../common/tanggal.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { tahunJendela } from '../jendela.js';
import { SetelanService } from '../setelan.service.js';
import { keSetelan, SetelanDto } from './setelan.dto.js';
import { JALUR_SETELAN } from './setelan.paths.js';
import { type KetikanSetelan, ketikanSetelan, presentSetelan } from './setelan.presenter.js';

/** The settings of the office, for admin. */
@Controller('setelan')
export class SetelanController {
  constructor(
    private readonly setelan: SetelanService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('setelan/setelan')
  async formulir(@AktorIni() aktor: Aktor) {
    const { isi, versi } = await this.setelan.bacaUntukUbah(aktor);
    return presentSetelan(ketikanSetelan(isi, versi), isi, this.tahun(isi.jendelaMulai));
  }

  @Post()
  async ubah(@AktorIni() aktor: Aktor, @Body() isian: Record<string, unknown>, @Res() res: Response): Promise<void> {
    const { isi, versi } = await this.setelan.bacaUntukUbah(aktor);
    const periksa = await periksaIsian(SetelanDto, isian);
    if (!periksa.ok) {
      const kosong = ketikanSetelan(isi, versi);
      const ketikan = Object.fromEntries(
        Object.keys(kosong).map((k) => [k, typeof isian[k] === 'string' ? isian[k] : '']),
      ) as KetikanSetelan;
      const tampilan = presentSetelan(ketikan, isi, this.tahun(isi.jendelaMulai), periksa.galat);
      return res.status(422).render('setelan/setelan', tampilan);
    }
    await this.setelan.ubah(aktor, periksa.isian.versi, keSetelan(periksa.isian, isi));
    kilat(res.req, 'berhasil', 'Setelan kantor disimpan.');
    res.redirect(303, JALUR_SETELAN);
  }

  private tahun(jendelaMulai: string): number {
    return tahunJendela(jendelaMulai, tanggalWib(this.clock.sekarang()));
  }
}

import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { tanggalWib } from '../../../common/tanggal.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { HariLiburService } from '../hari-libur.service.js';
import { type IsianLibur } from '../hari-libur.types.js';
import { keLibur, LiburDto } from './hari-libur.dto.js';
import {
  type KetikanLibur,
  ketikanLibur,
  LIBUR_KOSONG,
  presentDaftarLibur,
  presentUbahLibur,
} from './hari-libur.presenter.js';
import { jalurLibur } from './setelan.paths.js';

/** The days off, for admin. */
@Controller('setelan/hari-libur')
export class HariLiburController {
  constructor(
    private readonly libur: HariLiburService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('setelan/hari-libur')
  async daftar(@AktorIni() aktor: Aktor, @Query('tahun') tahun: unknown) {
    return this.sajikan(aktor, this.tahun(tahun), { ...LIBUR_KOSONG }, []);
  }

  @Post()
  async tambah(@AktorIni() aktor: Aktor, @Body() isi: Record<string, unknown>, @Res() res: Response): Promise<void> {
    const galat = await simpan(isi, (libur) => this.libur.tambah(aktor, libur));
    if (galat) {
      const ketikan = bacaKetikan(isi);
      const halaman = await this.sajikan(aktor, this.tahun(ketikan.tanggal.slice(0, 4)), ketikan, galat);
      return res.status(422).render('setelan/hari-libur', halaman);
    }
    kilat(res.req, 'berhasil', 'Hari libur ditambahkan.');
    res.redirect(303, jalurLibur.daftar(this.tahun(bacaKetikan(isi).tanggal.slice(0, 4))));
  }

  @Get(':id')
  @Render('setelan/ubah-libur')
  async formulir(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    const libur = await this.libur.satu(aktor, id);
    return presentUbahLibur(libur, ketikanLibur(libur), String(libur.versi), []);
  }

  @Post(':id')
  async ubah(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() isi: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    const lama = await this.libur.satu(aktor, id);
    const versi = Number(isi.versi) || 0;
    const galat = await simpan(isi, (libur) => this.libur.ubah(aktor, id, versi, libur));
    if (galat) {
      const halaman = presentUbahLibur(lama, bacaKetikan(isi), String(versi), galat);
      return res.status(422).render('setelan/ubah-libur', halaman);
    }
    kilat(res.req, 'berhasil', 'Hari libur disimpan.');
    res.redirect(303, jalurLibur.daftar(this.tahun(bacaKetikan(isi).tanggal.slice(0, 4))));
  }

  private async sajikan(aktor: Aktor, tahun: number, ketikan: KetikanLibur, galat: GalatIsian[]) {
    const [daftar, ringkasan] = await Promise.all([this.libur.daftar(aktor, tahun), this.libur.tahun(aktor)]);
    return presentDaftarLibur({ tahun, daftar, ringkasan, ketikan, galat });
  }

  private tahun(nilai: unknown): number {
    const kini = Number(tanggalWib(this.clock.sekarang()).slice(0, 4));
    return typeof nilai === 'string' && /^20\d\d$/.test(nilai) ? Number(nilai) : kini;
  }
}

function bacaKetikan(isi: Record<string, unknown>): KetikanLibur {
  return Object.fromEntries(
    Object.keys(LIBUR_KOSONG).map((k) => [k, typeof isi[k] === 'string' ? isi[k].trim() : '']),
  ) as KetikanLibur;
}

/** Checks and stores; gives the faults of the fields back, null when all is well. */
async function simpan(
  isi: Record<string, unknown>,
  tulis: (libur: IsianLibur) => Promise<void>,
): Promise<GalatIsian[] | null> {
  const periksa = await periksaIsian(LiburDto, isi);
  if (!periksa.ok) return periksa.galat;
  try {
    await tulis(keLibur(periksa.isian));
    return null;
  } catch (galat) {
    if (galat instanceof DomainError && galat.rincian.isian) return galat.rincian.isian;
    throw galat;
  }
}

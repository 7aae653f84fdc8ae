import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { BacaKunjunganService } from '../baca-kunjungan.service.js';
import { FormulirKunjunganService } from '../formulir-kunjungan.service.js';
import { type Ketikan } from '../kunjungan.aturan.js';
import { type KunjunganRinci, type Sasaran } from '../kunjungan.types.js';
import { RencanaKunjunganService } from '../rencana-kunjungan.service.js';
import { bacaSasaran, ketikanRencana, versiDari } from './kunjungan.dto.js';
import { jalurKunjungan } from './kunjungan.paths.js';
import { ketikanAwal, ketikanDari, presentRencanaBaru, presentUbahRencana } from './rencana.presenter.js';

type Isi = Record<string, unknown>;

/** Planning visits, and changing a plan. */
@Controller('kunjungan')
export class RencanaController {
  constructor(
    private readonly rencana: RencanaKunjunganService,
    private readonly baca: BacaKunjunganService,
    private readonly formulir: FormulirKunjunganService,
  ) {}

  @Get('baru')
  @Render('lapangan/rencana')
  async baru(@AktorIni() aktor: Aktor, @Query() kueri: Isi) {
    return this.halaman(aktor, bacaSasaran(kueri), null, []);
  }

  @Post()
  async simpan(@AktorIni() aktor: Aktor, @Body() isi: Isi, @Res() res: Response): Promise<void> {
    const sasaran = bacaSasaran(isi);
    const ketikan = ketikanRencana(isi);
    try {
      const id = await this.rencana.rencanakan(aktor, sasaran, ketikan);
      kilat(res.req, 'berhasil', id.length === 1 ? PESAN_SATU : `${id.length} kunjungan direncanakan.`);
      res.redirect(
        303,
        id.length === 1 ? jalurKunjungan.rinci(id[0] ?? 0) : jalurKunjungan.daftar({ bagian: 'mendatang' }),
      );
    } catch (galat) {
      const salah = isianSalah(galat);
      res.status(422).render('lapangan/rencana', await this.halaman(aktor, sasaran, ketikan, salah));
    }
  }

  @Get(':id/rencana')
  @Render('lapangan/rencana')
  async ubah(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    const k = await this.dapatDiubah(aktor, id);
    return this.halamanUbah(k, ketikanDari(k), []);
  }

  @Post(':id/rencana')
  async simpanUbahan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() isi: Isi,
    @Res() res: Response,
  ): Promise<void> {
    const ketikan = ketikanRencana(isi);
    try {
      await this.rencana.ubah(aktor, id, versiDari(isi), ketikan);
    } catch (galat) {
      const salah = isianSalah(galat);
      const k = await this.dapatDiubah(aktor, id);
      return res.status(422).render('lapangan/rencana', await this.halamanUbah(k, ketikan, salah));
    }
    kilat(res.req, 'berhasil', 'Rencana disimpan; ormas dan petugas diberi tahu.');
    res.redirect(303, jalurKunjungan.rinci(id));
  }

  private async dapatDiubah(aktor: Aktor, id: number): Promise<KunjunganRinci> {
    const k = await this.baca.rinci(aktor, id);
    if (!k.boleh.ubahRencana) throw new DomainError('tidak-berwenang');
    return k;
  }

  private async halaman(aktor: Aktor, sasaran: readonly Sasaran[], ketikan: Ketikan | null, galat: GalatIsian[]) {
    if (sasaran.length === 0) throw new DomainError('tidak-ditemukan', 'Pilih dahulu ormas yang akan dikunjungi.');
    const [calon, petugas] = [await this.formulir.calon(aktor, sasaran), await this.formulir.petugas()];
    const hari = this.baca.hari();
    const pelaku = petugas.some((p) => p.id === aktor.id) ? aktor.id : null;
    return presentRencanaBaru(calon, { ketikan: ketikan ?? ketikanAwal(calon, pelaku, hari), petugas, galat, hari });
  }

  private async halamanUbah(k: KunjunganRinci, ketikan: Ketikan, galat: GalatIsian[]) {
    const petugas = await this.formulir.petugas(k.id);
    return presentUbahRencana(k, { ketikan, petugas, galat, hari: this.baca.hari() });
  }
}

const PESAN_SATU = 'Kunjungan direncanakan; ormas dan petugas diberi tahu.';

/** The faults of fields; whatever else went wrong goes on its way. */
function isianSalah(galat: unknown): GalatIsian[] {
  if (galat instanceof DomainError && galat.rincian.isian) return galat.rincian.isian;
  throw galat;
}

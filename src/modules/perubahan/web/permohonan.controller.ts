import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { BacaPerubahanService, type PerubahanRinci } from '../baca-perubahan.service.js';
import { FormulirPerubahanService } from '../formulir-perubahan.service.js';
import { type Ketikan, namaIsian, PERIHAL, type Perihal } from '../perubahan.aturan.js';
import { PerubahanService } from '../perubahan.service.js';
import { presentFormulir, presentPilih } from './formulir.presenter.js';
import { teksIsian } from './perubahan.dto.js';
import { jalurPerubahan } from './perubahan.paths.js';
import { UnggahanPerubahan } from './unggahan-perubahan.js';

/** The way of one who asks: choose the matter, fill in, attach, check. Nothing typed or uploaded is lost. */
@Controller()
export class PermohonanController {
  constructor(
    private readonly baca: BacaPerubahanService,
    private readonly perubahan: PerubahanService,
    private readonly bahan: FormulirPerubahanService,
    private readonly unggahan: UnggahanPerubahan,
  ) {}

  @Get('ormas/:ormasId/perubahan/baru')
  async baru(
    @AktorIni() aktor: Aktor,
    @Param('ormasId', IdPipe) ormasId: number,
    @Query('perihal') diminta: unknown,
    @Res() res: Response,
  ): Promise<void> {
    const ormas = await this.ormasTertulis(aktor, ormasId);
    const perihal = PERIHAL.find((p) => p === diminta);
    if (!perihal) return res.render('perubahan/pilih', presentPilih(ormas));
    const isi = { ormas, perihal, permohonan: null, galat: [] };
    res.render('perubahan/formulir', await this.formulir({ ...isi, ketikan: null }));
  }

  @Post('ormas/:ormasId/perubahan/baru')
  async simpan(
    @AktorIni() aktor: Aktor,
    @Param('ormasId', IdPipe) ormasId: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const ormas = await this.ormasTertulis(aktor, ormasId);
    const perihal = PERIHAL.find((p) => p === (req.body as Record<string, unknown>).perihal);
    if (!perihal) throw new DomainError('tidak-ditemukan');
    const ketikan = teksIsian(req.body, namaIsian(perihal));
    const unggah = await this.unggahan.ambil(req, ormas.id);
    const id = await this.perubahan.buat(aktor, ormasId, perihal, ketikan, unggah.bukti);
    await this.lanjut(aktor, id, { ketikan, galat: unggah.galat }, res);
  }

  @Get('perubahan/:id/ubah')
  async ubah(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Res() res: Response): Promise<void> {
    const p = await this.dapatDiubah(aktor, id);
    const ormas = { id: p.ormasId, nama: p.ormasNama };
    const isi = { ormas, perihal: p.perihal, permohonan: p, ketikan: p.ketikan, galat: [] };
    res.render('perubahan/formulir', await this.formulir(isi));
  }

  @Post('perubahan/:id/ubah')
  async simpanUbahan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const p = await this.dapatDiubah(aktor, id);
    const ketikan = teksIsian(req.body, namaIsian(p.perihal));
    const versi = Number((req.body as Record<string, unknown>).versi) || 0;
    // What will be refused stores nothing: `ubah` says why.
    const ditolak = p.versi !== versi || !p.boleh.ubah;
    const kosong = { bukti: { tambah: [], lepas: [] }, galat: [] };
    const unggah = ditolak ? kosong : await this.unggahan.ambil(req, p.ormasId);
    await this.perubahan.ubah(aktor, id, versi, ketikan, unggah.bukti);
    await this.lanjut(aktor, id, { ketikan, galat: unggah.galat }, res);
  }

  /** After saving: back to the form with what is wrong, or on to before and after. */
  private async lanjut(
    aktor: Aktor,
    id: number,
    { ketikan, galat: galatBerkas }: { ketikan: Ketikan; galat: GalatIsian[] },
    res: Response,
  ): Promise<void> {
    const p = await this.baca.rinci(aktor, id);
    const galat = [...p.galat, ...galatBerkas, ...(galatBerkas.length === 0 ? this.bahan.kurangBukti(p) : [])];
    if (galat.length === 0) return res.redirect(303, jalurPerubahan.rinci(id));
    const ormas = { id: p.ormasId, nama: p.ormasNama };
    const isi = { ormas, perihal: p.perihal, permohonan: p, ketikan, galat };
    res.status(422).render('perubahan/formulir', await this.formulir(isi));
  }

  private async ormasTertulis(aktor: Aktor, ormasId: number) {
    const ormas = await this.baca.ormas(aktor, ormasId);
    if (!ormas.bolehAjukan) throw new DomainError('tidak-berwenang');
    return ormas;
  }

  private async dapatDiubah(aktor: Aktor, id: number): Promise<PerubahanRinci> {
    const p = await this.baca.rinci(aktor, id);
    if (!p.boleh.ubah && !p.boleh.pulihkan && !p.boleh.cabut) throw new DomainError('tidak-berwenang');
    return p;
  }

  private async formulir(b: {
    ormas: { id: number; nama: string };
    perihal: Perihal;
    permohonan: PerubahanRinci | null;
    ketikan: Ketikan | null;
    galat: GalatIsian[];
  }) {
    const bahan = await this.bahan.siapkan(b.ormas.id, b.perihal);
    return presentFormulir({ ...b, ...bahan, ketikan: b.ketikan ?? bahan.ketikanAwal });
  }
}

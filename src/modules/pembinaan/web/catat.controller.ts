import { Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { angkaFormulir } from '../../../infra/http/teks-formulir.js';
import { nomorIsian, PenerimaUnggahan } from '../../berkas/penerima-unggahan.js';
import { JENIS_PEMBINAAN } from '../../ormas/ormas.types.js';
import { BacaPembinaanService, type OrmasBercatatan, type PembinaanRinci } from '../baca-pembinaan.service.js';
import { PembinaanService } from '../pembinaan.service.js';
import { type BerkasPembinaan } from '../pembinaan.types.js';
import { presentFormulir } from './formulir.presenter.js';
import { galatIsian } from './pembinaan.controller.js';
import {
  berkasDipilihLagi,
  galatBerkas,
  isianDari,
  ketikanDari,
  ketikanPembinaan,
  type KetikanPembinaan,
  PembinaanDto,
} from './pembinaan.dto.js';
import { jalurPembinaan } from './pembinaan.paths.js';

/** Recording a row of the log, and putting one right. Nothing that was typed is lost. */
@Controller()
export class CatatPembinaanController {
  constructor(
    private readonly baca: BacaPembinaanService,
    private readonly pembinaan: PembinaanService,
    private readonly penerima: PenerimaUnggahan,
  ) {}

  @Get('ormas/:ormasId/pembinaan/baru')
  @Render('pembinaan/formulir')
  async baru(@AktorIni() aktor: Aktor, @Param('ormasId', IdPipe) ormasId: number, @Query('jenis') jenis: unknown) {
    const ormas = await this.untuk(aktor, ormasId);
    const ketikan = ketikanPembinaan({ jenis: JENIS_PEMBINAAN.find((j) => j === jenis) });
    return presentFormulir({ ormas, rinci: null, ketikan, galat: [] });
  }

  @Post('ormas/:ormasId/pembinaan/baru')
  async catat(
    @AktorIni() aktor: Aktor,
    @Param('ormasId', IdPipe) ormasId: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const ormas = await this.untuk(aktor, ormasId);
    const ketikan = ketikanPembinaan(req.body);
    let id = 0;
    const galat = await this.terima(req, { ormas, ketikan, lepas: [] }, async (berkas) => {
      id = await this.pembinaan.catat(aktor, ormasId, isianDari(ketikan), berkas);
    });
    if (galat.length > 0) {
      res.status(422).render('pembinaan/formulir', presentFormulir({ ormas, rinci: null, ketikan, galat }));
      return;
    }
    kilat(req, 'berhasil', 'Catatan tersimpan. Ormas dan OPD pembinanya diberi tahu.');
    res.redirect(303, jalurPembinaan.rinci(id));
  }

  @Get('pembinaan/:id/koreksi')
  @Render('pembinaan/formulir')
  async formulirKoreksi(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    const rinci = await this.untukKoreksi(aktor, id);
    if (!rinci.boleh.koreksi) throw new DomainError('transisi-tidak-sah');
    return presentFormulir({ ormas: rinci.ormas, rinci, ketikan: ketikanDari(rinci.baris), galat: [] });
  }

  @Post('pembinaan/:id/koreksi')
  async koreksi(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const rinci = await this.untukKoreksi(aktor, id);
    const ketikan = ketikanPembinaan(req.body);
    const versi = angkaFormulir(ketikan.versi);
    const lepas = nomorIsian(req, 'lepas');
    const isi = { isian: isianDari(ketikan), alasan: ketikan.alasan };
    let baru = 0;
    const koreksi = async (berkas: BerkasPembinaan): Promise<void> => {
      baru = await this.pembinaan.koreksi(aktor, id, versi, isi, berkas);
    };
    // What will be refused stores nothing: the act says why.
    const basi = !rinci.boleh.koreksi || rinci.baris.versi !== versi;
    const galat = await this.terima(req, { ormas: rinci.ormas, ketikan, lepas, basi }, koreksi);
    if (galat.length > 0) {
      const halaman = presentFormulir({ ormas: rinci.ormas, rinci, ketikan, galat, lepas });
      res.status(422).render('pembinaan/formulir', halaman);
      return;
    }
    kilat(req, 'berhasil', 'Koreksi tersimpan. Catatan yang keliru tetap terbaca.');
    res.redirect(303, jalurPembinaan.rinci(baru));
  }

  /** Checks the fields, then the files, then acts; what is wrong, empty when it was done. */
  private async terima(
    req: Request,
    b: { ormas: OrmasBercatatan; ketikan: KetikanPembinaan; lepas: readonly number[]; basi?: boolean },
    tindakan: (berkas: BerkasPembinaan) => Promise<void>,
  ): Promise<GalatIsian[]> {
    const periksa = await periksaIsian(PembinaanDto, b.ketikan);
    const keliru = periksa.ok ? this.pembinaan.periksa(isianDari(b.ketikan)) : periksa.galat;
    if (keliru.length > 0) return [...keliru, ...berkasDipilihLagi(req, 'dokumen')];
    if (b.basi) return galatIsian(() => tindakan({ tambah: [], lepas: b.lepas }));
    const unggah = await this.penerima.terima(req, ['dokumen'], b.ormas.id, { banyak: true });
    if (unggah.galat.length > 0) return galatBerkas(unggah);
    const tambah = unggah.diterima.map((d) => d.siap);
    const galat = await galatIsian(() => tindakan({ tambah, lepas: b.lepas }));
    return galat.length > 0 ? [...galat, ...berkasDipilihLagi(req, 'dokumen')] : [];
  }

  private async untuk(aktor: Aktor, ormasId: number): Promise<OrmasBercatatan> {
    const ormas = await this.baca.ormas(aktor, ormasId);
    if (!ormas.boleh.catat) throw new DomainError('tidak-berwenang');
    return ormas;
  }

  private async untukKoreksi(aktor: Aktor, id: number): Promise<PembinaanRinci> {
    const rinci = await this.baca.rinci(aktor, id);
    if (!rinci.ormas.boleh.catat) throw new DomainError('tidak-berwenang');
    return rinci;
  }
}

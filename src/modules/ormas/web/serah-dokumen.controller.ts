import { Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { PenerimaUnggahan } from '../../berkas/penerima-unggahan.js';
import { OrmasRincianService } from '../ormas-rincian.service.js';
import { JENIS_DOKUMEN, type RincianOrmas } from '../ormas.types.js';
import { SerahDokumenService } from '../serah-dokumen.service.js';
import { type KetikanDokumen, presentDokumen } from './dokumen.presenter.js';
import { DokumenDto } from './ormas.dto.js';
import { jalurOrmas } from './ormas.paths.js';

/** Handing in a document of an ormas with its file. */
@Controller('ormas/:id/dokumen/baru')
export class SerahDokumenController {
  constructor(
    private readonly serah: SerahDokumenService,
    private readonly terperinci: OrmasRincianService,
    private readonly penerima: PenerimaUnggahan,
  ) {}

  @Get()
  @Render('ormas/dokumen')
  async formulir(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Query('jenis') jenis: unknown) {
    const o = await this.untuk(aktor, id);
    const isi = { jenis: JENIS_DOKUMEN.find((j) => j === jenis) ?? '', nomor: '', tanggal: '', berlakuSampai: '' };
    return presentDokumen(o, isi, { olehPetugas: aktor.peran === 'petugas' });
  }

  @Post()
  async kirim(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const o = await this.untuk(aktor, id);
    const isi = ketikan(req);
    const ulang = (galat: GalatIsian[]): void =>
      res
        .status(422)
        .render('ormas/dokumen', presentDokumen(o, isi, { olehPetugas: aktor.peran === 'petugas', galat }));
    const periksa = await periksaIsian(DokumenDto, isi);
    if (!periksa.ok) return ulang(periksa.galat);
    // What is refused anyhow stores nothing.
    const keliru = await this.serah.periksa(aktor, id, periksa.isian, (req.unggahan ?? []).length > 0);
    if (keliru.length > 0) return ulang(keliru);
    const { diterima, galat } = await this.penerima.terima(req, ['berkas'], id);
    if (galat.length > 0) return ulang(galat);
    try {
      await this.serah.serahkan(aktor, id, periksa.isian, diterima[0]?.siap ?? null);
    } catch (salah) {
      if (salah instanceof DomainError && salah.rincian.isian) return ulang(salah.rincian.isian);
      if (salah instanceof DomainError && salah.kode === 'berkas-ditolak')
        return ulang([{ bidang: 'berkas', pesan: salah.message }]);
      throw salah;
    }
    kilat(req, 'berhasil', 'Dokumen diterima dan menunggu pemeriksaan petugas.');
    res.redirect(303, jalurOrmas.rincian(id));
  }

  private async untuk(aktor: Aktor, id: number): Promise<RincianOrmas> {
    const o = await this.terperinci.rincian(aktor, id);
    if (!o.boleh.serahkanDokumen) throw new DomainError('tidak-berwenang');
    return o;
  }
}

function ketikan(req: Request): KetikanDokumen {
  const isi = (req.body ?? {}) as Record<string, unknown>;
  const teks = (k: keyof KetikanDokumen): string => (typeof isi[k] === 'string' ? isi[k].trim() : '');
  return { jenis: teks('jenis'), nomor: teks('nomor'), tanggal: teks('tanggal'), berlakuSampai: teks('berlakuSampai') };
}

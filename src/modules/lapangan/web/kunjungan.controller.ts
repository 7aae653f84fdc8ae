import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { BacaKunjunganService } from '../baca-kunjungan.service.js';
import { BeritaAcaraService } from '../berita-acara.service.js';
import { FormulirKunjunganService } from '../formulir-kunjungan.service.js';
import { RencanaKunjunganService } from '../rencana-kunjungan.service.js';
import { TanggapanKunjunganService } from '../tanggapan-kunjungan.service.js';
import { presentCetak, presentDaftar, presentMilikOrmas } from './daftar.presenter.js';
import { bacaSaringan, tanggapanDari, teksDari, versiDari } from './kunjungan.dto.js';
import { jalurKunjungan, TINDAKAN_JALUR, type TindakanJalur } from './kunjungan.paths.js';
import { type IsianRincian, presentKunjungan } from './kunjungan.presenter.js';

type Isi = Record<string, unknown>;

const PESAN: Readonly<Record<TindakanJalur, string>> = {
  mulai: 'Berita acara dimulai. Isi sambil di tempat; simpan draf kapan saja.',
  batalkan: 'Kunjungan dibatalkan; ormas dan petugas diberi tahu.',
  'buka-kembali': 'Berita acara dibuka kembali dan dapat diperbaiki.',
  pulihkan: 'Kunjungan direncanakan kembali.',
  'ulangi-dokumen': 'Dokumen dibuat ulang.',
};

/** Visits as they are read, and the small acts on them. */
@Controller()
export class KunjunganController {
  constructor(
    private readonly baca: BacaKunjunganService,
    private readonly rencana: RencanaKunjunganService,
    private readonly beritaAcara: BeritaAcaraService,
    private readonly tanggapan: TanggapanKunjunganService,
    private readonly formulir: FormulirKunjunganService,
  ) {}

  @Get('kunjungan')
  @Render('lapangan/daftar')
  async daftar(@AktorIni() aktor: Aktor, @Query() kueri: Isi) {
    const s = bacaSaringan(kueri);
    const { halaman } = kueri;
    const ke = typeof halaman === 'string' && /^[1-9]\d{0,4}$/.test(halaman) ? Number(halaman) : 1;
    const isi = await this.baca.daftar(aktor, s, ke);
    const [petugas, kelurahan] = [await this.formulir.petugas(), await this.formulir.kelurahan()];
    return presentDaftar(aktor, isi, s, { hari: this.baca.hari(), petugas, kelurahan });
  }

  @Get('kunjungan/cetak')
  @Render('lapangan/cetak')
  async cetak(@AktorIni() aktor: Aktor, @Query() kueri: Isi) {
    const s = bacaSaringan(kueri);
    return presentCetak(await this.baca.cetak(aktor, s), s, this.baca.hari());
  }

  @Get('ormas/:ormasId/kunjungan')
  @Render('lapangan/ormas')
  async milikOrmas(@AktorIni() aktor: Aktor, @Param('ormasId', IdPipe) id: number) {
    const { nama, boleh, isi } = await this.baca.milikOrmas(aktor, id);
    return presentMilikOrmas({ id, nama, boleh }, isi, this.baca.hari());
  }

  @Get('kunjungan/:id')
  @Render('lapangan/rincian')
  async rinci(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    return presentKunjungan(await this.baca.rinci(aktor, id), null);
  }

  @Post('kunjungan/:id/tanggapan')
  async tanggapi(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() isi: Isi,
    @Res() res: Response,
  ): Promise<void> {
    const isian = { tindakan: 'tanggapan' as const, kata: teksDari(isi, 'kata'), sikap: teksDari(isi, 'sikap') };
    await this.jawab(aktor, id, res, isian, async () => {
      await this.tanggapan.tanggapi(aktor, id, versiDari(isi), tanggapanDari(isi));
      kilat(res.req, 'berhasil', 'Tanggapan terkirim; petugas diberi tahu.');
      return jalurKunjungan.rinci(id);
    });
  }

  @Post('kunjungan/:id/tindakan/:tindakan')
  async tindak(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Param('tindakan') nama: string,
    @Body() isi: Isi,
    @Res() res: Response,
  ): Promise<void> {
    const tindakan = TINDAKAN_JALUR.find((t) => t === nama);
    if (!tindakan) throw new DomainError('tidak-ditemukan');
    const [versi, alasan] = [versiDari(isi), teksDari(isi, 'alasan')];
    await this.jawab(aktor, id, res, { tindakan, kata: alasan, sikap: '' }, async () => {
      const per: Record<TindakanJalur, () => Promise<void>> = {
        mulai: () => this.beritaAcara.mulai(aktor, id, versi),
        batalkan: () => this.rencana.batalkan(aktor, id, versi, alasan),
        'buka-kembali': () => this.beritaAcara.bukaKembali(aktor, id, versi, alasan),
        pulihkan: () => this.rencana.pulihkan(aktor, id, versi, alasan),
        'ulangi-dokumen': () => this.beritaAcara.ulangiDokumen(aktor, id, versi),
      };
      await per[tindakan]();
      kilat(res.req, 'berhasil', PESAN[tindakan]);
      return tindakan === 'mulai' ? jalurKunjungan.beritaAcara(id) : jalurKunjungan.rinci(id);
    });
  }

  /** Does the act and goes on; with faults in the form the page is shown again with what was typed. */
  private async jawab(
    aktor: Aktor,
    id: number,
    res: Response,
    isian: Omit<IsianRincian, 'galat'>,
    kerja: () => Promise<string>,
  ): Promise<void> {
    try {
      res.redirect(303, await kerja());
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      const k = await this.baca.rinci(aktor, id);
      res
        .status(422)
        .render('lapangan/rincian', presentKunjungan(k, { ...isian, galat: sebagaiAlasan(galat, isian.tindakan) }));
    }
  }
}

/** A fault of a field that the small form has not stands at the field that it has. */
function sebagaiAlasan(galat: DomainError, tindakan: IsianRincian['tindakan']): IsianRincian['galat'] {
  const isian = galat.rincian.isian ?? [];
  return tindakan === 'tanggapan' ? isian : isian.map((g) => ({ ...g, bidang: 'alasan' }));
}

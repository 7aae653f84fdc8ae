import { Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { unggahanDari } from '../../../infra/http/unggahan.js';
import { PenerimaUnggahan } from '../../berkas/penerima-unggahan.js';
import { type BerkasSiap } from '../../berkas/berkas.types.js';
import { BacaPendaftaranService } from '../baca-pendaftaran.service.js';
import { DAFTAR_PERIKSA, type DokumenDiminta } from '../daftar-periksa.data.js';
import { type HalamanFormulir } from '../formulir.types.js';
import {
  bacaJawaban,
  dokumenDiminta,
  halamanFormulir,
  periksaDokumen,
  periksaHalaman,
  tanggalDiketik,
} from '../pendaftaran.aturan.js';
import { bolehPendaftaran } from '../pendaftaran.policy.js';
import { PendaftaranService, salahPanjang } from '../pendaftaran.service.js';
import { type KeteranganDokumen, type PendaftaranRinci } from '../pendaftaran.types.js';
import { jalurBerikut, presentDokumen, presentIsi, presentPeriksa } from './pemohon.presenter.js';
import { jalurPendaftaran } from './pendaftaran.paths.js';

/** The applicant's way: fill in page by page, attach, check, send; withdraw. Nothing typed or uploaded is lost. */
@Controller('pendaftaran')
export class PemohonController {
  constructor(
    private readonly pendaftaran: PendaftaranService,
    private readonly baca: BacaPendaftaranService,
    private readonly penerima: PenerimaUnggahan,
  ) {}

  @Post()
  async mulai(@AktorIni() aktor: Aktor, @Res() res: Response): Promise<void> {
    res.redirect(303, jalurPendaftaran.rinci(await this.pendaftaran.mulai(aktor)));
  }

  @Get(':id/isi/:kode')
  @Render('pendaftaran/isi')
  async isi(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Param('kode') kode: string) {
    const { p, h } = await this.halaman(aktor, id, kode);
    return presentIsi(p, h, p.jawaban, []);
  }

  @Post(':id/isi/:kode')
  async simpanIsi(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Param('kode') kode: string,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    // Whether it may be changed is asked by the act, after the version: a page that is not the newest loses nothing typed.
    const h = halamanFormulir(kode);
    if (!h) throw new DomainError('tidak-ditemukan');
    await this.pendaftaran.simpanHalaman(aktor, id, versiDari(req), kode, req.body);
    const p = await this.baca.rinci(aktor, id);
    const galat = periksaHalaman(h, { ...p.jawaban, ...bacaJawaban(h, req.body) }, p.rujukan, p.hari);
    if (nanti(req)) return this.simpanNanti(id, req, res);
    if (galat.length > 0) {
      res.status(422).render('pendaftaran/isi', presentIsi(p, h, p.jawaban, galat));
      return;
    }
    res.redirect(303, jalurBerikut(p, { jenis: 'halaman', tempat: kode }));
  }

  @Get(':id/dokumen/:kode')
  @Render('pendaftaran/dokumen')
  async dokumen(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Param('kode') kode: string) {
    const { p, d } = await this.diminta(aktor, id, kode);
    return presentDokumen(p, d, tersimpan(p, kode), []);
  }

  @Post(':id/dokumen/:kode')
  async simpanDokumen(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Param('kode') kode: string,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const d = DAFTAR_PERIKSA.find((x) => x.kode === kode);
    if (!d) throw new DomainError('tidak-ditemukan');
    const awal = { p: await this.baca.rinci(aktor, id), d };
    const isian = keteranganDari(req);
    const versi = versiDari(req);
    const galat: GalatIsian[] = [];
    // What will be refused anyhow stores nothing.
    const siap =
      awal.p.versi === versi && bolehPendaftaran(aktor, 'isi', awal.p) && salahPanjang(isian).length === 0
        ? await this.terima(req, awal.d, galat)
        : null;
    try {
      await this.pendaftaran.simpanDokumen(aktor, id, versi, kode, { ...isian, siap, namaBerkas: namaUnggahan(req) });
    } catch (salah) {
      if (!(salah instanceof DomainError) || !(salah.rincian.isian ?? salah.kode === 'berkas-ditolak')) throw salah;
      galat.push(...(salah.rincian.isian ?? [{ bidang: 'berkas', pesan: salah.message }]));
      res.status(422).render('pendaftaran/dokumen', presentDokumen(awal.p, awal.d, isian, galat));
      return;
    }
    const p = await this.baca.rinci(aktor, id);
    const ada = Boolean(p.dokumen.find((x) => x.kode === kode)?.berkasId);
    const lain = periksaDokumen(awal.d, isian, ada, p.hari).filter((g) => !galat.some((x) => x.bidang === g.bidang));
    if (galat.length === 0 && nanti(req)) return this.simpanNanti(id, req, res);
    if (galat.length + lain.length > 0) {
      res.status(422).render('pendaftaran/dokumen', presentDokumen(p, awal.d, isian, [...galat, ...lain]));
      return;
    }
    res.redirect(303, jalurBerikut(p, { jenis: 'dokumen', tempat: kode }));
  }

  @Get(':id/periksa')
  @Render('pendaftaran/periksa')
  async periksa(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    return presentPeriksa(await this.dapatDiisi(aktor, id));
  }

  @Post(':id/ajukan')
  async ajukan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    try {
      await this.pendaftaran.ajukan(aktor, id, versiDari(req), teksDari(req, 'tetapKirim') === 'ya');
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      const halaman = presentPeriksa(await this.baca.rinci(aktor, id), galat.rincian.isian);
      res.status(422).render('pendaftaran/periksa', halaman);
      return;
    }
    kilat(req, 'berhasil', `Pendaftaran terkirim dengan nomor ${id}. Simpan nomor ini bila menghubungi petugas.`);
    res.redirect(303, jalurPendaftaran.rinci(id));
  }

  @Post(':id/cabut')
  async cabut(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    await this.pendaftaran.cabut(aktor, id, versiDari(req), teksDari(req, 'alasan'));
    kilat(req, 'berhasil', 'Pendaftaran dicabut. Isian dan dokumennya tetap tersimpan dan dapat dipulihkan.');
    res.redirect(303, jalurPendaftaran.rinci(id));
  }

  @Post(':id/pulihkan')
  async pulihkan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    await this.pendaftaran.pulihkan(aktor, id, versiDari(req));
    kilat(req, 'berhasil', 'Pendaftaran dipulihkan menjadi draf.');
    res.redirect(303, jalurPendaftaran.rinci(id));
  }

  private simpanNanti(id: number, req: Request, res: Response): void {
    kilat(req, 'berhasil', 'Tersimpan. Anda dapat meneruskannya kapan saja.');
    res.redirect(303, jalurPendaftaran.rinci(id));
  }

  private async terima(req: Request, d: DokumenDiminta, galat: GalatIsian[]): Promise<BerkasSiap | null> {
    const hanya = d.terima === 'keduanya' ? undefined : d.terima;
    const terima = await this.penerima.terima(req, ['berkas'], null, { hanya, lembaran: d.terima === 'keduanya' });
    galat.push(...terima.galat);
    return terima.diterima[0]?.siap ?? null;
  }

  private async dapatDiisi(aktor: Aktor, id: number): Promise<PendaftaranRinci> {
    const p = await this.baca.rinci(aktor, id);
    if (aktor.peran !== 'sekretaris') throw new DomainError('tidak-berwenang');
    if (!bolehPendaftaran(aktor, 'isi', p)) {
      throw new DomainError(
        'transisi-tidak-sah',
        'Pendaftaran ini sudah terkirim sehingga tidak dapat diubah sekarang.',
      );
    }
    return p;
  }

  private async halaman(aktor: Aktor, id: number, kode: string): Promise<{ p: PendaftaranRinci; h: HalamanFormulir }> {
    const p = await this.dapatDiisi(aktor, id);
    const h = halamanFormulir(kode);
    if (!h) throw new DomainError('tidak-ditemukan');
    return { p, h };
  }

  private async diminta(aktor: Aktor, id: number, kode: string): Promise<{ p: PendaftaranRinci; d: DokumenDiminta }> {
    const p = await this.dapatDiisi(aktor, id);
    const d = dokumenDiminta(p.jawaban).find((x) => x.dokumen.kode === kode)?.dokumen;
    if (!d) throw new DomainError('tidak-ditemukan');
    return { p, d };
  }
}

const isiDari = (req: Request): Record<string, unknown> => (req.body ?? {}) as Record<string, unknown>;
const teksDari = (req: Request, nama: string): string => {
  const v = isiDari(req)[nama];
  return typeof v === 'string' ? v.trim() : '';
};
const nanti = (req: Request): boolean => isiDari(req).lanjut === 'nanti';
/** The version that the sender has seen; 0 (never a version) when the form does not say. */
const versiDari = (req: Request): number => {
  const versi = Number(isiDari(req).versi);
  return Number.isSafeInteger(versi) ? versi : 0;
};
const namaUnggahan = (req: Request): string =>
  unggahanDari(req, 'berkas')
    .map((u) => u.nama)
    .join(', ');
const keteranganDari = (req: Request): KeteranganDokumen => ({
  nomor: teksDari(req, 'nomor'),
  tanggal: tanggalDiketik(teksDari(req, 'tanggal')),
  berlakuSampai: tanggalDiketik(teksDari(req, 'berlakuSampai')),
});
const tersimpan = (p: PendaftaranRinci, kode: string): KeteranganDokumen =>
  p.dokumen.find((x) => x.kode === kode) ?? { nomor: '', tanggal: '', berlakuSampai: '' };

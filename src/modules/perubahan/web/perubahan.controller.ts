import { Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { angkaFormulir } from '../../../infra/http/teks-formulir.js';
import { BacaPerubahanService } from '../baca-perubahan.service.js';
import { KeputusanPerubahanService } from '../keputusan-perubahan.service.js';
import { PerubahanService } from '../perubahan.service.js';
import { STATUS_PERUBAHAN } from '../perubahan.status.js';
import { KeputusanDto, teksIsian } from './perubahan.dto.js';
import { jalurPerubahan, TINDAKAN_JALUR, type TindakanJalur } from './perubahan.paths.js';
import { type IsianRincian, presentAntrean, presentDaftarOrmas, presentRincian } from './perubahan.presenter.js';

const PESAN_KEPUTUSAN: Readonly<Record<KeputusanDto['keputusan'], string>> = {
  setujui: 'Perubahan disetujui dan sudah berlaku dalam register.',
  kembalikan: 'Permohonan dikembalikan untuk diperbaiki.',
  tolak: 'Permohonan ditolak.',
};
const PESAN_TINDAKAN: Readonly<Record<TindakanJalur, string>> = {
  ajukan: 'Permohonan terkirim. Petugas akan memeriksanya.',
  cabut: 'Permohonan dicabut. Anda dapat memulihkannya kapan saja.',
  pulihkan: 'Permohonan dipulihkan sebagai draf.',
  'buka-kembali': 'Keputusan dibuka kembali; permohonan menunggu keputusan.',
};

/** Requests for changes as they are read, sent and decided on. */
@Controller()
export class PerubahanController {
  constructor(
    private readonly baca: BacaPerubahanService,
    private readonly perubahan: PerubahanService,
    private readonly keputusan: KeputusanPerubahanService,
    private readonly clock: Clock,
  ) {}

  @Get('perubahan')
  @Render('perubahan/daftar')
  async antrean(@AktorIni() aktor: Aktor, @Query('status') diminta: unknown, @Query('halaman') halaman: unknown) {
    const status = STATUS_PERUBAHAN.find((s) => s === diminta && s !== 'draf') ?? 'diajukan';
    const nomor = Math.max(1, angkaFormulir(typeof halaman === 'string' ? halaman : ''));
    return presentAntrean(await this.baca.antrean(aktor, status, nomor), status, this.clock.sekarang());
  }

  @Get('ormas/:ormasId/perubahan')
  @Render('perubahan/daftar')
  async daftarOrmas(@AktorIni() aktor: Aktor, @Param('ormasId', IdPipe) ormasId: number) {
    const ormas = await this.baca.ormas(aktor, ormasId);
    return presentDaftarOrmas(ormas, await this.baca.milikOrmas(aktor, ormasId), this.clock.sekarang());
  }

  @Get('perubahan/:id')
  @Render('perubahan/rincian')
  async rinci(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    return presentRincian(await this.baca.rinci(aktor, id), null);
  }

  @Post('perubahan/:id/keputusan')
  async putuskan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const isi = teksIsian(req.body, ['keputusan', 'catatan', 'versi', 'versiOrmas']);
    const ketikan = { keputusan: isi.keputusan ?? '', catatan: isi.catatan ?? '', tindakan: null };
    const ulang = async (galat: IsianRincian['galat']): Promise<void> =>
      res
        .status(422)
        .render('perubahan/rincian', presentRincian(await this.baca.rinci(aktor, id), { ...ketikan, galat }));
    const periksa = await periksaIsian(KeputusanDto, isi);
    if (!periksa.ok) return ulang(periksa.galat);
    const terlihat = { versi: angkaFormulir(isi.versi), versiOrmas: angkaFormulir(isi.versiOrmas) };
    try {
      await this.keputusan[periksa.isian.keputusan](aktor, id, terlihat, ketikan.catatan);
    } catch (galat) {
      if (galat instanceof DomainError && galat.rincian.isian) return ulang(galat.rincian.isian);
      throw galat;
    }
    kilat(req, 'berhasil', PESAN_KEPUTUSAN[periksa.isian.keputusan]);
    res.redirect(303, jalurPerubahan.rinci(id));
  }

  @Post('perubahan/:id/tindakan/:tindakan')
  async tindak(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Param('tindakan') nama: string,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const tindakan = TINDAKAN_JALUR.find((t) => t === nama);
    if (!tindakan) throw new DomainError('tidak-ditemukan');
    const isi = teksIsian(req.body, ['alasan', 'versi', 'versiOrmas']);
    try {
      await this.jalankan(aktor, id, tindakan, isi);
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      const ulang = { keputusan: '', catatan: isi.alasan ?? '', tindakan, galat: galat.rincian.isian };
      res.status(422).render('perubahan/rincian', presentRincian(await this.baca.rinci(aktor, id), ulang));
      return;
    }
    kilat(req, 'berhasil', PESAN_TINDAKAN[tindakan]);
    res.redirect(303, jalurPerubahan.rinci(id));
  }

  private jalankan(aktor: Aktor, id: number, tindakan: TindakanJalur, isi: Record<string, string>): Promise<void> {
    const versi = angkaFormulir(isi.versi);
    const alasan = isi.alasan ?? '';
    const per: Record<TindakanJalur, () => Promise<void>> = {
      ajukan: () => this.perubahan.ajukan(aktor, id, versi),
      cabut: () => this.perubahan.cabut(aktor, id, versi, alasan),
      pulihkan: () => this.perubahan.pulihkan(aktor, id, versi),
      'buka-kembali': () =>
        this.keputusan.bukaKembali(aktor, id, { versi, versiOrmas: angkaFormulir(isi.versiOrmas) }, alasan),
    };
    return per[tindakan]();
  }
}

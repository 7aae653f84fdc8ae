import { Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { angkaFormulir } from '../../../infra/http/teks-formulir.js';
import { PenerimaUnggahan } from '../../berkas/penerima-unggahan.js';
import { BacaRekomendasiService, type OrmasDirekomendasi, type RekomendasiRinci } from '../baca-rekomendasi.service.js';
import { RekomendasiService } from '../rekomendasi.service.js';
import { type BerkasKemajuan, type TindakanRekomendasi } from '../rekomendasi.types.js';
import { presentMilikOrmas } from './daftar.presenter.js';
import {
  bacaKeadaan,
  baruDari,
  idKunjungan,
  ketikanRekomendasi,
  ketikanTindakan,
  type KetikanTindakan,
  RekomendasiDto,
} from './rekomendasi.dto.js';
import { jalurRekomendasi, TINDAKAN_JALUR, type TindakanJalur } from './rekomendasi.paths.js';
import { presentFormulir, presentRincian } from './rekomendasi.presenter.js';

const AKSI: Readonly<Record<TindakanJalur, TindakanRekomendasi>> = {
  ...{ lapor: 'lapor', terima: 'terima', kembalikan: 'kembalikan', selesaikan: 'selesaikan' },
  ...{ 'buka-kembali': 'bukaKembali', batalkan: 'batalkan', pulihkan: 'pulihkan' },
};
const PESAN: Readonly<Record<TindakanJalur, string>> = {
  lapor: 'Tindak lanjut terlaporkan.',
  terima: 'Rekomendasi dinyatakan selesai.',
  kembalikan: 'Laporan dikembalikan; ormas diberi tahu.',
  selesaikan: 'Rekomendasi dinyatakan selesai.',
  'buka-kembali': 'Rekomendasi dibuka kembali.',
  batalkan: 'Rekomendasi dibatalkan; tetap terbaca dengan alasannya.',
  pulihkan: 'Rekomendasi berlaku kembali.',
};

/** Recommendations of one ormas: given, reported, decided on. Nothing that was typed is lost. */
@Controller()
export class RekomendasiController {
  constructor(
    private readonly baca: BacaRekomendasiService,
    private readonly rekomendasi: RekomendasiService,
    private readonly penerima: PenerimaUnggahan,
  ) {}

  @Get('ormas/:ormasId/rekomendasi')
  @Render('rekomendasi/daftar')
  async milikOrmas(
    @AktorIni() aktor: Aktor,
    @Param('ormasId', IdPipe) ormasId: number,
    @Query('keadaan') keadaan: unknown,
  ) {
    return presentMilikOrmas(await this.baca.milikOrmas(aktor, ormasId, bacaKeadaan(keadaan)));
  }

  @Get('ormas/:ormasId/rekomendasi/baru')
  @Render('rekomendasi/formulir')
  async baru(
    @AktorIni() aktor: Aktor,
    @Param('ormasId', IdPipe) ormasId: number,
    @Query('kunjungan') kunjungan: unknown,
  ) {
    const ormas = await this.untuk(aktor, ormasId);
    const opd = await this.baca.daftarOpd();
    const kunjunganId = idKunjungan(kunjungan);
    const dasar = kunjunganId === null ? {} : await this.baca.dariBeritaAcara(aktor, kunjunganId, ormasId);
    const ketikan = { ...ketikanRekomendasi({}), penanggung: 'ormas', ...dasar };
    return presentFormulir(ormas, ketikan, { opd, galat: [], kunjunganId });
  }

  @Post('ormas/:ormasId/rekomendasi/baru')
  async beri(
    @AktorIni() aktor: Aktor,
    @Param('ormasId', IdPipe) ormasId: number,
    @Query('kunjungan') kunjungan: unknown,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const ormas = await this.untuk(aktor, ormasId);
    const kunjunganId = idKunjungan(kunjungan);
    const opd = await this.baca.daftarOpd();
    const ketikan = ketikanRekomendasi(req.body);
    const periksa = await periksaIsian(RekomendasiDto, ketikan);
    let id = 0;
    const galat = periksa.ok
      ? await galatIsian(async () => {
          id = await this.rekomendasi.beri(aktor, ormasId, { ...baruDari(ketikan, opd), kunjunganId });
        })
      : periksa.galat;
    if (galat.length > 0) {
      res.status(422).render('rekomendasi/formulir', presentFormulir(ormas, ketikan, { opd, galat, kunjunganId }));
      return;
    }
    kilat(req, 'berhasil', 'Rekomendasi diberikan dan ormas diberi tahu.');
    res.redirect(303, jalurRekomendasi.rinci(id));
  }

  @Get('rekomendasi/:id')
  @Render('rekomendasi/rincian')
  async rinci(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    return presentRincian(await this.baca.rinci(aktor, id), null);
  }

  @Post('rekomendasi/:id/tindakan/:tindakan')
  async tindak(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Param('tindakan') nama: string,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const tindakan = TINDAKAN_JALUR.find((t) => t === nama);
    if (!tindakan) throw new DomainError('tidak-ditemukan');
    const p = await this.baca.rinci(aktor, id);
    const ketikan = ketikanTindakan(req.body);
    const galat = await this.jalankan(aktor, p, { tindakan, ketikan }, req);
    if (galat.length > 0) {
      res.status(422).render('rekomendasi/rincian', presentRincian(p, { tindakan, ketikan, galat }));
      return;
    }
    kilat(req, 'berhasil', PESAN[tindakan]);
    res.redirect(303, jalurRekomendasi.rinci(id));
  }

  /** Does what the form asks; what it says of its fields, empty when it was done. */
  private async jalankan(
    aktor: Aktor,
    p: RekomendasiRinci,
    { tindakan, ketikan: k }: { tindakan: TindakanJalur; ketikan: KetikanTindakan },
    req: Request,
  ): Promise<GalatIsian[]> {
    const { id } = p.r;
    const versi = angkaFormulir(k.versi);
    const kemajuan = {
      uraian: k.uraian,
      selesaiPada: tindakan === 'lapor' && k.keadaan !== 'selesai' ? null : k.selesaiPada,
    };
    let bukti: BerkasKemajuan = [];
    // What will be refused stores nothing: the act says why.
    if ((tindakan === 'lapor' || tindakan === 'selesaikan') && p.boleh[AKSI[tindakan]] && versi === p.r.versi) {
      const dikirim = (req.unggahan ?? []).filter((u) => u.bidang === 'bukti').map((u) => `“${u.nama}”`);
      const dari = { olehOrmas: tindakan === 'lapor', adaBukti: dikirim.length > 0 };
      const keliru = [
        ...(tindakan === 'lapor' && !['selesai', 'berjalan'].includes(k.keadaan)
          ? [{ bidang: 'keadaan', pesan: 'Pilih sudah selesai atau masih berjalan.' }]
          : []),
        ...this.rekomendasi.periksaKemajuan(p.r, kemajuan, dari),
      ];
      const lagi = `Belum ada yang disimpan. Pilih lagi ${dikirim.join(', ')}.`;
      if (keliru.length > 0) return dikirim.length > 0 ? [...keliru, { bidang: 'bukti', pesan: lagi }] : keliru;
      const unggah = await this.penerima.terima(req, ['bukti'], p.r.ormasId, { banyak: true });
      if (unggah.galat.length > 0)
        return unggah.diterima.length > 0 ? [...unggah.galat, { bidang: 'bukti', pesan: lagi }] : unggah.galat;
      bukti = unggah.diterima.map((d) => d.siap);
    }
    const per: Record<TindakanJalur, () => Promise<void>> = {
      lapor: () => this.rekomendasi.lapor(aktor, id, versi, kemajuan, bukti),
      selesaikan: () => this.rekomendasi.selesaikan(aktor, id, versi, kemajuan, bukti),
      terima: () => this.rekomendasi.terima(aktor, id, versi, k.selesaiPada),
      kembalikan: () => this.rekomendasi.kembalikan(aktor, id, versi, k.catatan),
      'buka-kembali': () => this.rekomendasi.bukaKembali(aktor, id, versi, k.alasan),
      batalkan: () => this.rekomendasi.batalkan(aktor, id, versi, k.alasan),
      pulihkan: () => this.rekomendasi.pulihkan(aktor, id, versi),
    };
    return galatIsian(per[tindakan]);
  }

  private async untuk(aktor: Aktor, ormasId: number): Promise<OrmasDirekomendasi> {
    const ormas = await this.baca.ormas(aktor, ormasId);
    if (!ormas.boleh.beri) throw new DomainError('tidak-berwenang');
    return ormas;
  }
}

/** What an act says of the fields of its form; empty: it was done. */
async function galatIsian(tindakan: () => Promise<unknown>): Promise<GalatIsian[]> {
  try {
    await tindakan();
    return [];
  } catch (galat) {
    if (galat instanceof DomainError && galat.rincian.isian) return galat.rincian.isian;
    if (galat instanceof DomainError && galat.kode === 'berkas-ditolak')
      return [{ bidang: 'bukti', pesan: galat.message }];
    throw galat;
  }
}

import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { BacaGabunganService } from '../baca-gabungan.service.js';
import { BandingService } from '../banding.service.js';
import { type IsianGabung, type Perbandingan } from '../ganda.types.js';
import { PenggabunganService } from '../penggabungan.service.js';
import { galatKetikan, ketikanAwal, masihSama, perbarui, presentGabung, presentPeriksa } from './gabung.presenter.js';
import { bacaHalaman, bacaKetikan, type KetikanGabung, teksIsian, versiDari } from './ganda.isian.js';
import { jalurGanda } from './ganda.paths.js';
import { presentGabungan, presentRinci } from './gabungan.presenter.js';

type Isi = Record<string, unknown>;

const BERUBAH =
  'Salah satu catatan berubah sesudah halaman Anda dibuka. Periksa lagi pilihan di bawah; alasan Anda masih ada.';

/** Two entries become one: chosen, checked, done; what was merged, and taking it back. */
@Controller('ganda')
export class GabungController {
  constructor(
    private readonly pembanding: BandingService,
    private readonly penggabungan: PenggabunganService,
    private readonly baca: BacaGabunganService,
  ) {}

  @Get('gabung/:a/:b')
  @Render('ganda/gabung')
  async formulir(@AktorIni() aktor: Aktor, @Param('a', IdPipe) a: number, @Param('b', IdPipe) b: number) {
    const p = await this.untuk(aktor, a, b);
    return presentGabung(p, ketikanAwal(p), []);
  }

  /** From the choices to the page on which they are checked; with `ubah` back to the choices. */
  @Post('gabung/:a/:b')
  async periksa(
    @AktorIni() aktor: Aktor,
    @Param('a', IdPipe) a: number,
    @Param('b', IdPipe) b: number,
    @Body() isi: Isi,
    @Res() res: Response,
  ): Promise<void> {
    const p = await this.untuk(aktor, a, b);
    const ketikan = bacaKetikan(isi);
    if (isi.ubah === '1') return res.status(200).render('ganda/gabung', presentGabung(p, ketikan, []));
    if (!masihSama(p, ketikan)) return this.tertunda(p, ketikan, BERUBAH, res);
    const galat = galatKetikan(p, ketikan);
    if (galat.length > 0) return this.ulang(p, ketikan, galat, res);
    res.status(200).render('ganda/periksa', presentPeriksa(p, ketikan));
  }

  @Post('gabung/:a/:b/lakukan')
  async lakukan(
    @AktorIni() aktor: Aktor,
    @Param('a', IdPipe) a: number,
    @Param('b', IdPipe) b: number,
    @Body() isi: Isi,
    @Res() res: Response,
  ): Promise<void> {
    const ketikan = bacaKetikan(isi);
    let id: number;
    try {
      id = await this.penggabungan.gabungkan(aktor, keIsian(a, b, ketikan));
    } catch (galat) {
      if (!(galat instanceof DomainError)) throw galat;
      if (galat.rincian.isian) return this.ulang(await this.untuk(aktor, a, b), ketikan, galat.rincian.isian, res);
      if (galat.kode !== 'versi-berbeda' && galat.kode !== 'transisi-tidak-sah') throw galat;
      // What can be merged still is merged later, or of what the two are now: with the choices and the reason.
      return this.tertunda(await this.untuk(aktor, a, b), ketikan, kataHalangan(galat), res);
    }
    kilat(
      res.req,
      'berhasil',
      'Kedua catatan digabung. Riwayat keduanya tersimpan, dan penggabungan dapat dibatalkan.',
    );
    res.redirect(303, jalurGanda.rinci(id));
  }

  @Get('gabungan')
  @Render('ganda/gabungan')
  async daftar(@AktorIni() aktor: Aktor, @Query() kueri: Isi) {
    return presentGabungan(await this.baca.daftar(aktor, bacaHalaman(kueri)));
  }

  @Get('gabungan/:id')
  @Render('ganda/rincian')
  async rinci(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    return presentRinci(await this.baca.rinci(aktor, id));
  }

  /** The merging by which an entry came under another. */
  @Get('catatan/:id')
  async catatan(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Res() res: Response): Promise<void> {
    res.redirect(303, jalurGanda.rinci(await this.baca.menurutCatatan(aktor, id)));
  }

  @Post('gabungan/:id/batal')
  async batal(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() isi: Isi,
    @Res() res: Response,
  ): Promise<void> {
    const { alasan } = teksIsian(isi, ['alasan']);
    try {
      await this.penggabungan.batalkan(aktor, id, versiDari(isi.versi), alasan);
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      const isian = { alasan, galat: galat.rincian.isian };
      res.status(422).render('ganda/rincian', presentRinci(await this.baca.rinci(aktor, id), isian));
      return;
    }
    kilat(res.req, 'berhasil', 'Penggabungan dibatalkan. Yang dipindahkan sudah kembali ke catatan asalnya.');
    res.redirect(303, jalurGanda.rinci(id));
  }

  private tertunda(p: Perbandingan, ketikan: KetikanGabung, halangan: string, res: Response): void {
    res.status(409).render('ganda/gabung', presentGabung(p, perbarui(p, ketikan), [], halangan));
  }

  private ulang(p: Perbandingan, ketikan: KetikanGabung, galat: GalatIsian[], res: Response): void {
    res.status(422).render('ganda/gabung', presentGabung(p, ketikan, galat));
  }

  /** Both entries, when the actor may merge them now. */
  private async untuk(aktor: Aktor, a: number, b: number): Promise<Perbandingan> {
    const p = await this.pembanding.banding(aktor, a, b);
    if (p.boleh.gabungkan) return p;
    if (p.boleh.tarik)
      throw new DomainError(
        'transisi-tidak-sah',
        'Kedua catatan ini sudah dinyatakan bukan kembaran. Tarik pernyataan itu dahulu.',
      );
    if ([p.a, p.b].some((s) => s.o.status === 'digabung'))
      throw new DomainError('transisi-tidak-sah', 'Salah satu catatan ini sudah digabung.');
    throw new DomainError('tidak-berwenang');
  }
}

/** Why it could not be done, and of two versions what has changed. */
function kataHalangan({ message, rincian: { milikAnda = {}, tersimpan = {} } }: DomainError): string {
  const beda = Object.entries(tersimpan).filter(([k, v]) => milikAnda[k] !== v);
  return [message, ...beda.map(([k, v]) => `${k}: ${v}.`)].join(' ');
}

/** Of the facts whose value is that of the entry that does not stay. The smaller number is `a`. */
function keIsian(satu: number, dua: number, k: KetikanGabung): IsianGabung {
  const [a, b] = [Math.min(satu, dua), Math.max(satu, dua)];
  const galat = k.tetap === '' ? [{ bidang: 'tetap', pesan: 'Pilih catatan yang tetap.' }] : [];
  if (galat.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian: galat });
  const asal = k.tetap === 'a' ? 'b' : 'a';
  return {
    ...(k.tetap === 'a' ? { tujuanId: a, asalId: b } : { tujuanId: b, asalId: a }),
    versiAsal: versiDari(asal === 'a' ? k.versiA : k.versiB),
    versiTujuan: versiDari(asal === 'a' ? k.versiB : k.versiA),
    ambil: (Object.keys(k.pilihan) as (keyof typeof k.pilihan)[]).filter((f) => k.pilihan[f] === asal),
    alasan: k.alasan,
  };
}

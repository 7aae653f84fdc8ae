import { Body, Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { memuatNomorPribadi } from '../../../common/nomor-pribadi.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { CariNomorService } from '../cari-nomor.service.js';
import { KeadaanOrmasService } from '../keadaan-ormas.service.js';
import { OrmasDaftarService } from '../ormas-daftar.service.js';
import { OrmasRincianService } from '../ormas-rincian.service.js';
import { lingkupOrmas } from '../ormas.policy.js';
import { OrmasService } from '../ormas.service.js';
import { type RincianOrmas } from '../ormas.types.js';
import { presentDaftar, presentNomor } from './ormas-daftar.presenter.js';
import { ketikanKlaster, ketikanKontak, presentKontak, presentPindahKlaster } from './ormas-formulir.presenter.js';
import { presentKonfirmasi } from './konfirmasi.presenter.js';
import { KlasterDto, KontakDto } from './ormas.dto.js';
import { jalurOrmas } from './ormas.paths.js';
import { presentRincian } from './ormas.presenter.js';
import { presentPada, presentPadaSalah } from './pada.presenter.js';
import { bacaHalaman, bacaSaringan, type Kueri } from './ormas.saringan.js';

/** What came in, as the fields of a form: texts only. */
function ketikan<K extends string>(contoh: Record<K, string>, isi: Record<string, unknown>): Record<K, string> {
  const nilai = Object.keys(contoh).map((k) => [k, typeof isi[k] === 'string' ? isi[k] : '']);
  return Object.fromEntries(nilai) as Record<K, string>;
}

/** The register: the list, one ormas, its contact details and its cluster. */
@Controller('ormas')
export class OrmasController {
  constructor(
    private readonly ormas: OrmasService,
    private readonly senarai: OrmasDaftarService,
    private readonly terperinci: OrmasRincianService,
    private readonly nomor: CariNomorService,
    private readonly keadaan: KeadaanOrmasService,
  ) {}

  @Get()
  async daftar(@AktorIni() aktor: Aktor, @Query() kueri: Kueri, @Res() res: Response): Promise<void> {
    const lingkup = lingkupOrmas(aktor);
    if (lingkup.jenis === 'ormas') return res.redirect(303, jalurOrmas.rincian(lingkup.ormasId));
    if (lingkup.jenis === 'tidak-ada') throw new DomainError('tidak-berwenang');
    const opsi = await this.senarai.opsi();
    const { halaman, saringan, kecamatan } = await this.senarai.cari(
      aktor,
      bacaSaringan(kueri, opsi),
      bacaHalaman(kueri),
    );
    res.render('ormas/daftar', presentDaftar(halaman, saringan, opsi, lingkup.jenis !== 'semua', kecamatan));
  }

  /**
   * The search. A name goes on to the address of the list, where it can be kept and passed on; a number does not: its one
   * ormas is opened, several are shown in answer to the form itself.
   */
  @Post('cari')
  async cari(@AktorIni() aktor: Aktor, @Body() isi: Kueri, @Res() res: Response): Promise<void> {
    const lingkup = lingkupOrmas(aktor);
    if (lingkup.jenis === 'ormas') return res.redirect(303, jalurOrmas.daftar());
    if (lingkup.jenis === 'tidak-ada') throw new DomainError('tidak-berwenang');
    const opsi = await this.senarai.opsi();
    const saringan = bacaSaringan(isi, opsi);
    const hasil = await this.nomor.cari(aktor, saringan.cari);
    const satu = hasil?.length === 1 ? hasil[0] : undefined;
    if (satu) return res.redirect(303, jalurOrmas.rincian(satu.id));
    const pribadi = memuatNomorPribadi(saringan.cari);
    if (hasil && (hasil.length > 0 || pribadi)) {
      // A name may hold digits too: what is no number of anybody is looked for as a name, and still stays in the form.
      const jawaban = hasil.length > 0 ? hasil : (await this.senarai.daftar(aktor, saringan, 1)).isi;
      return res
        .status(200)
        .render('ormas/daftar', presentNomor(jawaban, saringan.cari, opsi, lingkup.jenis !== 'semua'));
    }
    // Digits too few to be a number of anybody are a part of a name, as in "RW 05".
    res.redirect(303, jalurOrmas.daftar(saringan));
  }

  /** One ormas as it stands, or with `?pada=YYYY-MM-DD` as it stood on a day. */
  @Get(':id')
  async rincian(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Query() { pada, riwayat, dari }: Kueri,
    @Res() res: Response,
  ): Promise<void> {
    if (typeof pada !== 'string') {
      const o = await this.terperinci.rincian(aktor, id, bacaHalaman({ halaman: riwayat }));
      return res.render('ormas/rincian', presentRincian(o, o.gabungan.find((g) => String(g.id) === dari) ?? null));
    }
    try {
      res.render('ormas/pada', presentPada(await this.keadaan.pada(aktor, id, pada)));
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      const o = await this.ormas.pastikanTerlihat(aktor, id);
      const hariIni = this.keadaan.hariIni();
      const isi = { o, hariIni, diketik: pada, lihatDaftar: lingkupOrmas(aktor).jenis !== 'ormas' };
      res.status(422).render('ormas/pada', presentPadaSalah(isi, galat.rincian.isian));
    }
  }

  @Get(':id/konfirmasi')
  @Render('ormas/konfirmasi')
  async formulirKonfirmasi(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    return presentKonfirmasi(await this.untuk(aktor, id, 'konfirmasi'));
  }

  @Post(':id/konfirmasi')
  async konfirmasi(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    await this.ormas.konfirmasiProfil(aktor, id);
    kilat(req, 'berhasil', 'Terima kasih. Profil dicatat masih benar; kami tanyakan lagi tahun depan.');
    res.redirect(303, jalurOrmas.rincian(id));
  }

  @Get(':id/kontak')
  @Render('ormas/kontak')
  async formulirKontak(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    const o = await this.untuk(aktor, id, 'ubahKontak');
    return presentKontak(o, ketikanKontak(o));
  }

  @Post(':id/kontak')
  async ubahKontak(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() isi: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    const o = await this.untuk(aktor, id, 'ubahKontak');
    const periksa = await periksaIsian(KontakDto, isi);
    if (!periksa.ok) {
      return res.status(422).render('ormas/kontak', presentKontak(o, ketikan(ketikanKontak(o), isi), periksa.galat));
    }
    const { versi, telepon, surel } = periksa.isian;
    await this.ormas.ubahKontak(aktor, id, versi, { telepon: telepon || null, surel: surel || null });
    kilat(res.req, 'berhasil', 'Kontak disimpan.');
    res.redirect(303, jalurOrmas.rincian(id));
  }

  @Get(':id/klaster')
  @Render('ormas/klaster')
  async formulirKlaster(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    const o = await this.untuk(aktor, id, 'pindahKlaster');
    return presentPindahKlaster(o, await this.senarai.pilihanKlaster(), ketikanKlaster(o));
  }

  @Post(':id/klaster')
  async pindahKlaster(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() isi: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    const o = await this.untuk(aktor, id, 'pindahKlaster');
    const ulang = async (galat: GalatIsian[]): Promise<void> => {
      const tampilan = presentPindahKlaster(
        o,
        await this.senarai.pilihanKlaster(),
        ketikan(ketikanKlaster(o), isi),
        galat,
      );
      res.status(422).render('ormas/klaster', tampilan);
    };
    const periksa = await periksaIsian(KlasterDto, isi);
    if (!periksa.ok) return ulang(periksa.galat);
    const { versi, ...keputusan } = periksa.isian;
    try {
      await this.ormas.pindahKlaster(aktor, id, versi, keputusan);
    } catch (galat) {
      if (galat instanceof DomainError && galat.rincian.isian) return ulang(galat.rincian.isian);
      throw galat;
    }
    kilat(res.req, 'berhasil', 'Klaster disimpan dan tercatat dalam riwayat.');
    res.redirect(303, jalurOrmas.rincian(id));
  }

  /** The ormas, when the actor may do the act on it: for the pages of forms. */
  private async untuk(aktor: Aktor, id: number, tindakan: keyof RincianOrmas['boleh']): Promise<RincianOrmas> {
    const o = await this.terperinci.rincian(aktor, id);
    if (!o.boleh[tindakan]) throw new DomainError('tidak-berwenang');
    return o;
  }
}

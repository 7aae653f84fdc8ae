import {
  type BeforeApplicationShutdown,
  Body,
  Controller,
  Get,
  Param,
  Post,
  Query,
  Render,
  Req,
  Res,
} from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { ukuranBerkas } from '../../../common/format.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { alirkan } from '../../../infra/http/aliran.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { kirimLembar } from '../../../infra/http/kirim-aliran.js';
import { unggahanDari } from '../../../infra/http/unggahan.js';
import { bersihkanNama } from '../../berkas/nama-berkas.js';
import { ImporBacaService } from '../impor-baca.service.js';
import { ImporPratinjauService } from '../impor-pratinjau.service.js';
import { bolehBatalkanImpor, bolehImpor, bolehUbahImpor } from '../impor.policy.js';
import { templateRegister } from '../impor/template.js';
import { jalurImpor } from './impor.paths.js';
import { bacaPilah, pesanImpor, presentImpor, presentPratinjau, UKURAN_REGISTER_MAKS } from './impor.presenter.js';
import { bacaHalaman, type Kueri } from './ormas.saringan.js';

/** Register files: sent, looked at line by line, taken in or cancelled. */
@Controller('impor')
export class ImporController implements BeforeApplicationShutdown {
  private readonly terbuka = new Set<Response>();

  constructor(
    private readonly baca: ImporBacaService,
    private readonly pratinjau: ImporPratinjauService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('impor/daftar')
  async daftar(@AktorIni() aktor: Aktor) {
    if (!bolehImpor(aktor)) throw new DomainError('tidak-berwenang');
    return presentImpor(await this.baca.daftar(aktor));
  }

  @Get('template.:jenis')
  async template(@AktorIni() aktor: Aktor, @Param('jenis') jenis: string, @Res() res: Response): Promise<void> {
    if (!bolehImpor(aktor)) throw new DomainError('tidak-berwenang');
    if (jenis !== 'csv' && jenis !== 'xlsx') throw new DomainError('tidak-ditemukan');
    await kirimLembar(res, templateRegister(jenis), 'template-register-ormas', jenis);
  }

  @Post()
  async kirim(@AktorIni() aktor: Aktor, @Req() req: Request, @Res() res: Response): Promise<void> {
    if (!bolehImpor(aktor)) throw new DomainError('tidak-berwenang');
    const ulang = async (galat: GalatIsian[]): Promise<void> => {
      res.status(422).render('impor/daftar', presentImpor(await this.baca.daftar(aktor), galat));
    };
    const [satu, ...lebih] = unggahanDari(req, 'berkas');
    if (!satu) return ulang([{ bidang: 'berkas', pesan: 'Pilih berkas register dahulu.' }]);
    if (lebih.length > 0) return ulang([{ bidang: 'berkas', pesan: 'Kirim satu berkas saja.' }]);
    if (satu.ukuran > UKURAN_REGISTER_MAKS) {
      const pesan = `Berkas “${bersihkanNama(satu.nama)}” terlalu besar (${ukuranBerkas(satu.ukuran)}). Ukuran paling besar ${ukuranBerkas(UKURAN_REGISTER_MAKS)}; bagi registernya menjadi beberapa berkas.`;
      return ulang([{ bidang: 'berkas', pesan }]);
    }
    try {
      const { id, baru } = await this.pratinjau.kirim(aktor, { nama: bersihkanNama(satu.nama), jalur: satu.jalur });
      if (!baru) kilat(req, 'peringatan', 'Berkas yang sama sudah Anda kirim; inilah pratinjaunya.');
      res.redirect(303, jalurImpor.pratinjau(id));
    } catch (galat) {
      if (galat instanceof DomainError && galat.rincian.isian) return ulang(galat.rincian.isian);
      throw galat;
    }
  }

  @Get(':id')
  @Render('impor/pratinjau')
  async satu(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Query() kueri: Kueri) {
    const p = await this.baca.pratinjau(aktor, id);
    const pilah = bacaPilah(kueri.hasil);
    const objek = { dibuatOleh: aktor.id ?? 0, status: p.status };
    const boleh = { ubah: bolehUbahImpor(aktor, objek), batalkan: bolehBatalkanImpor(aktor, objek) };
    return presentPratinjau(
      p,
      await this.baca.baris(id, pilah, bacaHalaman(kueri)),
      pilah,
      boleh,
      this.clock.sekarang(),
    );
  }

  @Get(':id/aliran')
  async aliran(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Res() res: Response): Promise<void> {
    this.terbuka.add(res);
    res.on('close', () => this.terbuka.delete(res));
    await alirkan(res, async () => pesanImpor(await this.baca.pratinjau(aktor, id), this.clock.sekarang()));
  }

  @Post(':id/masukkan')
  async masukkan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() isi: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    await this.pratinjau.masukkan(aktor, id, Number(isi.versi));
    res.redirect(303, jalurImpor.pratinjau(id));
  }

  @Post(':id/batalkan')
  async batalkan(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Res() res: Response): Promise<void> {
    await this.pratinjau.batalkan(aktor, id);
    kilat(res.req, 'berhasil', 'Impor dibatalkan. Baris dan berkasnya sudah dihapus; register tidak berubah.');
    res.redirect(303, jalurImpor.daftar());
  }

  /** Open streams would hold the server back from stopping. */
  beforeApplicationShutdown(): void {
    for (const res of this.terbuka) res.end();
  }
}

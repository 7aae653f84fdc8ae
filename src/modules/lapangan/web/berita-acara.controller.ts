import { Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { BacaKunjunganService } from '../baca-kunjungan.service.js';
import { BeritaAcaraService } from '../berita-acara.service.js';
import { FormulirKunjunganService } from '../formulir-kunjungan.service.js';
import { kekuranganBeritaAcara, type Ketikan, uraiBeritaAcara } from '../kunjungan.aturan.js';
import { type IsianBeritaAcara, type KunjunganRinci } from '../kunjungan.types.js';
import { ketikanDari, presentFormulir, presentPeriksa, satuPerBidang } from './berita-acara.presenter.js';
import { ketikanBeritaAcara, versiDari } from './kunjungan.dto.js';
import { jalurKunjungan } from './kunjungan.paths.js';
import { type HasilFoto, TANPA_UNGGAHAN, UnggahanFoto } from './unggahan-foto.js';

/** A visit whose record its reader writes. */
type Tertulis = KunjunganRinci & { isian: IsianBeritaAcara };

/** Writing the record of a visit: fill in, attach, check, sign off. Nothing typed or uploaded is lost on the way. */
@Controller('kunjungan/:id/berita-acara')
export class BeritaAcaraController {
  constructor(
    private readonly beritaAcara: BeritaAcaraService,
    private readonly baca: BacaKunjunganService,
    private readonly formulir: FormulirKunjunganService,
    private readonly unggahan: UnggahanFoto,
  ) {}

  @Get()
  @Render('lapangan/berita-acara')
  async isi(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    const k = await this.tertulis(aktor, id);
    if (!k.boleh.tulis) throw new DomainError('tidak-berwenang');
    return this.halaman(k, ketikanDari(k.isian), []);
  }

  @Post()
  async simpan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const k = await this.tertulis(aktor, id);
    const isi = (req.body ?? {}) as Record<string, unknown>;
    const ketikan = ketikanBeritaAcara(isi);
    const petugas = await this.formulir.petugas(id);
    const petugasSah = new Set(petugas.map((p) => p.id));
    const urai = uraiBeritaAcara(ketikan, k.isian, { petugasSah, wajib: aktor.id });
    // What will be refused stores nothing: `tulis` says why, with both versions where they differ.
    const ditolak = k.versi !== versiDari(isi) || !k.boleh.tulis;
    const unggah = ditolak ? TANPA_UNGGAHAN : await this.unggahan.ambil(req);
    await this.beritaAcara.tulis(aktor, id, versiDari(isi), urai.isian, unggah.foto);
    const baru = await this.tertulis(aktor, id);
    const periksa = isi.lanjut === 'periksa';
    // A field whose typed value could not be kept has told its own fault.
    const kurang = periksa ? this.kurang(baru).filter((g) => (ketikan.teks[g.bidang] ?? '') === '') : [];
    const galat = satuPerBidang(urai.galat, unggah.galat, kurang);
    if (galat.length > 0)
      return res.status(422).render('lapangan/berita-acara', await this.halaman(baru, ketikan, galat, unggah));
    if (periksa) return res.redirect(303, jalurKunjungan.periksa(id));
    kilat(req, 'berhasil', 'Draf tersimpan. Anda dapat meneruskannya kapan saja.');
    res.redirect(303, jalurKunjungan.beritaAcara(id));
  }

  @Get('periksa')
  @Render('lapangan/periksa')
  async periksa(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    const k = await this.tertulis(aktor, id);
    if (!k.boleh.selesaikan) throw new DomainError('tidak-berwenang');
    return presentPeriksa(k, k.isian, k.petugas, this.kurang(k));
  }

  @Post('selesai')
  async selesaikan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    try {
      await this.beritaAcara.selesaikan(aktor, id, versiDari((req.body ?? {}) as Record<string, unknown>));
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      const k = await this.tertulis(aktor, id);
      return res.status(422).render('lapangan/periksa', presentPeriksa(k, k.isian, k.petugas, galat.rincian.isian));
    }
    kilat(req, 'berhasil', 'Berita acara selesai dan bernomor. Dokumennya sedang dibuat.');
    res.redirect(303, jalurKunjungan.rinci(id));
  }

  private async tertulis(aktor: Aktor, id: number): Promise<Tertulis> {
    const k = await this.baca.rinci(aktor, id);
    // The name of who received the officers must be before whoever writes, or it would be emptied by the form.
    if (k.isian === null || !k.lihat.penerima) throw new DomainError('tidak-berwenang');
    return { ...k, isian: k.isian };
  }

  private kurang(k: Tertulis): GalatIsian[] {
    return kekuranganBeritaAcara(k.isian, k.foto, k.hari);
  }

  private async halaman(k: Tertulis, ketikan: Ketikan, galat: GalatIsian[], unggah: HasilFoto | null = null) {
    return presentFormulir(k, { ketikan, petugas: await this.formulir.petugas(k.id), galat, unggah });
  }
}

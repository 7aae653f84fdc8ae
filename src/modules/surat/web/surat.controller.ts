import { Body, Controller, Get, Inject, Param, Post, Query, Render, Res } from '@nestjs/common';
import { type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { tanggalWib } from '../../../common/tanggal.js';
import { type Config } from '../../../infra/config/config.js';
import { CONFIG } from '../../../infra/config/config.module.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { BacaSuratService } from '../baca-surat.service.js';
import { SuratService } from '../surat.service.js';
import { KEADAAN_SURAT, type SaringanSurat } from '../surat.types.js';
import { jalurSurat } from './surat.paths.js';
import { presentDaftarSurat, presentSurat, presentSuratBaru } from './surat.presenter.js';

const teks = (nilai: unknown): string => (typeof nilai === 'string' ? nilai.trim() : '');
const idAtauNull = (nilai: unknown): number | null =>
  typeof nilai === 'string' && /^[1-9]\d{0,8}$/.test(nilai) ? Number(nilai) : null;

/** Letters of existence: the list, one opened, issuing, revoking. */
@Controller('surat')
export class SuratController {
  constructor(
    private readonly surat: SuratService,
    private readonly baca: BacaSuratService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Render('surat/daftar')
  async daftar(@AktorIni() aktor: Aktor, @Query() kueri: Record<string, unknown>) {
    const saringan: SaringanSurat = {
      cari: teks(kueri.cari).slice(0, 100),
      keadaan: KEADAAN_SURAT.find((k) => k === kueri.keadaan) ?? '',
      ormasId: idAtauNull(kueri.ormas),
    };
    const halaman = await this.baca.daftar(aktor, saringan, idAtauNull(kueri.halaman) ?? 1);
    return presentDaftarSurat({ aktor, halaman, saringan, hari: this.hari() });
  }

  @Get('baru')
  @Render('surat/baru')
  async baru(@AktorIni() aktor: Aktor, @Query('ormas') ormas: unknown) {
    const id = idAtauNull(ormas);
    if (id === null) throw new DomainError('tidak-ditemukan');
    return this.calon(aktor, id);
  }

  @Post()
  async terbitkan(@AktorIni() aktor: Aktor, @Body() isi: Record<string, unknown>, @Res() res: Response): Promise<void> {
    const ormasId = idAtauNull(isi.ormas);
    if (ormasId === null) throw new DomainError('tidak-ditemukan');
    const alasan = teks(isi.alasan);
    try {
      const dilihat = idAtauNull(isi.dilihat);
      const { id, nomor } = await this.surat.terbitkanSendiri(aktor, { ormasId, alasan, dilihat });
      kilat(res.req, 'berhasil', `Surat ${nomor} terbit. Dokumennya sedang dibuat.`);
      res.redirect(303, jalurSurat.satu(id));
    } catch (galat) {
      const halaman = presentSuratBaru(await this.baca.calon(aktor, ormasId), alasan, isianSalah(galat));
      res.status(422).render('surat/baru', halaman);
    }
  }

  @Get(':id')
  @Render('surat/rincian')
  async rinci(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    return this.sajikan(aktor, id);
  }

  @Post(':id/cabut')
  async cabut(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() isi: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    const isian = { pada: teks(isi.pada), alasan: teks(isi.alasan) };
    try {
      await this.surat.cabut(aktor, id, Number(isi.versi), isian);
      kilat(res.req, 'berhasil', 'Pencabutan surat dicatat. Pemeriksaan umum segera menyebutkannya.');
      res.redirect(303, jalurSurat.satu(id));
    } catch (galat) {
      res.status(422).render('surat/rincian', await this.sajikan(aktor, id, isian, isianSalah(galat)));
    }
  }

  @Post(':id/ulangi')
  async ulangi(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() isi: Record<string, unknown>,
    @Res() res: Response,
  ): Promise<void> {
    await this.surat.ulangiDokumen(aktor, id, Number(isi.versi));
    res.redirect(303, jalurSurat.satu(id));
  }

  private async sajikan(aktor: Aktor, id: number, isian?: { pada: string; alasan: string }, galat: GalatIsian[] = []) {
    const surat = await this.baca.rinci(aktor, id);
    const [riwayat, beda] = await Promise.all([this.baca.riwayat(id), this.baca.beda(surat)]);
    const lain = isian ? { isian, galat } : {};
    return presentSurat({ aktor, surat, beda, riwayat, hari: this.hari(), portalUrl: this.config.portalUrl, ...lain });
  }

  private async calon(aktor: Aktor, ormasId: number) {
    const calon = await this.baca.calon(aktor, ormasId);
    return presentSuratBaru(calon, calon.saranAlasan, []);
  }

  private hari(): string {
    return tanggalWib(this.clock.sekarang());
  }
}

/** The faults of fields; whatever else went wrong goes on its way. */
function isianSalah(galat: unknown): GalatIsian[] {
  if (galat instanceof DomainError && galat.rincian.isian) return galat.rincian.isian;
  throw galat;
}

import {
  type BeforeApplicationShutdown,
  Body,
  Controller,
  Get,
  Inject,
  Param,
  Post,
  Redirect,
  Render,
  Req,
  Res,
} from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { alirkan } from '../../../infra/http/aliran.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { jalurBerkas } from '../../berkas/berkas.paths.js';
import { LaporanService } from '../laporan.service.js';
import { BatalkanDto, SusunDto, VersiDto } from './laporan.dto.js';
import { isTindakanLaporan, jalurLaporan, type TindakanLaporan } from './laporan.paths.js';
import { pesanLaporan, presentDaftar, presentRincian } from './laporan.presenter.js';
import { presentPengesahan } from './pengesahan.presenter.js';

/** What a person reads after an act. */
const TERCATAT: Readonly<Record<TindakanLaporan, string>> = {
  ulangi: 'Penyusunan laporan dilanjutkan.',
  setujui: 'Laporan disetujui dan menunggu pengesahan Kepala Badan.',
  sahkan: 'Pengesahan laporan dicatat. Tanda tangan dibubuhkan pada naskah cetak.',
};

/** Reports: the list, one opened, its progress, its file, and the acts on it. */
@Controller('laporan')
export class LaporanController implements BeforeApplicationShutdown {
  private readonly terbuka = new Set<Response>();

  constructor(@Inject(LaporanService) private readonly laporan: LaporanService) {}

  @Get()
  @Render('laporan/daftar')
  async daftar(@AktorIni() aktor: Aktor) {
    const [daftar, tahun, kurang] = await Promise.all([
      this.laporan.daftar(aktor),
      this.laporan.tahunTersedia(),
      this.laporan.setelanKurang(),
    ]);
    return presentDaftar(aktor, daftar, tahun, kurang);
  }

  @Post()
  @Redirect('/laporan', 303)
  async susun(@AktorIni() aktor: Aktor, @Body() { tahun }: SusunDto): Promise<{ url: string }> {
    return { url: jalurLaporan.satu(await this.laporan.susun(aktor, tahun)) };
  }

  @Get(':id')
  @Render('laporan/rincian')
  async rincian(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    const laporan = await this.laporan.rincian(aktor, id);
    return presentRincian(aktor, laporan, await this.laporan.angka(laporan.hitungId));
  }

  /** Asks once more: what is approved, and what follows. */
  @Get(':id/setujui')
  @Render('laporan/pengesahan')
  async tanyaSetujui(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    return presentPengesahan('setujui', await this.laporan.tinjauPengesahan(aktor, id, 'setujui'));
  }

  /** Asks once more: what is ratified, and what follows. */
  @Get(':id/sahkan')
  @Render('laporan/pengesahan')
  async tanyaSahkan(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    return presentPengesahan('sahkan', await this.laporan.tinjauPengesahan(aktor, id, 'sahkan'));
  }

  @Get(':id/aliran')
  async aliran(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Res() res: Response): Promise<void> {
    this.terbuka.add(res);
    res.on('close', () => this.terbuka.delete(res));
    await alirkan(res, async () => pesanLaporan(await this.laporan.rincian(aktor, id)));
  }

  @Get(':id/unduh')
  @Redirect('/laporan', 303)
  async unduh(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number): Promise<{ url: string }> {
    return { url: jalurBerkas(await this.laporan.berkasUnduh(aktor, id)) };
  }

  @Post(':id/batalkan')
  @Redirect('/laporan', 303)
  async batalkan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Body() { versi, alasan }: BatalkanDto,
    @Req() req: Request,
  ) {
    await this.laporan.batalkanPengesahan(aktor, id, versi, alasan);
    kilat(req, 'berhasil', 'Pembatalan dicatat beserta alasannya.');
    return { url: jalurLaporan.satu(id) };
  }

  /** The acts that need no more than the version seen. */
  @Post(':id/:tindakan')
  @Redirect('/laporan', 303)
  async tindak(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Param('tindakan') tindakan: string,
    @Body() { versi }: VersiDto,
    @Req() req: Request,
  ) {
    if (!isTindakanLaporan(tindakan)) throw new DomainError('tidak-ditemukan');
    await this.laporan[tindakan](aktor, id, versi);
    kilat(req, 'berhasil', TERCATAT[tindakan]);
    return { url: jalurLaporan.satu(id) };
  }

  /** Open streams would hold the server back from stopping. */
  beforeApplicationShutdown(): void {
    for (const res of this.terbuka) res.end();
  }
}

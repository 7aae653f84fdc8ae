import { Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { angkaFormulir, teksFormulir } from '../../../infra/http/teks-formulir.js';
import { PenerimaUnggahan } from '../../berkas/penerima-unggahan.js';
import { BacaPembinaanService, type PembinaanRinci } from '../baca-pembinaan.service.js';
import { PembinaanService } from '../pembinaan.service.js';
import { type BerkasPembinaan } from '../pembinaan.types.js';
import { berkasDipilihLagi, galatBerkas } from './pembinaan.dto.js';
import { jalurPembinaan, TINDAKAN_JALUR, type TindakanJalur } from './pembinaan.paths.js';
import { type IsianRincian, presentDaftarOrmas, presentRincian } from './pembinaan.presenter.js';

const PESAN: Readonly<Record<TindakanJalur, string>> = {
  akhiri: 'Hari terakhir tercatat. Ormas dan OPD pembinanya diberi tahu.',
  batalkan: 'Catatan dibatalkan; tetap terbaca dengan alasannya.',
  dokumen: 'Dokumen terlampir.',
};
/** The upload field of each form: two of one name would be one to a reader of the page. */
const BIDANG_BERKAS = { akhiri: 'surat', batalkan: null, dokumen: 'dokumen' } as const;
const AKSI = { akhiri: 'akhiri', batalkan: 'batalkan', dokumen: 'lampirkan' } as const;

/** The log of one ormas, one row of it, and what may be done with the row. */
@Controller()
export class PembinaanController {
  constructor(
    private readonly baca: BacaPembinaanService,
    private readonly pembinaan: PembinaanService,
    private readonly penerima: PenerimaUnggahan,
  ) {}

  @Get('ormas/:ormasId/pembinaan')
  @Render('pembinaan/ormas')
  async daftarOrmas(@AktorIni() aktor: Aktor, @Param('ormasId', IdPipe) ormasId: number) {
    return presentDaftarOrmas(await this.baca.daftar(aktor, ormasId));
  }

  @Get('pembinaan/:id')
  @Render('pembinaan/rincian')
  async rinci(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number) {
    return presentRincian(await this.baca.rinci(aktor, id), null);
  }

  @Post('pembinaan/:id/tindakan/:tindakan')
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
    const ketikan = teksFormulir(req.body, ['sampai', 'dasar', 'alasan'], ['sampai']);
    const galat = await this.jalankan(aktor, p, { tindakan, ketikan }, req);
    if (galat.length > 0) {
      res.status(422).render('pembinaan/rincian', presentRincian(p, { tindakan, ketikan, galat }));
      return;
    }
    kilat(req, 'berhasil', PESAN[tindakan]);
    res.redirect(303, jalurPembinaan.rinci(id));
  }

  /** Does what the form asks; what it says of its fields, empty when it was done. */
  private async jalankan(
    aktor: Aktor,
    p: PembinaanRinci,
    { tindakan, ketikan: k }: Omit<IsianRincian, 'galat'>,
    req: Request,
  ): Promise<GalatIsian[]> {
    const { id, versi: kini, ormasId } = p.baris;
    const versi = angkaFormulir((req.body as Record<string, string> | undefined)?.versi);
    const akhir = { sampai: k.sampai, dasar: k.dasar };
    const layak = p.boleh[AKSI[tindakan]] && versi === kini;
    // What will be refused stores nothing: the act says why.
    const keliru = layak && tindakan === 'akhiri' ? this.pembinaan.galatAkhir(p.baris, akhir) : [];
    const tempat = BIDANG_BERKAS[tindakan];
    if (keliru.length > 0) return [...keliru, ...berkasDipilihLagi(req, 'surat')];
    const unggah =
      layak && tempat !== null ? await this.penerima.terima(req, [tempat], ormasId, { banyak: true }) : null;
    if (unggah && unggah.galat.length > 0) return galatBerkas(unggah);
    const berkas: BerkasPembinaan = { tambah: (unggah?.diterima ?? []).map((d) => d.siap), lepas: [] };
    const per: Record<TindakanJalur, () => Promise<void>> = {
      akhiri: () => this.pembinaan.akhiri(aktor, id, versi, akhir, berkas),
      batalkan: () => this.pembinaan.batalkan(aktor, id, versi, k.alasan),
      dokumen: () => this.pembinaan.lampirkan(aktor, id, versi, berkas),
    };
    return galatIsian(per[tindakan], tempat ?? '');
  }
}

/** What an act says of the fields of its form; empty: it was done. @param bidangBerkas the field of its files */
export async function galatIsian(tindakan: () => Promise<unknown>, bidangBerkas = 'dokumen'): Promise<GalatIsian[]> {
  try {
    await tindakan();
    return [];
  } catch (galat) {
    if (galat instanceof DomainError && galat.rincian.isian) return galat.rincian.isian;
    if (galat instanceof DomainError && galat.kode === 'berkas-ditolak')
      return [{ bidang: bidangBerkas, pesan: galat.message }];
    throw galat;
  }
}

import { Controller, Get, Param, ParseIntPipe, Post, Query, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { periksaIsian } from '../../../infra/http/periksa-isian.js';
import { BacaKegiatanService } from '../baca-kegiatan.service.js';
import { KegiatanService } from '../kegiatan.service.js';
import { KeputusanKegiatanService } from '../keputusan-kegiatan.service.js';
import { RujukanKegiatanService } from '../rujukan-kegiatan.service.js';
import { presentAntrean, presentDaftarOrmas } from './daftar.presenter.js';
import { KeputusanDto, teksIsian } from './kegiatan.dto.js';
import { jalurKegiatan, TINDAKAN_JALUR, type TindakanJalur } from './kegiatan.paths.js';
import { type IsianRincian, presentRincian } from './kegiatan.presenter.js';

const PESAN_KEPUTUSAN: Readonly<Record<KeputusanDto['keputusan'], string>> = {
  verifikasi: 'Laporan diverifikasi.',
  kembalikan: 'Laporan dikembalikan untuk diperbaiki.',
  tolak: 'Laporan ditolak.',
};

const PESAN_TINDAKAN: Readonly<Record<TindakanJalur, string>> = {
  'buka-kembali': 'Keputusan dibuka kembali; laporan menunggu verifikasi.',
  batalkan: 'Laporan dibatalkan. Anda dapat memulihkannya kapan saja.',
  pulihkan: 'Laporan dipulihkan sebagai draf.',
  konfirmasi: 'Kegiatan bersama dikonfirmasi.',
  'tarik-konfirmasi': 'Konfirmasi ditarik.',
  bantah: 'Jawaban tercatat: bukan kegiatan bersama. Ormas diberi tahu.',
  'tarik-bantahan': 'Jawaban ditarik; Anda dapat menjawab lagi.',
};

const id9 = (teks: unknown): number | null =>
  typeof teks === 'string' && /^\d{1,9}$/.test(teks) ? Number(teks) : null;
/** A year out of an address; null: none that makes sense. */
const tahunSah = (teks: unknown): number | null =>
  typeof teks === 'string' && /^(19|20)\d{2}$/.test(teks) ? Number(teks) : null;
const teks = (n: number | null): string => (n === null ? '' : String(n));

/** Activities as they are read and decided on. */
@Controller()
export class KegiatanController {
  constructor(
    private readonly baca: BacaKegiatanService,
    private readonly kegiatan: KegiatanService,
    private readonly keputusan: KeputusanKegiatanService,
    private readonly rujukan: RujukanKegiatanService,
    private readonly clock: Clock,
  ) {}

  @Get('ormas/:ormasId/kegiatan')
  @Render('kegiatan/daftar')
  async daftarOrmas(
    @AktorIni() aktor: Aktor,
    @Param('ormasId', ParseIntPipe) ormasId: number,
    @Query('tahun') tahunDiminta: unknown,
  ) {
    const kini = this.clock.sekarang();
    const [ormas, hitungan] = await Promise.all([
      this.baca.ormas(aktor, ormasId),
      this.baca.hitungTahun(aktor, ormasId),
    ]);
    const masa = await this.baca.tahun(tahunSah(tahunDiminta));
    const baris = await this.baca.daftarOrmas(aktor, ormasId, masa.tahun);
    return presentDaftarOrmas({ aktor, ormas, masa, hitungan, baris, kini });
  }

  @Get('kegiatan')
  @Render('kegiatan/antrean')
  async antrean(
    @AktorIni() aktor: Aktor,
    @Query('opd') opd: unknown,
    @Query('kecamatan') kecamatan: unknown,
    @Query('halaman') halaman: unknown,
  ) {
    const saringan = { opdId: id9(opd), kecamatanId: id9(kecamatan) };
    const [isi, pilihan] = await Promise.all([
      this.baca.antrean(aktor, saringan, Math.max(1, id9(halaman) ?? 1)),
      this.rujukan.pilihanAntrean(),
    ]);
    return presentAntrean({
      aktor,
      halaman: isi,
      saringan: { opd: teks(saringan.opdId), kecamatan: teks(saringan.kecamatanId) },
      ...pilihan,
      kini: this.clock.sekarang(),
    });
  }

  @Get('kegiatan/:id')
  @Render('kegiatan/rincian')
  async rinci(@AktorIni() aktor: Aktor, @Param('id', ParseIntPipe) id: number) {
    return this.sajikan(aktor, id, null);
  }

  @Post('kegiatan/:id/keputusan')
  async putuskan(
    @AktorIni() aktor: Aktor,
    @Param('id', ParseIntPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const isi = teksIsian(req.body, ['keputusan', 'catatan', 'versi']);
    const ulang = async (galat: IsianRincian['galat']) =>
      res.status(422).render('kegiatan/rincian', await this.sajikan(aktor, id, { ...isi, tindakan: null, galat }));
    const periksa = await periksaIsian(KeputusanDto, isi);
    if (!periksa.ok) return void (await ulang(periksa.galat));
    try {
      await this.keputusan[periksa.isian.keputusan](aktor, id, Number(isi.versi), isi.catatan);
    } catch (galat) {
      if (galat instanceof DomainError && galat.rincian.isian) return void (await ulang(galat.rincian.isian));
      throw galat;
    }
    kilat(req, 'berhasil', PESAN_KEPUTUSAN[periksa.isian.keputusan]);
    res.redirect(303, jalurKegiatan.antrean());
  }

  @Post('kegiatan/:id/tindakan/:tindakan')
  async tindak(
    @AktorIni() aktor: Aktor,
    @Param('id', ParseIntPipe) id: number,
    @Param('tindakan') nama: string,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const tindakan = TINDAKAN_JALUR.find((t) => t === nama);
    if (!tindakan) throw new DomainError('tidak-ditemukan');
    const isi = teksIsian(req.body, ['alasan', 'versi']);
    try {
      await this.jalankan(aktor, id, tindakan, { versi: Number(isi.versi), alasan: isi.alasan });
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      const ulang = { keputusan: '', catatan: isi.alasan, tindakan, galat: galat.rincian.isian };
      res.status(422).render('kegiatan/rincian', await this.sajikan(aktor, id, ulang));
      return;
    }
    kilat(req, 'berhasil', PESAN_TINDAKAN[tindakan]);
    res.redirect(303, jalurKegiatan.rinci(id));
  }

  private jalankan(
    aktor: Aktor,
    id: number,
    tindakan: TindakanJalur,
    { versi, alasan }: { versi: number; alasan: string },
  ): Promise<void> {
    const per: Record<TindakanJalur, () => Promise<void>> = {
      'buka-kembali': () => this.keputusan.bukaKembali(aktor, id, versi, alasan),
      batalkan: () => this.kegiatan.batalkan(aktor, id, versi, alasan),
      pulihkan: () => this.kegiatan.pulihkan(aktor, id, versi),
      konfirmasi: () => this.keputusan.konfirmasiBersama(aktor, id, versi),
      'tarik-konfirmasi': () => this.keputusan.tarikKonfirmasi(aktor, id, versi, alasan),
      bantah: () => this.keputusan.bantahBersama(aktor, id, versi, alasan),
      'tarik-bantahan': () => this.keputusan.tarikBantahan(aktor, id, versi, alasan),
    };
    return per[tindakan]();
  }

  private async sajikan(aktor: Aktor, id: number, isian: IsianRincian | null) {
    return presentRincian(aktor, await this.baca.rinci(aktor, id), this.clock.sekarang(), isian);
  }
}

import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { IdPipe } from '../../../infra/http/id.pipe.js';
import { kilat } from '../../../infra/http/kilat.js';
import { BacaKunjunganService } from '../../lapangan/baca-kunjungan.service.js';
import { BacaPendaftaranService } from '../baca-pendaftaran.service.js';
import { FORMULIR } from '../formulir.data.js';
import { KembaranPendaftaranService } from '../kembaran-pendaftaran.service.js';
import { dokumenDiminta } from '../pendaftaran.aturan.js';
import { bolehPendaftaran, isPemohon } from '../pendaftaran.policy.js';
import { BAGIAN_KERJA, type HasilPeriksa, type PendaftaranRinci, PUTUSAN_DOKUMEN } from '../pendaftaran.types.js';
import { PengesahanService } from '../pengesahan.service.js';
import { PeriksaPendaftaranService } from '../periksa-pendaftaran.service.js';
import { presentDaftarKerja } from './daftar-kerja.presenter.js';
import { type IsianKantor, presentKantor } from './kantor.presenter.js';
import { presentMilik, presentPemohon } from './pemohon.presenter.js';
import { jalurPendaftaran, TINDAKAN_JALUR, type TindakanJalur } from './pendaftaran.paths.js';

const KEPUTUSAN = ['verifikasi', 'kembalikan', 'tolak'] as const;
const PESAN: Readonly<Record<(typeof KEPUTUSAN)[number] | TindakanJalur, string>> = {
  verifikasi: 'Pendaftaran diverifikasi dan diteruskan kepada Kepala Bidang.',
  kembalikan: 'Pendaftaran dikembalikan kepada pemohon.',
  tolak: 'Pendaftaran ditolak; pemohon dapat membaca alasannya.',
  ambil: 'Pendaftaran ini sekarang Anda pegang.',
  lepas: 'Pendaftaran dilepaskan ke daftar kerja.',
  'batalkan-verifikasi': 'Verifikasi dibatalkan.',
  'buka-kembali': 'Pendaftaran dibuka kembali.',
  daftarkan: 'Pendaftaran disetujui; organisasi masuk register.',
};

/** The list and the page of one application, for both sides; and the acts of the office. */
@Controller('pendaftaran')
export class PendaftaranController {
  constructor(
    private readonly baca: BacaPendaftaranService,
    private readonly periksa: PeriksaPendaftaranService,
    private readonly pengesahan: PengesahanService,
    private readonly kembaran: KembaranPendaftaranService,
    private readonly kunjungan: BacaKunjunganService,
  ) {}

  @Get()
  async daftar(
    @AktorIni() aktor: Aktor,
    @Query('bagian') diminta: unknown,
    @Query('halaman') halaman: unknown,
    @Res() res: Response,
  ): Promise<void> {
    // One address for both sides. Whose account belongs to an ormas has nothing to apply for.
    if (aktor.peran === 'sekretaris' && !isPemohon(aktor)) return res.redirect(303, '/');
    if (isPemohon(aktor)) return res.render('pendaftaran/milik', presentMilik(await this.baca.milikSaya(aktor)));
    const bawaan = aktor.peran === 'kabid' ? 'persetujuan' : 'menunggu';
    const bagian = BAGIAN_KERJA.find((b) => b === diminta) ?? (diminta === undefined ? bawaan : 'menunggu');
    const ke = typeof halaman === 'string' && /^[1-9]\d{0,4}$/.test(halaman) ? Number(halaman) : 1;
    res.render('pendaftaran/daftar', presentDaftarKerja(aktor, await this.baca.daftarKerja(aktor, bagian, ke)));
  }

  @Get(':id')
  async rinci(@AktorIni() aktor: Aktor, @Param('id', IdPipe) id: number, @Res() res: Response): Promise<void> {
    const p = await this.baca.rinci(aktor, id);
    if (aktor.peran === 'sekretaris') {
      const kunjungan = await this.kunjungan.milikPendaftaran(id);
      return res.render('pendaftaran/pemohon', presentPemohon(aktor, p, kunjungan));
    }
    res.render('pendaftaran/kantor', await this.sajikan(aktor, p));
  }

  @Post(':id/pemeriksaan')
  async simpan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const { hasil, ...keputusan } = kirimanDari(req, await this.baca.rinci(aktor, id));
    const galat = await this.coba(aktor, id, res, { hasil, ...keputusan }, () =>
      this.periksa.simpanPemeriksaan(aktor, id, keputusan.versi, hasil ?? { dokumen: {}, bidang: {} }),
    );
    if (galat) return;
    // A decision that was begun on the same page is not sent yet, and not lost either.
    if (keputusan.keputusan !== '' || keputusan.catatan !== '') {
      const p = await this.baca.rinci(aktor, id);
      const isian = { ...keputusan, versi: p.versi, tersimpan: true, galat: [] };
      return res.status(200).render('pendaftaran/kantor', await this.sajikan(aktor, p, isian));
    }
    kilat(req, 'berhasil', 'Hasil pemeriksaan disimpan.');
    res.redirect(303, jalurPendaftaran.rinci(id));
  }

  @Post(':id/keputusan')
  async putuskan(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const kiriman = kirimanDari(req, await this.baca.rinci(aktor, id));
    await this.jawab(aktor, id, res, kiriman, async () => {
      const pilih = KEPUTUSAN.find((k) => k === kiriman.keputusan);
      if (!pilih) {
        const pesan = 'Pilih keputusan Anda.';
        throw new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang: 'keputusan', pesan }] });
      }
      await this.periksa[pilih](aktor, id, kiriman.versi, kiriman.catatan, kiriman.hasil);
      kilat(req, 'berhasil', PESAN[pilih]);
    });
  }

  @Post(':id/tindakan/:tindakan')
  async tindak(
    @AktorIni() aktor: Aktor,
    @Param('id', IdPipe) id: number,
    @Param('tindakan') nama: string,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const tindakan = TINDAKAN_JALUR.find((t) => t === nama);
    if (!tindakan) throw new DomainError('tidak-ditemukan');
    const [alasan, versi] = [teksDari(req, 'alasan'), versiDari(req)];
    await this.jawab(aktor, id, res, { tindakan, alasan, versi }, async () => {
      const per: Record<TindakanJalur, () => Promise<unknown>> = {
        ambil: () => this.periksa.ambil(aktor, id),
        lepas: () => this.periksa.lepas(aktor, id, versi),
        'batalkan-verifikasi': () => this.periksa.batalkanVerifikasi(aktor, id, versi, alasan),
        'buka-kembali': () => this.periksa.bukaKembali(aktor, id, versi, alasan),
        daftarkan: () => this.pengesahan.daftarkan(aktor, id, versi, bukanKembaranDari(req)),
      };
      await per[tindakan]();
      kilat(req, 'berhasil', PESAN[tindakan]);
    });
  }

  /** Does the act and goes back to the page; with faults in the form the page is shown again with what was typed. */
  private async jawab(
    aktor: Aktor,
    id: number,
    res: Response,
    isian: Omit<IsianKantor, 'galat'>,
    kerja: () => Promise<void>,
  ): Promise<void> {
    if (!(await this.coba(aktor, id, res, isian, kerja))) res.redirect(303, jalurPendaftaran.rinci(id));
  }

  /** Does the act. @returns whether its form had faults; then the page was shown again with what was typed */
  private async coba(
    aktor: Aktor,
    id: number,
    res: Response,
    isian: Omit<IsianKantor, 'galat'>,
    kerja: () => Promise<void>,
  ): Promise<boolean> {
    try {
      await kerja();
      return false;
    } catch (galat) {
      if (!(galat instanceof DomainError) || !galat.rincian.isian) throw galat;
      const p = await this.baca.rinci(aktor, id);
      const halaman = await this.sajikan(aktor, p, { ...isian, galat: galat.rincian.isian });
      res.status(422).render('pendaftaran/kantor', halaman);
      return true;
    }
  }

  private async sajikan(aktor: Aktor, p: PendaftaranRinci, isian?: IsianKantor) {
    const kembaran = bolehPendaftaran(aktor, 'lihat', p) ? await this.kembaran.cari(aktor, p) : [];
    const kunjungan = await this.kunjungan.milikPendaftaran(p.id);
    return presentKantor(aktor, p, { kembaran, kunjungan }, isian);
  }
}

const isiDari = (req: Request): Record<string, unknown> => (req.body ?? {}) as Record<string, unknown>;
const teksDari = (req: Request, nama: string): string => {
  const v = isiDari(req)[nama];
  return typeof v === 'string' ? v.trim() : '';
};
/** The organisations that stood on the page as those that it may be: all of them are meant by the one box. */
const bukanKembaranDari = (req: Request): number[] => {
  const teks = teksDari(req, 'bukanKembaran');
  return /^\d{1,10}(-\d{1,10}){0,9}$/.test(teks) ? teks.split('-').map(Number) : [];
};
const versiDari = (req: Request): number => {
  const versi = Number(isiDari(req).versi);
  return Number.isSafeInteger(versi) ? versi : 0;
};

/** What the form of examination and decision says; `hasil` only when it has the part of the examination. */
function kirimanDari(req: Request, p: PendaftaranRinci) {
  const diperiksa = Object.keys(isiDari(req)).some((n) => /^(?:putusan|catatan)-/.test(n));
  return {
    ...{ keputusan: teksDari(req, 'keputusan'), catatan: teksDari(req, 'catatan'), versi: versiDari(req) },
    hasil: diperiksa ? hasilDari(req, p) : undefined,
  };
}

/** What the examination says of the documents and fields that there are; what the form does not have is left out. */
function hasilDari(req: Request, p: PendaftaranRinci): HasilPeriksa {
  const isi = isiDari(req);
  const semua = teksDari(req, 'semua') === 'sesuai';
  const dokumen = dokumenDiminta(p.jawaban)
    .map(({ dokumen: d }) => p.dokumen.find((x) => x.kode === d.kode))
    .filter((d) => d !== undefined)
    .map((d) => {
      const kirim = PUTUSAN_DOKUMEN.find((x) => x === teksDari(req, `putusan-${d.kode}`)) ?? d.putusan;
      const putusan = semua && kirim === 'belum' && d.berkasId ? 'sesuai' : kirim;
      const nama = `catatan-dokumen-${d.kode}`;
      return [d.kode, { putusan, catatan: nama in isi ? teksDari(req, nama) : d.catatan }] as const;
    });
  const bidang = FORMULIR.flatMap((h) => h.kolom)
    .filter((k) => `catatan-${k.nama}` in isi)
    .map((k) => [k.nama, teksDari(req, `catatan-${k.nama}`)] as const);
  return { dokumen: Object.fromEntries(dokumen), bidang: Object.fromEntries(bidang) };
}

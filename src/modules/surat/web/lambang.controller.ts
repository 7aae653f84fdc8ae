import { Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { AktorIni } from '../../../infra/http/aktor-ini.decorator.js';
import { kilat } from '../../../infra/http/kilat.js';
import { unggahanDari } from '../../../infra/http/unggahan.js';
import { type KepalaHalaman, type KolomBerkas } from '../../../infra/view/bagian.js';
import { jalurBerkas } from '../../berkas/berkas.paths.js';
import { TERIMA_FOTO, UKURAN_BERKAS_MAKS } from '../../berkas/berkas.types.js';
import { LambangService } from '../lambang.service.js';
import { jalurSurat } from './surat.paths.js';

export interface HalamanLambang {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  galat: GalatIsian[];
  gambar: string | null;
  hapus: string;
  berkas: KolomBerkas;
}

/** The emblem in the letterhead, for admin. */
@Controller('setelan/lambang')
export class LambangController {
  constructor(private readonly lambang: LambangService) {}

  @Get()
  @Render('surat/lambang')
  async formulir(@AktorIni() aktor: Aktor) {
    return this.sajikan(aktor, []);
  }

  @Post()
  async ganti(@AktorIni() aktor: Aktor, @Req() req: Request, @Res() res: Response): Promise<void> {
    const [berkas] = unggahanDari(req, 'lambang');
    try {
      if (!berkas) throw new DomainError('berkas-ditolak', 'Pilih gambar lambang dahulu.');
      await this.lambang.ganti(aktor, berkas);
    } catch (galat) {
      if (!(galat instanceof DomainError) || galat.kode !== 'berkas-ditolak') throw galat;
      const halaman = await this.sajikan(aktor, [{ bidang: 'lambang', pesan: galat.message }]);
      return res.status(422).render('surat/lambang', halaman);
    }
    kilat(req, 'berhasil', 'Lambang disimpan. Dokumen yang dibuat sesudah ini memakainya.');
    res.redirect(303, jalurSurat.lambang());
  }

  @Post('hapus')
  async hapus(@AktorIni() aktor: Aktor, @Req() req: Request, @Res() res: Response): Promise<void> {
    await this.lambang.hapus(aktor);
    kilat(req, 'berhasil', 'Lambang dihapus dari kop. Dokumen yang sudah terbit tidak berubah.');
    res.redirect(303, jalurSurat.lambang());
  }

  private async sajikan(aktor: Aktor, galat: GalatIsian[]): Promise<HalamanLambang> {
    const ada = await this.lambang.baca(aktor);
    return {
      judul: 'Lambang pada kop surat',
      kepala: {
        judul: 'Lambang pada kop surat',
        pengantar: 'Tampil di kiri kop surat keterangan dan laporan tahunan yang dibuat sesudah lambang disimpan.',
        remah: [
          { teks: 'Beranda', href: '/' },
          { teks: 'Setelan kantor', href: '/setelan' },
        ],
      },
      aksi: jalurSurat.lambang(),
      galat,
      gambar: ada ? jalurBerkas(ada.berkasId) : null,
      hapus: jalurSurat.hapusLambang(),
      berkas: {
        nama: 'lambang',
        label: 'Gambar lambang',
        wajib: true,
        terima: TERIMA_FOTO,
        banyak: false,
        ukuranMaksimal: UKURAN_BERKAS_MAKS,
        sisiMaksimal: 1200,
        petunjuk: 'PNG, JPEG, atau WebP berlatar putih atau tembus pandang, tinggi paling sedikit 600 piksel.',
        galat: galat[0]?.pesan ?? null,
      },
    };
  }
}

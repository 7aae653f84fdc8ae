import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../common/clock.js';
import { jalurVerifikasi } from '../../../common/kode-periksa.js';
import { tanggalWib } from '../../../common/tanggal.js';
import { type Config } from '../../../infra/config/config.js';
import { CONFIG } from '../../../infra/config/config.module.js';
import { hurufDokumen } from '../../../infra/pdf/huruf.js';
import { PdfService } from '../../../infra/pdf/pdf.service.js';
import { Gudang } from '../../../infra/storage/gudang.js';
import { type SuratRinci } from '../surat.types.js';
import { jalurLambang } from '../lambang.jalur.js';
import { htmlSurat, KERAPATAN } from './dokumen-surat.js';

/** Millimetres; one page holds the longest name and address that the register allows. */
const MARGIN = { atas: 14, kanan: 22, bawah: 14, kiri: 22 };

/** A letter to PDF: its frozen words, the bundled typeface, and the emblem of the day it was issued. */
@Injectable()
export class MesinSurat {
  constructor(
    private readonly pdfService: PdfService,
    private readonly gudang: Gudang,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  hari(): string {
    return tanggalWib(this.clock.sekarang());
  }

  /** The document, one page. @throws PdfError; Error when it does not fit on one page */
  async pdf(surat: Pick<SuratRinci, 'nomor' | 'kode' | 'terbit' | 'berlakuSampai' | 'isi'>): Promise<Uint8Array> {
    const huruf = hurufDokumen();
    const { lambang, kertas } = surat.isi.kantor;
    const aset = new Map(huruf.aset);
    if (lambang) aset.set(jalurLambang(lambang), await this.gudang.isi(lambang.sha256));
    const bahan = { ...surat, alamat: this.config.portalUrl + jalurVerifikasi(surat.kode) };
    for (const kerapatan of KERAPATAN) {
      const { pdf, halaman } = await this.pdfService.render({
        html: htmlSurat(bahan, kerapatan).replace('<style>', () => `<style>${huruf.css}`),
        aset,
        kertas,
        margin: MARGIN,
        outline: false,
      });
      if (halaman === 1) return pdf;
    }
    throw new Error('A letter takes one page');
  }
}

import { Injectable } from '@nestjs/common';
import { hurufDokumen } from '../../../infra/pdf/huruf.js';
import { PdfService } from '../../../infra/pdf/pdf.service.js';
import { Gudang } from '../../../infra/storage/gudang.js';
import { perkecilGambar } from '../../berkas/periksa-gambar.js';
import { jalurLambang } from '../../surat/lambang.jalur.js';
import { type BeritaAcara } from '../kunjungan.types.js';
import { htmlBeritaAcara, jalurFoto } from './dokumen-berita-acara.js';

/** Millimetres. */
const MARGIN = { atas: 14, kanan: 20, bawah: 18, kiri: 20 };
/** Pixels on the longer side of a printed photo: 80 mm at 290 dots per inch. A page of photos stays below 1 MB. */
const SISI_FOTO = 920;

/** A record to PDF: its frozen words, the bundled typeface, its photos, and the emblem of the day it was signed off. */
@Injectable()
export class MesinBeritaAcara {
  constructor(
    private readonly pdfService: PdfService,
    private readonly gudang: Gudang,
  ) {}

  /** The document, one page or more. @throws PdfError */
  async pdf({ nomor, isi, dibuatPada }: Pick<BeritaAcara, 'nomor' | 'isi' | 'dibuatPada'>): Promise<Uint8Array> {
    const huruf = hurufDokumen();
    const { lambang, kertas } = isi.kantor;
    const aset = new Map(huruf.aset);
    if (lambang) aset.set(jalurLambang(lambang), await this.gudang.isi(lambang.sha256));
    for (const [i, f] of isi.foto.entries())
      aset.set(jalurFoto(i), await perkecilGambar(await this.gudang.isi(f.sha256), SISI_FOTO));
    const { pdf } = await this.pdfService.render({
      html: htmlBeritaAcara({ nomor, isi, dibuatPada }).replace('<style>', () => `<style>${huruf.css}`),
      aset,
      kertas,
      margin: MARGIN,
      outline: false,
      footer: `<div style="width:100%;padding:0 20mm;font:7pt sans-serif;color:#555;display:flex;justify-content:space-between"><span>${nomor}</span><span>Halaman <span class="pageNumber"></span> dari <span class="totalPages"></span></span></div>`,
    });
    return pdf;
  }
}

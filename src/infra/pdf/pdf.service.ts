import { type OnModuleDestroy } from '@nestjs/common';
import { Antrean } from './antrean.js';
import { PdfError } from './pdf.error.js';
import { type HasilRender, type MetrikPdf, type OpsiPdf, type PermintaanRender } from './pdf.types.js';
import { Peramban } from './peramban.js';

/** Two pages printing at once fill two cores; a third only waits inside Chromium instead of in our queue. */
const SEKALIGUS = 2;
const BATAS_RENDER = 100;
const BATAS_MEMORI = 700 * 1024 * 1024;

/**
 * HTML in, PDF out, by one supervised Chromium: started at the first render, replaced when worn or broken, without
 * network, scripts or files. A crash is tried once more on a fresh browser; nothing waits for ever.
 */
export class PdfService implements OnModuleDestroy {
  private readonly antrean = new Antrean(SEKALIGUS);
  private berjalan: Promise<Peramban> | undefined;
  private pergantian: Promise<void> | undefined;
  private ditutup = false;
  private renders = 0;
  private restarts = 0;
  private puncak = 0;
  private kini: Peramban | undefined;

  constructor(private readonly opsi: OpsiPdf) {}

  /**
   * Renders one document; at most two at a time, the rest wait in order.
   * Throws `PdfError`: `waktu-habis`, `mogok` (twice in a row), `tidak-dapat-mulai`, `ditutup`.
   */
  render(p: PermintaanRender): Promise<HasilRender> {
    return this.antrean.jalankan(() => this.cobaDuaKali(p));
  }

  get metrik(): MetrikPdf {
    const puncakMemori = Math.max(this.puncak, this.kini?.puncakMemori ?? 0);
    return { renders: this.renders, restarts: this.restarts, puncakMemori, pid: this.kini?.pid ?? null };
  }

  /** Ends the browser; renders under way or waiting fail with `ditutup`. */
  async onModuleDestroy(): Promise<void> {
    this.ditutup = true;
    const peramban = await this.berjalan?.catch(() => undefined);
    await peramban?.tutup();
    this.catat(peramban);
  }

  private async cobaDuaKali(p: PermintaanRender): Promise<HasilRender> {
    for (let percobaan = 1; ; percobaan++) {
      const peramban = await this.pinjam();
      try {
        const hasil = await peramban.render(p);
        this.renders++;
        return hasil;
      } catch (error) {
        if (this.ditutup) throw new PdfError('ditutup', error);
        if (error instanceof PdfError) throw error;
        if (percobaan === 2) throw new PdfError('mogok', error);
      }
    }
  }

  /** A sound browser, borrowed; a worn one is replaced first, after its last render, so that there is never a second. */
  private async pinjam(): Promise<Peramban> {
    for (;;) {
      if (this.ditutup) throw new PdfError('ditutup');
      this.berjalan ??= this.buka();
      const peramban = await this.berjalan;
      if (!peramban.usang) {
        peramban.pinjam();
        return peramban;
      }
      this.pergantian ??= this.ganti(peramban).finally(() => (this.pergantian = undefined));
      await this.pergantian;
    }
  }

  private async buka(): Promise<Peramban> {
    const { chromium, batasRender = BATAS_RENDER, batasMemori = BATAS_MEMORI } = this.opsi;
    try {
      this.kini = await Peramban.buka({ chromium, batasRender, batasMemori });
      return this.kini;
    } catch (error) {
      this.berjalan = undefined;
      throw error;
    }
  }

  private async ganti(peramban: Peramban): Promise<void> {
    await peramban.kosong();
    await peramban.tutup();
    this.catat(peramban);
    this.restarts++;
    this.berjalan = undefined;
  }

  private catat(peramban: Peramban | undefined): void {
    this.puncak = Math.max(this.puncak, peramban?.puncakMemori ?? 0);
    this.kini = undefined;
  }
}

import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { cariChromium } from '../browser/galeri/chromium.js';

/** Widths at which a page may not scroll sideways: a small phone, a phone, a tablet, a desk. */
const LEBAR = [320, 360, 768, 1280] as const;
/** Widths at which axe looks: what differs between the others is only room. */
const LEBAR_AXE: readonly number[] = [360, 1280];
const ATURAN = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One fault of a page: at which width, what, and where. An empty list is a page in order. */
export interface Temuan {
  lebar: number;
  apa: string;
  di: string[];
}

/** A window of the browser. It hears everything the browser complains about: blocked styles and scripts, errors in ours. */
export class Jendela {
  /** Complaints since the window was opened; a test ends by expecting none. */
  readonly keluhan: string[] = [];

  private constructor(
    readonly halaman: Page,
    private readonly alamat: string,
  ) {
    halaman.on('console', (pesan) => {
      if (pesan.type() === 'error' || pesan.type() === 'warn') this.keluhan.push(pesan.text());
    });
    halaman.on('pageerror', (galat) => this.keluhan.push(String(galat)));
  }

  static async buka(peramban: Browser, alamat: string): Promise<Jendela> {
    // A context of its own: cookies of one person are not those of another.
    const konteks = await peramban.createBrowserContext({ downloadBehavior: { policy: 'deny' } });
    return new Jendela(await konteks.newPage(), alamat);
  }

  /** Signs in through the page, as a person does. */
  async masuk(orang: { surel: string; sandi: string }): Promise<void> {
    await this.kunjungi('/masuk');
    await this.halaman.type('[name=surel]', orang.surel);
    await this.halaman.type('[name=sandi]', orang.sandi);
    await Promise.all([this.halaman.waitForNavigation(), this.halaman.click('form[action="/masuk"] button')]);
    if (new URL(this.halaman.url()).pathname === '/masuk') throw new Error(`Cannot sign in as ${orang.surel}`);
  }

  /** Opens a page and waits until its fonts are there; returns its HTTP status. */
  async kunjungi(jalur: string, lebar = 1280): Promise<number> {
    await this.halaman.setViewport({ width: lebar, height: 900 });
    const jawaban = await this.halaman.goto(this.alamat + jalur, { waitUntil: 'load' });
    await this.halaman.evaluate('document.fonts.ready.then(() => true)');
    return jawaban?.status() ?? 0;
  }

  /** Evaluated by the browser's debugger, which the page's own policy does not bind. */
  baca<T>(kode: string): Promise<T> {
    return this.halaman.evaluate(kode) as Promise<T>;
  }

  /**
   * Everything that is wrong with the page that is open, at every width: sideways scrolling, small targets, and what axe
   * knows. Puts a picture of it into the folder RUPA, where that is set, under the given name.
   */
  async periksa(nama: string): Promise<Temuan[]> {
    const temuan: Temuan[] = [];
    await this.halaman.evaluate(axe.source);
    for (const lebar of LEBAR) {
      await this.halaman.setViewport({ width: lebar, height: 900 });
      await this.potret(`${nama}-${lebar}`);
      const lebih = await this.baca<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      if (lebih > 0) temuan.push({ lebar, apa: `scrolls sideways by ${lebih} px`, di: [] });
      if (LEBAR_AXE.includes(lebar)) temuan.push(...(await this.axe(lebar)));
    }
    await this.halaman.setViewport({ width: 360, height: 900 });
    const kecil = await this.baca<string[]>(
      `[...document.querySelectorAll('button, .btn, select, summary, .form-control, .navigasi a, input[type=file]')]
        .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.9).map((e) => e.outerHTML)`,
    );
    if (kecil.length > 0) temuan.push({ lebar: 360, apa: 'targets below 44 px', di: kecil });
    return temuan;
  }

  /** A picture of the whole page, where RUPA names a folder; see docs/rupa.md. */
  async potret(nama: string): Promise<void> {
    const folder = process.env.RUPA;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const path: `${string}.png` = `${folder}/${nama}.png`;
    await this.halaman.screenshot({ path, fullPage: true });
  }

  async tutup(): Promise<void> {
    await this.halaman.browserContext().close();
  }

  private async axe(lebar: number): Promise<Temuan[]> {
    const hasil = await this.baca<{ apa: string; di: string[] }[]>(
      `axe.run({ runOnly: ${JSON.stringify(ATURAN)} }).then((h) => h.violations.map((v) =>
        ({ apa: v.id, di: v.nodes.map((n) => n.html + ' ' + n.failureSummary) })))`,
    );
    return hasil.map((h) => ({ lebar, ...h }));
  }
}

/** The browser of the tests, without a window; close it when done. */
export function bukaPeramban(): Promise<Browser> {
  return puppeteer.launch({ executablePath: cariChromium(), args: ['--no-sandbox'] });
}

import { extname } from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, type Page, type Protocol } from 'puppeteer';
import { bacaPdf } from './baca-pdf.js';
import { type Aset, type HasilRender, KERTAS, type PermintaanRender } from './pdf.types.js';

/** Where documents live and find their assets; `.invalid` never resolves, the answers come from memory. */
const ASAL = 'http://aset.invalid/';

const JENIS: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** A second lock behind the interception: pictures, fonts and styles from memory, nothing else. */
const CSP = `default-src 'none'; img-src ${ASAL} data:; font-src ${ASAL} data:; style-src ${ASAL} data: 'unsafe-inline'`;

const INCI = 25.4;

/**
 * Runs in the page on our behalf (documents have scripts off, the debugger does not). Forces a layout, so that every
 * font in use has begun to load before we wait for them; then gives each marked heading a name and a hidden link to
 * it, for Chromium writes a named place, page and height, for every element some link points to.
 */
const SIAPKAN = `(async () => {
  document.documentElement.getBoundingClientRect();
  await document.fonts.ready;
  const wadah = document.createElement('div');
  wadah.style.display = 'none';
  const daftar = [...document.querySelectorAll('[data-penanda="judul"]')].map((el, i) => {
    if (!/^[A-Za-z][\\w-]*$/.test(el.id)) el.id = 'penanda-' + (i + 1);
    const a = document.createElement('a');
    a.href = '#' + el.id;
    wadah.append(a);
    return { id: el.id, judul: el.textContent.replace(/\\s+/g, ' ').trim(), tingkat: Number(el.dataset.tingkat) || 1 };
  });
  if (daftar.length) document.body.append(wadah);
  return { alamat: location.href, daftar };
})()`;

interface Persiapan {
  alamat: string;
  daftar: { id: string; judul: string; tingkat: number }[];
}

/**
 * One tab in a browser context of its own. It stays on one blank page and takes document after document, which costs
 * a third of opening a page for each; `cocok` says when that is safe.
 */
export class Lembar {
  private aset: Aset = new Map();
  private readonly disajikan = new Map<string, Uint8Array>();
  private readonly ditolak = new Set<string>();
  private siap = false;

  private constructor(
    private readonly konteks: BrowserContext,
    private readonly page: Page,
    private readonly cdp: CDPSession,
  ) {}

  static async buka(browser: Browser): Promise<Lembar> {
    const konteks = await browser.createBrowserContext({ downloadBehavior: { policy: 'deny' } });
    const page = await konteks.newPage();
    const cdp = await page.createCDPSession();
    const lembar = new Lembar(konteks, page, cdp);
    cdp.on('Fetch.requestPaused', (permintaan) => void lembar.jawab(permintaan));
    await Promise.all([
      page.setJavaScriptEnabled(false),
      page.emulateMediaType('print'), // fonts used only in print load before the print, not during it
      cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    ]);
    await page.goto(ASAL);
    lembar.siap = true;
    return lembar;
  }

  /**
   * Whether this tab may take a document with these assets. What it has read stays in its cache, so a document may
   * only follow that brings the very same: another would see bytes it was not given.
   */
  cocok(aset: Aset | undefined): boolean {
    if (this.ditolak.size > 0) return false;
    return [...this.disajikan].every(([path, lama]) => {
      const baru = aset?.get(path);
      return (
        baru === lama || (baru !== undefined && Buffer.from(lama.buffer, lama.byteOffset, lama.length).equals(baru))
      );
    });
  }

  /** How many assets it has read: a document does best in the tab that has most of its own, and leaves the empty free. */
  get muatan(): number {
    return this.disajikan.size;
  }

  /** Renders one document; without a limit of its own. Rejects when the tab or the browser dies. */
  async render(p: PermintaanRender): Promise<HasilRender> {
    this.aset = p.aset ?? new Map<string, Uint8Array>();
    let gugur: (error: Error) => void = () => undefined;
    const mogok = new Promise<never>((_, reject) => (gugur = reject));
    this.page.once('error', gugur);
    try {
      return await Promise.race([this.cetak(p), mogok]);
    } finally {
      this.page.off('error', gugur);
    }
  }

  /** Closes the tab with its context; rejects if the browser is gone. */
  async tutup(): Promise<void> {
    await this.konteks.close();
  }

  private async cetak(p: PermintaanRender): Promise<HasilRender> {
    await this.page.setContent(p.html, { waitUntil: 'load', timeout: 0 });
    const { alamat, daftar } = (await this.page.evaluate(SIAPKAN)) as Persiapan;
    if (!alamat.startsWith(ASAL)) throw new Error('The document navigated away');
    const [lebar, tinggi] = KERTAS[p.kertas];
    const { data } = await this.cdp.send('Page.printToPDF', {
      paperWidth: lebar / INCI,
      paperHeight: tinggi / INCI,
      landscape: p.landscape ?? false,
      marginTop: p.margin.atas / INCI,
      marginRight: p.margin.kanan / INCI,
      marginBottom: p.margin.bawah / INCI,
      marginLeft: p.margin.kiri / INCI,
      displayHeaderFooter: p.header !== undefined || p.footer !== undefined,
      headerTemplate: p.header ?? '<span></span>',
      footerTemplate: p.footer ?? '<span></span>',
      printBackground: true,
      generateTaggedPDF: p.tagged ?? true,
      generateDocumentOutline: p.outline ?? true,
      transferMode: 'ReturnAsBase64',
    });
    const pdf = Buffer.from(data, 'base64');
    const { halaman, tujuan } = bacaPdf(pdf);
    // A heading that is not displayed has no place, and needs no bookmark.
    const penanda = daftar.flatMap((judul) => {
      const letak = tujuan.get(judul.id);
      return letak ? [{ ...judul, ...letak }] : [];
    });
    return { pdf, halaman, penanda, ditolak: [...this.ditolak] };
  }

  private async jawab({ requestId, request, resourceType }: Protocol.Fetch.RequestPausedEvent): Promise<void> {
    try {
      const isi = this.isi(request.url, resourceType);
      if (!isi) {
        // The browser's own wish, not the document's.
        if (request.url !== `${ASAL}favicon.ico`) this.ditolak.add(request.url);
        await this.cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
        return;
      }
      await this.cdp.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: Object.entries(isi.kepala).map(([name, value]) => ({ name, value })),
        body: Buffer.from(isi.bytes).toString('base64'),
      });
    } catch {
      // The tab was closed while its request waited.
    }
  }

  private isi(url: string, jenis: string): { bytes: Uint8Array; kepala: Record<string, string> } | undefined {
    if (!this.siap && jenis === 'Document' && url === ASAL) {
      const kepala = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP };
      return { bytes: Buffer.from('<!doctype html><title></title>'), kepala };
    }
    if (jenis === 'Document' || !url.startsWith(ASAL)) return undefined;
    const path = decodeURI(new URL(url).pathname.slice(1));
    const bytes = this.aset.get(path);
    const tipe = JENIS[extname(path).toLowerCase()];
    if (!bytes || !tipe) return undefined;
    this.disajikan.set(path, bytes);
    return {
      bytes,
      kepala: { 'content-type': tipe, 'cache-control': 'max-age=86400', 'x-content-type-options': 'nosniff' },
    };
  }
}

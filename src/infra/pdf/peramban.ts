import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid, pid as pidIni } from 'node:process';
import { setTimeout as tunggu } from 'node:timers/promises';
import puppeteer, { type Browser } from 'puppeteer';
import { Lembar } from './lembar.js';
import { PdfError } from './pdf.error.js';
import { type Aset, type HasilRender, type PermintaanRender } from './pdf.types.js';
import { akhiriGrup, hidup, memoriGrup } from './proses.js';

const AWALAN = 'portal-pdf-';
const BATAS_RENDER_MS = 60_000;
const BATAS_TUTUP_MS = 3_000;
/** One measure walks the page tables of eight processes, some 20 ms: seldom enough to cost a hundredth. */
const JEDA_UKUR_MS = 2_000;
/**
 * A document of more pages leaves a renderer so large that it is better thrown away. For a smaller one keeping is far
 * cheaper: a new tab starts a process and unpacks the fonts, half a second of work, as much as fifteen pages take.
 */
const HALAMAN_BESAR = 20;
/** Warm tabs kept: two for documents with one set of assets, two for those with another, so that turns do not cost. */
const BATAS_MENGANGGUR = 4;

const BENDERA = [
  // Nothing resolves and no proxy is asked, even for requests no page makes (updates, pings, prefetch).
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-features=SpareRendererForSitePerProcess',
];

/** Removes profiles of processes that were killed before they could. */
async function sapuProfil(): Promise<void> {
  for (const nama of await readdir(tmpdir())) {
    const pemilik = new RegExp(`^${AWALAN}(\\d+)-`).exec(nama)?.[1];
    if (pemilik && !hidup(Number(pemilik))) await rm(join(tmpdir(), nama), { recursive: true, force: true });
  }
}

export interface OpsiPeramban {
  chromium: string;
  batasRender: number;
  batasMemori: number;
}

/**
 * One running Chromium: its process group, its profile and its warm tabs. It speaks over a pipe, so it ends by itself
 * when this process dies, however that happens. Whoever uses it calls `pinjam`, then `render`, which gives it back.
 */
export class Peramban {
  private readonly menganggur: Lembar[] = [];
  private dipinjam = 0;
  private jumlah = 0;
  private cacat = false;
  private ukurTerakhir = -Infinity;
  private saatKosong: (() => void) | undefined;
  /** Highest memory seen, in bytes. */
  puncakMemori = 0;

  private constructor(
    private readonly browser: Browser,
    readonly pid: number,
    private readonly folder: string,
    private readonly opsi: OpsiPeramban,
  ) {
    browser.once('disconnected', () => (this.cacat = true));
  }

  /** Starts Chromium; throws `tidak-dapat-mulai`. */
  static async buka(opsi: OpsiPeramban): Promise<Peramban> {
    await sapuProfil();
    const folder = await mkdtemp(join(tmpdir(), `${AWALAN}${pidIni}-`));
    try {
      const browser = await puppeteer.launch({
        executablePath: opsi.chromium,
        pipe: true,
        headless: true,
        userDataDir: join(folder, 'profil'),
        // Only what the program needs: none of our settings, and every file it leaves lies in the folder we remove.
        env: { HOME: folder, TMPDIR: folder, PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' },
        // Chromium's sandbox refuses root. As root (a bare container) the locks above it still hold; the image runs
        // as an ordinary user and keeps the sandbox.
        args: getuid?.() === 0 ? [...BENDERA, '--no-sandbox'] : BENDERA,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        protocolTimeout: 0,
        timeout: 30_000,
      });
      return new Peramban(browser, browser.process()?.pid ?? 0, folder, opsi);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw new PdfError('tidak-dapat-mulai', error);
    }
  }

  /** Whether this browser should take no more renders: worn out, too large, or broken. */
  get usang(): boolean {
    return this.cacat || this.jumlah >= this.opsi.batasRender;
  }

  /** Announces one render, so that nobody closes the browser before it. */
  pinjam(): void {
    this.dipinjam++;
    this.jumlah++;
  }

  /**
   * Renders in a tab. Throws `waktu-habis` when the limit passes; any other error means that the tab or the browser
   * broke, and that this browser takes no more.
   */
  async render(p: PermintaanRender): Promise<HasilRender> {
    const pengukur = setInterval(() => this.ukur(), JEDA_UKUR_MS).unref();
    let lembar: Lembar | undefined;
    let habis: NodeJS.Timeout | undefined;
    try {
      const batas = new Promise<never>((_, reject) => {
        habis = setTimeout(() => reject(new PdfError('waktu-habis')), p.timeoutMs ?? BATAS_RENDER_MS);
      });
      const kerja = this.ambil(p.aset).then((l) => (lembar = l).render(p));
      kerja.catch(() => undefined); // after the limit nobody listens any more
      const hasil = await Promise.race([kerja, batas]);
      if (hasil.halaman > HALAMAN_BESAR) await this.buang(lembar);
      else if (lembar) this.menganggur.push(lembar);
      return hasil;
    } catch (error) {
      if (!(error instanceof PdfError)) this.cacat = true;
      await this.buang(lembar);
      throw error;
    } finally {
      clearTimeout(habis);
      clearInterval(pengukur);
      this.ukur();
      this.kembali();
    }
  }

  /** Resolves when no render is under way. */
  async kosong(): Promise<void> {
    if (this.dipinjam > 0) await new Promise<void>((selesai) => (this.saatKosong = selesai));
  }

  /** Ends the browser, politely for three seconds and then not; removes its profile. Never throws. */
  async tutup(): Promise<void> {
    this.cacat = true;
    await Promise.race([
      this.browser.close().catch(() => undefined),
      tunggu(BATAS_TUTUP_MS, undefined, { ref: false }),
    ]);
    await akhiriGrup(this.pid);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined); // swept at the next start
  }

  private async ambil(aset: Aset | undefined): Promise<Lembar> {
    const cocok = this.menganggur.filter((lembar) => lembar.cocok(aset)).sort((a, b) => b.muatan - a.muatan)[0];
    if (cocok) {
      this.menganggur.splice(this.menganggur.indexOf(cocok), 1);
      return cocok;
    }
    // Idle tabs hold memory: the one unused longest makes room for the new.
    if (this.menganggur.length >= BATAS_MENGANGGUR) await this.menganggur.shift()?.tutup();
    return Lembar.buka(this.browser);
  }

  private async buang(lembar: Lembar | undefined): Promise<void> {
    const tertutup = lembar ? lembar.tutup().then(() => true) : Promise.resolve(false);
    const mati = await Promise.race([tertutup.catch(() => false), tunggu(BATAS_TUTUP_MS, false, { ref: false })]);
    if (mati) return;
    // A tab that does not close takes the whole browser along.
    this.cacat = true;
    await akhiriGrup(this.pid);
  }

  private kembali(): void {
    this.dipinjam--;
    if (this.dipinjam === 0) this.saatKosong?.();
  }

  private ukur(): void {
    const kini = performance.now();
    if (kini - this.ukurTerakhir < JEDA_UKUR_MS) return;
    this.ukurTerakhir = kini;
    const memori = memoriGrup(this.pid);
    this.puncakMemori = Math.max(this.puncakMemori, memori);
    if (memori > this.opsi.batasMemori) this.cacat = true;
  }
}

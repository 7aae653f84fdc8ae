import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RequestHandler } from 'express';

/** Where `scripts/aset.mjs` leaves the built assets: the same place seen from `src/` and from `dist/`. */
export const AKAR_ASET = fileURLToPath(new URL('../../../dist/assets', import.meta.url));
/** Path prefix under which the web process serves the assets. */
export const JALUR_ASET = '/aset';

const JENIS_ISI: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** The built assets of one folder: logical name to hashed file. */
export class Aset {
  private constructor(
    private readonly akar: string,
    private readonly manifes: Readonly<Record<string, string>>,
  ) {}

  /**
   * Reads `manifest.json` of a folder of built assets.
   * @throws Error that names the command to run, when the assets were never built
   */
  static baca(akar: string = AKAR_ASET): Aset {
    try {
      return new Aset(akar, JSON.parse(readFileSync(join(akar, 'manifest.json'), 'utf8')) as Record<string, string>);
    } catch (sebab) {
      throw new Error(`No assets in ${akar}: run "node scripts/aset.mjs" first`, { cause: sebab });
    }
  }

  /** Whether an asset of that logical name (`'portal.css'`) was built. */
  ada(nama: string): boolean {
    return Object.hasOwn(this.manifes, nama);
  }

  /** The URL of an asset, changed whenever its content changes. @throws RangeError for an unknown name */
  url(nama: string): string {
    return `${JALUR_ASET}/${this.berkas(nama)}`;
  }

  /** The text of an asset, for documents that carry their style inside. @throws RangeError for an unknown name */
  isi(nama: string): string {
    return readFileSync(join(this.akar, this.berkas(nama)), 'utf8');
  }

  /** Every built file (hashed names). */
  semuaBerkas(): string[] {
    return Object.values(this.manifes);
  }

  private berkas(nama: string): string {
    const berkas = this.manifes[nama];
    if (berkas === undefined) throw new RangeError(`No asset named '${nama}'`);
    return berkas;
  }
}

interface Salinan {
  jenis: string;
  isi: Record<'br' | 'gzip' | 'identity', Buffer | null>;
}

function muat(akar: string, berkas: string): Salinan {
  const baca = (akhiran: string): Buffer | null => {
    try {
      return readFileSync(join(akar, berkas + akhiran));
    } catch {
      return null;
    }
  };
  const ekstensi = berkas.slice(berkas.lastIndexOf('.') + 1);
  return {
    jenis: JENIS_ISI[ekstensi] ?? 'application/octet-stream',
    isi: { br: baca('.br'), gzip: baca('.gz'), identity: baca('') },
  };
}

/**
 * Serves the built assets from memory (together well under half a megabyte), compressed beforehand, for a year:
 * the name changes with the content. Mount at {@link JALUR_ASET}. Anything else is left to the next handler.
 */
export function penyajiAset(aset: Aset, akar: string = AKAR_ASET): RequestHandler {
  const isi = new Map(aset.semuaBerkas().map((berkas) => [berkas, muat(akar, berkas)]));
  return (permintaan, jawaban, lanjut) => {
    const salinan = isi.get(permintaan.path.slice(1));
    if (!salinan || (permintaan.method !== 'GET' && permintaan.method !== 'HEAD')) return lanjut();
    const diterima = permintaan.acceptsEncodings('br', 'gzip', 'identity');
    const pilihan = diterima === 'br' || diterima === 'gzip' ? diterima : 'identity';
    const tubuh = salinan.isi[pilihan];
    const sandi = tubuh ? pilihan : 'identity';
    if (sandi !== 'identity') jawaban.setHeader('Content-Encoding', sandi);
    jawaban.setHeader('Content-Type', salinan.jenis);
    jawaban.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    jawaban.setHeader('Vary', 'Accept-Encoding');
    jawaban.end(permintaan.method === 'HEAD' ? undefined : (tubuh ?? salinan.isi.identity));
  };
}

/** Where browsers look for an icon when a page cannot name one: a PDF, a file, an old bookmark. */
export const JALUR_IKON = '/favicon.ico';

/** Serves that icon from memory; its name cannot change with its content, so it is kept for a day. */
export function penyajiIkon(aset: Aset, akar: string = AKAR_ASET): RequestHandler {
  const { jenis, isi } = muat(akar, basename(aset.url('favicon.ico')));
  return (permintaan, jawaban, lanjut) => {
    if (permintaan.method !== 'GET' && permintaan.method !== 'HEAD') return lanjut();
    jawaban.setHeader('Content-Type', jenis);
    jawaban.setHeader('Cache-Control', 'public, max-age=86400');
    jawaban.end(permintaan.method === 'HEAD' ? undefined : isi.identity);
  };
}

import sharp, { type Metadata } from 'sharp';
import { type MimeTersimpan } from './berkas.types.js';

/** Why a picture is not taken. */
export type AlasanGambar = 'bergerak' | 'terlalu-banyak-piksel' | 'rusak';

/** A picture made anew from its pixels: nothing of the received bytes is left, no metadata, no place, no device. */
export interface GambarBaru {
  bita: Buffer;
  mime: MimeTersimpan;
  lebar: number;
  tinggi: number;
  /** The small picture for lists, JPEG or WebP like the large one. */
  kecil: Buffer;
}

/** 64 million pixels: more than phones take, and about 190 MB while it is decoded. */
const PIKSEL_MAKS = 64_000_000;
const SISI_MAKS = 2000;
/** Two lines of a list row on a phone with a dense screen. */
const SISI_KECIL = 240;
const DETIK_MAKS = 20;
/** Decoding takes memory by the pixel: so many at once in one process, the others wait. */
const BERSAMAAN = 2;

let berjalan = 0;
const menunggu: (() => void)[] = [];

async function bergiliran<T>(fn: () => Promise<T>): Promise<T> {
  if (berjalan >= BERSAMAAN) await new Promise<void>((lanjut) => menunggu.push(lanjut));
  else berjalan += 1;
  try {
    return await fn();
  } finally {
    const berikut = menunggu.shift();
    // The place is handed over rather than freed, so that nobody slips in between.
    if (berikut) berikut();
    else berjalan -= 1;
  }
}

/**
 * Decodes a JPEG, PNG or WebP and makes it anew: turned upright by its EXIF, at most 2000 px on the longer side, sRGB,
 * without metadata. JPEG stays JPEG; PNG and WebP (which may be transparent) become WebP. Pixels and frames are read
 * from the header before anything is decoded.
 */
export async function buatUlangGambar(bita: Buffer, mime: string): Promise<GambarBaru | AlasanGambar> {
  return bergiliran(async () => {
    try {
      // The limit of the library is off for the header only, so that the reason can be told apart.
      const kepala = await sharp(bita, { limitInputPixels: false }).metadata();
      const alasan = alasanKepala(kepala);
      if (alasan) return alasan;
      return await buatUlang(bita, mime === 'image/jpeg');
    } catch {
      return 'rusak';
    }
  });
}

function alasanKepala(kepala: Metadata): AlasanGambar | null {
  if ((kepala.pages ?? 1) > 1) return 'bergerak';
  if (!kepala.width || !kepala.height) return 'rusak';
  return kepala.width * kepala.height > PIKSEL_MAKS ? 'terlalu-banyak-piksel' : null;
}

async function buatUlang(bita: Buffer, jpeg: boolean): Promise<GambarBaru> {
  // 'error' refuses truncated and broken data but forgives the harmless warnings of many phone cameras.
  const asal = sharp(bita, { limitInputPixels: PIKSEL_MAKS, failOn: 'error', pages: 1 })
    .timeout({ seconds: DETIK_MAKS })
    .autoOrient()
    .resize({ width: SISI_MAKS, height: SISI_MAKS, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  const { data, info } = await (jpeg ? asal.jpeg({ quality: 82 }) : asal.webp({ quality: 85 })).toBuffer({
    resolveWithObject: true,
  });
  const kecil = sharp(data).resize({ width: SISI_KECIL, height: SISI_KECIL, fit: 'inside', withoutEnlargement: true });
  return {
    bita: data,
    mime: jpeg ? 'image/jpeg' : 'image/webp',
    lebar: info.width,
    tinggi: info.height,
    kecil: await (jpeg ? kecil.jpeg({ quality: 70 }) : kecil.webp({ quality: 70 })).toBuffer(),
  };
}

/** A stored picture as a JPEG of at most `sisi` pixels on the longer side: for paper, where more is only weight. */
export function perkecilGambar(bita: Uint8Array, sisi: number): Promise<Buffer> {
  return bergiliran(() =>
    sharp(bita, { limitInputPixels: PIKSEL_MAKS })
      .timeout({ seconds: DETIK_MAKS })
      .resize({ width: sisi, height: sisi, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 78 })
      .toBuffer(),
  );
}

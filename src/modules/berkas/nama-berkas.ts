import { ukuranBerkas } from '../../common/format.js';
import { type MimeTersimpan } from './berkas.types.js';

const AKHIRAN: Readonly<Record<MimeTersimpan, string>> = {
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};
const PANJANG_MAKS = 120;
/** Of a name that is longer only its end is read: there stands what the file is. */
const PANJANG_DIBACA = 1000;

/** What a file may be called in a sentence: no path, no control or direction characters, at most 120 characters. */
export function bersihkanNama(nama: string): string {
  // Cut before anything is looked for in it: patterns take their time over a long run of dots.
  const dasar = nama.slice(-PANJANG_DIBACA).normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const bersih = dasar
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*%;]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return [...bersih].slice(0, PANJANG_MAKS).join('') || 'berkas';
}

/** The cleaned name with the ending of what is really stored: `Foto.PNG` becomes `Foto.webp`. */
export function namaUntuk(nama: string, mime: MimeTersimpan): string {
  const bersih = bersihkanNama(nama);
  const tanpaAkhiran = bersih.replace(/\.[A-Za-z0-9]{1,5}$/, '') || 'berkas';
  return `${tanpaAkhiran}.${AKHIRAN[mime]}`;
}

/**
 * The `Content-Disposition` of a stored file (RFC 6266): an ASCII name for old readers and the whole name in UTF-8
 * (RFC 5987). Pictures may be shown in the page, everything else is downloaded.
 */
export function disposisi(mime: string, nama: string): string {
  const ascii = nama
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\]/g, '_');
  const utf8 = encodeURIComponent(nama).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${mime.startsWith('image/') ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}

/**
 * A file without its name, for readers and records to whom it is not open: a name that somebody typed may hold another
 * one's. `1 berkas (PDF, 12 kB)`.
 */
export function sebutBerkas(b: { mime: string; ukuran: number }): string {
  return `1 berkas (${b.mime === 'application/pdf' ? 'PDF' : 'foto'}, ${ukuranBerkas(b.ukuran)})`;
}

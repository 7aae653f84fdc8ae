import { renderDokumen } from '../../infra/view/pasang.js';

/** What a letter is made of. */
export interface BahanSurel {
  nama: string;
  judul: string;
  isi: string;
  /** A path of the portal. */
  tautan: string | null;
  kota: string;
  lembaga: string;
}

/** The paragraphs of a text. */
export const paragraf = (isi: string): string[] => isi.split('\n').filter((p) => p.trim() !== '');

/** The letter of a notice, as plain text and as HTML that loads nothing. @param portalUrl without a slash at the end */
export function susunSurel(b: BahanSurel, portalUrl: string): { subjek: string; teks: string; html: string } {
  const data = {
    ...{ nama: b.nama, judul: b.judul, paragraf: paragraf(b.isi), kota: b.kota, lembaga: b.lembaga },
    tautan: b.tautan === null ? null : `${portalUrl}${b.tautan}`,
    pilihan: `${portalUrl}/notifikasi/pilihan`,
  };
  return {
    subjek: b.judul,
    teks: renderDokumen('surel/notifikasi-teks', data),
    html: renderDokumen('surel/notifikasi', data),
  };
}

/**
 * The text to paste into WhatsApp: bold title, the words, the address of the page, and who says so. WhatsApp draws text
 * between stars in bold.
 */
export function teksWhatsApp(b: Omit<BahanSurel, 'nama'>, portalUrl: string): string {
  return [
    `*${b.judul.replaceAll('*', '')}*`,
    '',
    ...paragraf(b.isi),
    ...(b.tautan === null ? [] : ['', `${portalUrl}${b.tautan}`]),
    '',
    `${b.lembaga} ${b.kota}`,
  ].join('\n');
}

import { kata } from '../../common/normalisasi.js';

/**
 * What kind of search a text is: none; one without a letter or digit, which is in no name; one by single letters, which
 * are in nearly every name; or one by words.
 */
export type RagamCari = 'kosong' | 'tanpa-kata' | 'satu-huruf' | 'biasa';

/** The kind of a search, so that its page can say what happened. */
export function ragamCari(cari: string): RagamCari {
  if (cari.trim() === '') return 'kosong';
  const semua = kata(cari);
  if (semua.length === 0) return 'tanpa-kata';
  return semua.every((k) => [...k].length === 1) ? 'satu-huruf' : 'biasa';
}

/** What is said of a search that is not by words, the same wherever ormas are searched. */
export const KATA_RAGAM = {
  'tanpa-kata': {
    judul: 'Tidak ada huruf atau angka yang dicari',
    teks: 'Tanda baca tidak dicocokkan dengan nama. Tulis sebagian nama ormas atau kelurahannya.',
  },
  'satu-huruf': {
    judul: 'Satu huruf cocok dengan banyak nama',
    teks: 'Tulis sedikitnya tiga huruf dari nama ormas atau kelurahannya agar daftarnya lebih pendek.',
  },
} as const;

import { bunyiKata, kata } from './normalisasi.js';

/**
 * The words under which an ormas is found when the register is too long to be read as a whole: an index of word
 * beginnings (`ormas_kata`). Folded as the search key is (`kunciCari`), so that the two agree on what a word is.
 */

/** Length of the column. A word that is longer is found by its beginning. */
const PANJANG_KATA = 40;

/** "Jajasan" is "Yayasan" and "Soerabaja" is "Surabaya" in the spelling before 1972: j and y are one letter here. */
export const satukanJY = (teks: string): string => teks.replaceAll('y', 'j');

/** One word of a name or of a query, as it stands in the index. */
export const kataIndeks = (k: string): string => satukanJY(bunyiKata(k)).slice(0, PANJANG_KATA);

/**
 * The words of each part of an ormas (its name, its kelurahan), and every two neighbours joined, for those who type
 * `karangtaruna` or `tegalgundil`; each once, at most 40 letters, in no particular order.
 */
export function kataCari(...bagian: readonly string[]): string[] {
  const hasil = new Set<string>();
  for (const teks of bagian) {
    const k = kata(teks);
    k.forEach((satu, i) => {
      hasil.add(kataIndeks(satu));
      const lanjut = k[i + 1];
      if (lanjut !== undefined) hasil.add(kataIndeks(satu + lanjut));
    });
  }
  hasil.delete('');
  return [...hasil];
}

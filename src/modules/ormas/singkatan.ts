import { kata } from '../../common/normalisasi.js';

/**
 * Abbreviations of forms of organisations that registers and people use for each other's long words. Those that are
 * beginnings of their word (`yay`, `perk`, `org`, `kel`) find it as they stand; short ones that are parts of other words
 * (`perk` in `perkasa`) are not put in the place of a long one.
 */
const PANJANG: readonly [singkat: string, panjang: string][] = [
  ['yys', 'yayasan'],
  ['perkump', 'perkumpulan'],
  ['lsm', 'lembaga swadaya masyarakat'],
];

/** `L.S.M.` and `Y.Y.S` are read as one word. */
export const rangkai = (kueri: string): string =>
  kueri.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu, (s) => s.replaceAll('.', ''));

/** The other ways to read what somebody typed: with long words for abbreviations, and the other way round. */
export function bacaanSingkatan(kueri: string): string[] {
  const asal = ` ${kata(rangkai(kueri)).join(' ')} `;
  const ganti = (dari: 0 | 1, ke: 0 | 1): string =>
    PANJANG.reduce((teks, p) => teks.replaceAll(` ${p[dari]} `, ` ${p[ke]} `), asal).trim();
  const semula = kata(kueri).join(' ');
  return [...new Set([asal.trim(), ganti(0, 1), ganti(1, 0)])].filter((b) => b !== semula);
}

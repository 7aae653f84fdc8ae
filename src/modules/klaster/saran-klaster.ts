import { readFileSync } from 'node:fs';
import { kata } from '../../common/normalisasi.js';

/** One word (or phrase) of the list: with `awalan` whatever begins with it counts. `bobot` 1 (weak) to 4 (decides). */
export interface KataBidang {
  kata: readonly string[];
  awalan: boolean;
  /** Code of the bidang. */
  bidang: string;
  bobot: number;
}

/** Where a word was found. */
export type AsalKata = 'nama' | 'bidang' | 'tujuan';

/** What is known of an ormas whose bidang is not decided. */
export type TeksOrmas = Record<AsalKata, string>;

/** One bidang that the words speak for, and the words that do. */
export interface SaranBidang {
  bidang: string;
  skor: number;
  kata: { kata: string; asal: AsalKata }[];
}

/** What stands in the register's own field says most, a purpose least. */
const TIMBANG: Readonly<Record<AsalKata, number>> = { bidang: 3, nama: 2, tujuan: 1 };

/** The lines of the word list: `kata,bidang,bobot` under a heading; `kata*` stands for every word that begins so. */
export function bacaDaftarKata(csv: string): KataBidang[] {
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((baris) => {
      const [teks = '', bidang = '', bobot = '1'] = baris.split(',');
      return { kata: kata(teks), awalan: teks.endsWith('*'), bidang, bobot: Number(bobot) };
    });
}

/** The word list that comes with the portal. */
export const DAFTAR_KATA: readonly KataBidang[] = bacaDaftarKata(
  readFileSync(new URL('../../database/seed/kata-bidang.csv', import.meta.url), 'utf8'),
);

function ada(teks: readonly string[], k: KataBidang): boolean {
  return teks.some((_, i) =>
    k.kata.every((w, j) => {
      const di = teks[i + j];
      return di !== undefined && (k.awalan ? di.startsWith(w) : di === w);
    }),
  );
}

/**
 * The bidang that name, own words and purpose of an ormas speak for, the strongest first, each with the words that led to
 * it. A suggestion and never a decision: where two are equally strong, both are first; where no word is known, none is.
 */
export function saranBidang(o: TeksOrmas, daftar: readonly KataBidang[] = DAFTAR_KATA): SaranBidang[] {
  const saran = new Map<string, SaranBidang>();
  for (const asal of ['bidang', 'nama', 'tujuan'] as const) {
    const teks = kata(o[asal]);
    // A phrase says it once: "bantuan hukum" does not count as "hukum" again.
    const cocok = daftar.filter((k) => ada(teks, k));
    for (const k of cocok) {
      const termuat = cocok.some(
        (x) =>
          x !== k && x.bidang === k.bidang && x.kata.length > k.kata.length && k.kata.every((w) => x.kata.includes(w)),
      );
      if (termuat) continue;
      const s = saran.get(k.bidang) ?? { bidang: k.bidang, skor: 0, kata: [] };
      s.skor += k.bobot * TIMBANG[asal];
      s.kata.push({ kata: k.kata.join(' '), asal });
      saran.set(k.bidang, s);
    }
  }
  return [...saran.values()].sort((a, b) => b.skor - a.skor || a.bidang.localeCompare(b.bidang));
}

/** The one bidang that stands alone at the top; null when none does. */
export function saranTunggal(saran: readonly SaranBidang[]): SaranBidang | null {
  const [pertama, kedua] = saran;
  return pertama && pertama.skor > (kedua?.skor ?? 0) ? pertama : null;
}

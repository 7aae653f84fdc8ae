import { type EntityManager } from 'typeorm';
import { kataCari, kataIndeks, satukanJY } from '../../common/kata-cari.js';
import { hurufBerulang, kata, kunciCari, polaCari } from '../../common/normalisasi.js';
import { type Sisipan, sisipBeriringan } from '../../infra/database/sisip.js';
import { type KamusWilayah } from '../wilayah/nama-wilayah.js';
import { bacaanSingkatan } from './singkatan.js';

/** What stands in the place of a kelurahan for an ormas from outside the city. */
const LUAR = 'luar domisili';
/** More words than this in one query narrow nothing any more. */
const KATA_MAKS = 8;

/** The search key of an ormas: its name and, so that a place finds its ormas, its kelurahan. At most 600 characters. */
export function kunciCariOrmas(nama: string, kelurahan: string | null): string {
  return satukanJY(kunciCari(nama, kelurahan ?? LUAR));
}

/** One condition over `ormas o`. */
export interface SyaratKata {
  sql: string;
  nilai: readonly string[];
}

/**
 * The ways to read what somebody typed: as it stands, where it names a kelurahan in a spelling of registers with the
 * official one, and each with abbreviations for long words or the other way round. `[]`: nothing was typed that could be looked for.
 */
export function bacaanCari(kueri: string, kamus: KamusWilayah): string[] {
  if (kata(kueri).length === 0) return [];
  const resmi = kamus.resmikan(kueri);
  const dasar = resmi === null ? [kueri] : [kueri, resmi];
  return [...new Set([...dasar, ...dasar.flatMap(bacaanSingkatan)])];
}

/** One letter over and over must stand in the name as it was typed: folded, it would be in nearly every one. */
function syaratBacaan(bacaan: string): SyaratKata {
  const semua = kata(bacaan);
  const berulang = [...new Set(semua.filter(hurufBerulang))].slice(0, KATA_MAKS);
  const pola = polaCari(semua.filter((k) => !hurufBerulang(k)).join(' ')).map(satukanJY);
  return {
    sql: [...pola.map(() => 'o.cari LIKE ?'), ...berulang.map(() => 'o.nama LIKE ?')].join(' AND '),
    nilai: [...pola, ...berulang.map((k) => `%${k}%`)],
  };
}

/**
 * Ormas in which every word of one of the readings stands; null: no words were looked for. What holds neither letter nor
 * digit is in no name: nothing is found, rather than everything.
 */
export function syaratKata(kueri: string, bacaan: readonly string[]): SyaratKata | null {
  if (kueri.trim() === '') return null;
  const pilihan = bacaan.map(syaratBacaan);
  if (pilihan.length === 0) return { sql: '1 = 0', nilai: [] };
  const semua = pilihan.map((p) => p.sql);
  return {
    sql: semua.length === 1 ? (semua[0] ?? '') : `((${semua.join(') OR (')}))`,
    nilai: pilihan.flatMap((p) => p.nilai),
  };
}

/** What somebody typed, as beginnings of words of `ormas_kata`; letters and digits only, at most 8. */
export function awalKata(kueri: string): string[] {
  return [...new Set(kata(kueri).map(kataIndeks))].filter((k) => k !== '').slice(0, KATA_MAKS);
}

/** What an ormas is found by. `kelurahan` null: outside the city. */
export interface NamaOrmas {
  ormasId: number;
  nama: string;
  kelurahan: string | null;
}

/**
 * Writes the words of ormas anew, in the transaction that writes their names or kelurahan. Whoever changes `ormas.cari`
 * calls it: the two say the same.
 */
export async function tulisKata(em: EntityManager, daftar: readonly NamaOrmas[], baru = false): Promise<void> {
  if (daftar.length === 0) return;
  if (!baru) await em.query('DELETE FROM ormas_kata WHERE ormas_id IN (?)', [daftar.map((o) => o.ormasId)]);
  await sisipBeriringan(em, [sisipanKata(daftar)]);
}

/** The words of ormas that have none yet, in the order of the table. */
export const sisipanKata = (daftar: readonly NamaOrmas[]): Sisipan => ({
  tabel: 'ormas_kata',
  kolom: ['ormas_id', 'kata'],
  baris: () =>
    daftar.flatMap((o) =>
      kataCari(o.nama, o.kelurahan ?? LUAR)
        .sort()
        .map((k) => [o.ormasId, k]),
    ),
});

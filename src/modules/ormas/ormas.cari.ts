import { type EntityManager } from 'typeorm';
import { kataIndeks, satukanJY } from '../../common/kata-cari.js';
import { hurufBerulang, kata, kunciCari, polaCari } from '../../common/normalisasi.js';
import { type KamusWilayah } from '../wilayah/nama-wilayah.js';
import { bacaanSingkatan, rangkai } from './singkatan.js';

/** What stands in the place of a kelurahan for an ormas from outside the city. */
const LUAR = 'luar domisili';
/** More words than this in one query narrow nothing any more. */
const KATA_MAKS = 8;

/**
 * The search key of an ormas: its name, its kelurahan, so that a place finds its ormas, and its other names
 * (`namaLain`). At most 600 characters.
 */
export function kunciCariOrmas(nama: string, kelurahan: string | null, lain: readonly string[] = []): string {
  return satukanJY(kunciCari(nama, kelurahan ?? LUAR, ...lain));
}

/** An entry as it is searched for beside its name and place. */
interface SebutanTercari {
  nama: string;
  singkatan: string | null;
}

/** The abbreviation as words to be found by: `F.K.R.` is one. */
const singkatanTercari = (s: string | null): string[] => (s === null ? [] : [rangkai(s)]);

/** What an ormas is found by beside its name: its own abbreviation, and names and abbreviations of what was merged into it. */
export function namaLain(singkatan: string | null, gabungan: readonly SebutanTercari[] = []): string[] {
  return [...singkatanTercari(singkatan), ...gabungan.flatMap((g) => [g.nama, ...singkatanTercari(g.singkatan)])];
}

/** `namaLain` of an ormas of the register. */
export async function namaLainOrmas(em: EntityManager, ormasId: number): Promise<string[]> {
  const baris = await em.query<(SebutanTercari & { id: number })[]>(
    'SELECT id, nama, singkatan FROM ormas WHERE id = ? OR digabung_ke = ? ORDER BY id',
    [ormasId, ormasId],
  );
  const sendiri = baris.find((b) => b.id === ormasId);
  return namaLain(
    sendiri?.singkatan ?? null,
    baris.filter((b) => b !== sendiri),
  );
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

/** One letter over and over must stand in the name or the abbreviation as it was typed: folded, it would be in nearly every one. */
function syaratBacaan(bacaan: string): SyaratKata {
  const semua = kata(bacaan);
  const berulang = [...new Set(semua.filter(hurufBerulang))].slice(0, KATA_MAKS);
  const pola = polaCari(semua.filter((k) => !hurufBerulang(k)).join(' ')).map(satukanJY);
  return {
    sql: [...pola.map(() => 'o.cari LIKE ?'), ...berulang.map(() => '(o.nama LIKE ? OR o.singkatan LIKE ?)')].join(
      ' AND ',
    ),
    nilai: [...pola, ...berulang.flatMap((k) => [`%${k}%`, `%${k}%`])],
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

/** What somebody typed, as the words that a long register is searched for; letters and digits only, at most 8. */
export function awalKata(kueri: string): string[] {
  return [...new Set(kata(kueri).map(kataIndeks))].filter((k) => k !== '').slice(0, KATA_MAKS);
}

/**
 * The words by which an ormas is found in a long register: of its name, its kelurahan (null: outside the city), and its
 * other names (`namaLain`).
 */
export function kataOrmas(nama: string, kelurahan: string | null, lain: readonly string[] = []): string[] {
  const semua = [nama, kelurahan ?? LUAR, ...lain].flatMap((teks) => kata(teks));
  return [...new Set(semua.map(kataIndeks))].filter((k) => k !== '');
}

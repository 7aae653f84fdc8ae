import { type Golongan, golonganUrutan, ungkapanUrutan } from './ormas-urutan.js';
import { type BahanSyarat, type Syarat } from './ormas-syarat.js';
import { awalKata, bacaanCari, syaratKata } from './ormas.cari.js';

/** A list is counted up to here; beyond, it is "more than". Also how deep one can turn pages. */
export const HITUNG_MAKS = 10_000;
/** The same where words are looked for: each match costs a look at its row. */
export const HITUNG_CARI_MAKS = 1_000;
/** Up to here a register is read as a whole for words anywhere in a name; a longer one is searched by the beginnings of words. */
export const BACA_SELURUHNYA = 20_000;

/** How a page of a list is read. */
export type RencanaOrmas =
  /** All ids in order, in one reading: the register is short. */
  | { cara: 'semua'; sql: string; nilai: readonly unknown[] }
  /** Few rows are left by a filter or a word: sorted. Takes LIMIT and OFFSET. */
  | { cara: 'urutkan'; sql: string; nilai: readonly unknown[]; hitung: Hitung }
  /** Many are left: read in the order of an index, run after run, until the page is full. Each takes a LIMIT. */
  | { cara: 'susuri'; golongan: readonly { sql: string; nilai: readonly unknown[] }[]; hitung: Hitung }
  | { cara: 'kosong' };

/** Counts rows up to a bound; `n` is one more when there are more. */
export interface Hitung {
  sql: string;
  nilai: readonly unknown[];
  maks: number;
}

/** The word by which the rows are found, and about how many it finds. */
export interface KataPenuntun {
  /** Beginnings of words, of which one must be there. */
  awal: readonly string[];
  tersisa: number;
}

/** What reading one entry of an index costs when the row has to be looked at, too; and when it is sorted. */
const LIHAT_BARIS = 4;
const MENGURUTKAN = 2;

interface Bahan extends BahanSyarat {
  syarat: readonly Syarat[];
  /** null: no words are looked for, or the register is short enough to read it. */
  penuntun: KataPenuntun | null;
  /** Rows to skip and to show. */
  lewati: number;
  sebanyak: number;
}

/** Chooses how to read one page: by estimates of how many rows each way has to touch. */
export function rencanakan(bahan: Bahan): RencanaOrmas {
  const { saringan: s, syarat, penuntun, sebaran } = bahan;
  if (syarat.some((x) => x.sql === '1 = 0') || penuntun?.tersisa === 0) return { cara: 'kosong' };
  const kata = syaratKata(s.cari, bacaanCari(s.cari, bahan.rujukan.wilayah.kamus));
  if (kata?.nilai.length === 0) return { cara: 'kosong' };
  const berkata = kata === null ? [...syarat] : [...syarat, kata];
  const dimana = gabung([...berkata, ...(penuntun ? [adaKata(penuntun)] : [])]);
  const urutan = ungkapanUrutan(s.urut, s.arah, bahan.rujukan);
  if (kata !== null && !penuntun) {
    return { cara: 'semua', sql: `SELECT o.id FROM ormas o${dimana.sql} ORDER BY ${urutan}`, nilai: dimana.nilai };
  }

  const jumlah = Math.max(sebaran.jumlah, 1);
  const utama = [...syarat].filter((x) => x.indeks).sort((a, b) => a.tersisa - b.tersisa)[0];
  const perKata = penuntun !== null && penuntun.tersisa * LIHAT_BARIS < (utama?.tersisa ?? jumlah);
  const tanpaPenuntun = perKata ? gabung(berkata) : dimana;
  const dari = perKata ? dariKata(penuntun) : { sql: `ormas o${paksa(utama?.indeks)}`, nilai: [] };
  const maks = penuntun ? HITUNG_CARI_MAKS : HITUNG_MAKS;
  const asal = { sql: `${dari.sql}${tanpaPenuntun.sql}`, nilai: [...dari.nilai, ...tanpaPenuntun.nilai] };
  const hitung: Hitung = {
    sql: `SELECT COUNT(*) AS n FROM (SELECT 1 FROM ${asal.sql} LIMIT ${maks + 1}) h`,
    nilai: asal.nilai,
    maks,
  };

  const dibaca = perKata ? penuntun.tersisa * LIHAT_BARIS : (utama?.tersisa ?? jumlah) * (penuntun ? LIHAT_BARIS : 1);
  const golongan = pangkas(golonganUrutan(s.urut, s.arah, bahan.rujukan), syarat);
  if (dibaca * MENGURUTKAN <= ongkosMenyusuri(bahan, golongan, jumlah)) {
    return { cara: 'urutkan', sql: `SELECT o.id FROM ${asal.sql} ORDER BY ${urutan}`, nilai: asal.nilai, hitung };
  }
  return {
    cara: 'susuri',
    golongan: golongan.map((g) => ({
      sql: `SELECT o.id FROM ormas o${paksa(g.indeks)}${dan(dimana.sql, g.syarat)} ORDER BY ${g.urut}`,
      nilai: dimana.nilai,
    })),
    hitung,
  };
}

/** About how many entries of the order have to be passed until the page is full. */
function ongkosMenyusuri(bahan: Bahan, golongan: Golongan[], jumlah: number): number {
  const { saringan, syarat, penuntun, lewati, sebanyak } = bahan;
  // Conditions on one column exclude each other or repeat each other; of the rest each leaves its share of the others'.
  const bagian = syarat.reduce((b, x) => b * (x.tersisa / jumlah), penuntun ? penuntun.tersisa / jumlah : 1);
  const dilewati = Math.min(jumlah, (lewati + sebanyak) / Math.max(bagian, 1e-9));
  // A run that the filter happens to leave empty is read to its end.
  const sia = golongan.length > 2 ? Math.min(jumlah, 20_000) : 0;
  // By name, ormas stand in the order of their first words. Where several words are looked for, one of them is likely to be
  // such a first word ("Yayasan …"), and then everything before it is passed in vain.
  const awalan = saringan.urut === 'nama' && awalKata(saringan.cari).length > 1 ? jumlah / 2 : 0;
  return (dilewati + sia + awalan) * (penuntun ? LIHAT_BARIS : 1);
}

/** The runs that the filter leaves something of. */
function pangkas(golongan: Golongan[], syarat: readonly Syarat[]): Golongan[] {
  return golongan.filter(
    (g) =>
      g.nilai === undefined ||
      syarat.every(
        (s) => !s.kolom || !g.indeks.endsWith(`_${s.kolom.nama}`) || s.kolom.boleh.includes(g.nilai ?? null),
      ),
  );
}

const paksa = (indeks: string | undefined): string => ` FORCE INDEX (${indeks ?? 'ix_ormas_menurut_nama'})`;

interface Potongan {
  sql: string;
  nilai: readonly unknown[];
}

function gabung(syarat: readonly Potongan[]): Potongan {
  return {
    sql: syarat.length === 0 ? '' : ` WHERE ${syarat.map((s) => s.sql).join(' AND ')}`,
    nilai: syarat.flatMap((s) => s.nilai),
  };
}

const dan = (dimana: string, syarat: string | null): string =>
  syarat === null ? dimana : `${dimana}${dimana === '' ? ' WHERE' : ' AND'} ${syarat}`;

const salahSatu = (awal: readonly string[]): string => `(${awal.map(() => 'k.kata LIKE ?').join(' OR ')})`;

function adaKata({ awal }: KataPenuntun): Potongan {
  return {
    sql: `EXISTS (SELECT 1 FROM ormas_kata k WHERE k.ormas_id = o.id AND ${salahSatu(awal)})`,
    nilai: awal.map((a) => `${a}%`),
  };
}

/** The rows by their word: first the words, then each row once. */
function dariKata({ awal }: KataPenuntun): Potongan {
  return {
    sql: `(SELECT DISTINCT k.ormas_id FROM ormas_kata k FORCE INDEX (ix_ormas_kata_kata) WHERE ${salahSatu(awal)}) p STRAIGHT_JOIN ormas o ON o.id = p.ormas_id`,
    nilai: awal.map((a) => `${a}%`),
  };
}

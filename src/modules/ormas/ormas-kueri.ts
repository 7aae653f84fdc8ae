import { type Golongan, golonganUrutan, ungkapanUrutan } from './ormas-urutan.js';
import { type BahanSyarat, type Syarat } from './ormas-syarat.js';
import { bacaanCari, syaratKata } from './ormas.cari.js';

/** A list is counted up to here; beyond, it is "more than". Also how deep one can turn pages. */
export const HITUNG_MAKS = 10_000;
/** Up to here the database reads the register for each list; a longer one is asked of an index in memory. */
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

/** What reading one entry of an index costs when it has to be sorted, too. */
const MENGURUTKAN = 2;

interface Bahan extends BahanSyarat {
  syarat: readonly Syarat[];
  /** Rows to skip and to show. */
  lewati: number;
  sebanyak: number;
}

/** Chooses how to read one page: by estimates of how many rows each way has to touch. */
export function rencanakan(bahan: Bahan): RencanaOrmas {
  const { saringan: s, syarat, sebaran } = bahan;
  if (syarat.some((x) => x.sql === '1 = 0')) return { cara: 'kosong' };
  const kata = syaratKata(s.cari, bacaanCari(s.cari, bahan.rujukan.wilayah.kamus));
  if (kata?.nilai.length === 0) return { cara: 'kosong' };
  const dimana = gabung(kata === null ? syarat : [...syarat, kata]);
  const urutan = ungkapanUrutan(s.urut, s.arah, bahan.rujukan);
  if (kata !== null) {
    return { cara: 'semua', sql: `SELECT o.id FROM ormas o${dimana.sql} ORDER BY ${urutan}`, nilai: dimana.nilai };
  }

  const jumlah = Math.max(sebaran.jumlah, 1);
  const utama = [...syarat].filter((x) => x.indeks).sort((a, b) => a.tersisa - b.tersisa)[0];
  const asal = { sql: `ormas o${paksa(utama?.indeks)}${dimana.sql}`, nilai: dimana.nilai };
  const hitung: Hitung = {
    sql: `SELECT COUNT(*) AS n FROM (SELECT 1 FROM ${asal.sql} LIMIT ${HITUNG_MAKS + 1}) h`,
    nilai: asal.nilai,
    maks: HITUNG_MAKS,
  };

  const dibaca = utama?.tersisa ?? jumlah;
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
  const { syarat, lewati, sebanyak } = bahan;
  // Conditions on one column exclude each other or repeat each other; of the rest each leaves its share of the others'.
  const bagian = syarat.reduce((b, x) => b * (x.tersisa / jumlah), 1);
  const dilewati = Math.min(jumlah, (lewati + sebanyak) / Math.max(bagian, 1e-9));
  // A run that the filter happens to leave empty is read to its end.
  const sia = golongan.length > 2 ? Math.min(jumlah, 20_000) : 0;
  return dilewati + sia;
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

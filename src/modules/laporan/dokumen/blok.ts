// The blocks a chapter is made of, as `templates/laporan-tahunan/blok.hbs` takes them.

export interface Sel {
  teks: string;
  angka: boolean;
  /** Muted, for what is not ranked. */
  redup: boolean;
}

interface BarisDokumen {
  sel: Sel[];
  kelompok: boolean;
}

export interface TabelDokumen {
  judul: string;
  kepala: { teks: string; angka: boolean; lebar: string }[];
  /** Its lines in groups that stay together: of a long table the first and the last ones, so that none stands alone. */
  badan: BarisDokumen[][];
  /** So short that it is not divided between pages. */
  utuh: boolean;
  catatan: string;
}

export type Blok =
  | { jenis: 'paragraf'; teks: string }
  | { jenis: 'daftar'; butir: string[] }
  | { jenis: 'huruf'; butir: { judul: string; teks: string }[] }
  | { jenis: 'catatan'; judul: string; teks: string }
  | { jenis: 'angka'; angka: { label: string; nilai: string; keterangan: string }[] }
  | ({ jenis: 'tabel'; nomor: number } & TabelDokumen)
  /** Two tables of the same columns side by side, each with a heading of its own, under one number. */
  | { jenis: 'berdua'; nomor: number; judul: string; tabel: [TabelDokumen, TabelDokumen]; catatan: string }
  | { jenis: 'bagan'; nomor: number; judul: string; ringkas: string; svg: string; catatan: string };

/** A part of a chapter with its heading; `tingkat` is the depth of its bookmark. */
export interface BagianBab {
  id: string;
  judul: string;
  isi: Blok[];
  /** Begins on a new page. */
  halamanBaru: boolean;
  /** Set closer, so that it fits on its page. */
  rapat?: boolean;
}

export interface Bab {
  id: string;
  nomor: string;
  judul: string;
  bagian: BagianBab[];
}

type BarisTabel = readonly (readonly (string | Partial<Sel>)[])[];

/** A table of so many lines moves to the next page rather than being divided. */
const BARIS_UTUH = 12;
/** At the beginning and at the end of a divided table, at least so many lines stand on one page. */
const BARIS_BERSAMA = 2;

interface IsiTabel {
  judul: string;
  baris: BarisTabel;
}

/** Counts tables and pictures through all chapters. */
export class Penomor {
  private tabelKe = 0;
  private gambarKe = 0;

  /** Head cells that begin with `#` hold figures; `lebar` is a CSS width or ''. */
  tabel(judul: string, kepala: readonly (string | [string, string])[], baris: BarisTabel, catatan = ''): Blok {
    return { jenis: 'tabel', nomor: ++this.tabelKe, ...susunTabel(judul, kepala, baris, catatan) };
  }

  /** Two tables side by side: `isi` are their headings with their lines; otherwise as `tabel`. */
  berdua(
    judul: string,
    kepala: readonly (string | [string, string])[],
    isi: readonly [IsiTabel, IsiTabel],
    catatan = '',
  ): Blok {
    const satu = ({ judul: milik, baris }: IsiTabel) => susunTabel(milik, kepala, baris);
    return { jenis: 'berdua', nomor: ++this.tabelKe, judul, tabel: [satu(isi[0]), satu(isi[1])], catatan };
  }

  bagan(judul: string, ringkas: string, svg: string, catatan = ''): Blok {
    return { jenis: 'bagan', nomor: ++this.gambarKe, judul, ringkas, svg, catatan };
  }
}

/** A table from plain texts: a column whose head begins with `#` holds figures. One cell alone is a heading row. */
export function susunTabel(
  judul: string,
  kepala: readonly (string | [string, string])[],
  baris: BarisTabel,
  catatan = '',
): TabelDokumen {
  const kolom = kepala.map((k) => {
    const [teks, lebar] = typeof k === 'string' ? [k, ''] : k;
    return { teks: teks.replace(/^#/, ''), angka: teks.startsWith('#'), lebar };
  });
  const isi = baris.map((b) => ({
    kelompok: b.length === 1 && kolom.length > 1,
    sel: b.map((s, i) => ({
      teks: '',
      angka: kolom[i]?.angka ?? false,
      redup: false,
      ...(typeof s === 'string' ? { teks: s } : s),
    })),
  }));
  const utuh = isi.length <= BARIS_UTUH;
  return { judul, kepala: kolom, badan: utuh ? [isi] : ikat(isi), utuh, catatan };
}

/** The first lines with the heading, the last ones with each other. A heading row brings the line below it along. */
function ikat(baris: readonly BarisDokumen[]): BarisDokumen[][] {
  const awal = BARIS_BERSAMA + (baris[0]?.kelompok ? 1 : 0);
  return [baris.slice(0, awal), baris.slice(awal, -BARIS_BERSAMA), baris.slice(-BARIS_BERSAMA)];
}

export const paragraf = (teks: string): Blok => ({ jenis: 'paragraf', teks });
export const paragrafSemua = (teks: readonly string[]): Blok[] => teks.map(paragraf);

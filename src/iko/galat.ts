/** What can be wrong with an instrument or an assessment; one word per kind, so that a page can react to it. */
export type JenisGalat =
  | 'json'
  | 'kunci-ganda'
  | 'bentuk'
  | 'bidang-hilang'
  | 'bidang-tak-dikenal'
  | 'kode-ganda'
  | 'id-ganda'
  | 'bobot'
  | 'cakupan-minimum'
  | 'ambang'
  | 'domain-kosong'
  | 'indikator-tak-dikenal'
  | 'tingkat'
  | 'tak-berlaku'
  | 'sumber'
  | 'aturan'
  | 'rubrik';

/** One problem: where it is, and a sentence in Indonesian that names the id and the indicator. */
export interface Galat {
  readonly jenis: JenisGalat;
  readonly pesan: string;
  /** Id of the assessed ormas, where the problem is in an assessment. */
  readonly id?: string;
  readonly domain?: string;
  readonly indikator?: string;
}

/** Either the checked value or every problem that was found, never the first one only. */
export type Periksa<T> =
  { readonly ok: true; readonly nilai: T } | { readonly ok: false; readonly galat: readonly Galat[] };

/** Thrown when unchecked values reach the engine: an error of the caller, since the validators find these first. */
export class GalatPenilaian extends Error {
  constructor(readonly galat: readonly Galat[]) {
    super(galat.map((g) => g.pesan).join('\n'));
    this.name = 'GalatPenilaian';
  }
}

const PANJANG_KUTIPAN = 60;

/** A value as it is quoted in a message: JSON, shortened, on one line. */
export function kutip(nilai: unknown): string {
  if (nilai === undefined) return 'tidak ada';
  let teks: string;
  if (Array.isArray(nilai)) teks = 'sebuah larik';
  else if (nilai !== null && typeof nilai === 'object')
    teks = `objek dengan kunci ${
      Object.keys(nilai)
        .slice(0, 5)
        .map((k) => JSON.stringify(k))
        .join(', ') || '(kosong)'
    }`;
  else teks = JSON.stringify(nilai);
  return teks.length > PANJANG_KUTIPAN ? `${teks.slice(0, PANJANG_KUTIPAN)}…` : teks;
}

/** A JSON object (not an array, not null), with its own members only. */
export type Objek = Readonly<Record<string, unknown>>;

export function isObjek(nilai: unknown): nilai is Objek {
  return typeof nilai === 'object' && nilai !== null && !Array.isArray(nilai);
}

/** An own member, or undefined: never something inherited from a prototype. */
export function anggota(objek: Objek, kunci: string): unknown {
  return Object.hasOwn(objek, kunci) ? objek[kunci] : undefined;
}

/** A string with at least one character that is not white space. */
export function isTeks(nilai: unknown): nilai is string {
  return typeof nilai === 'string' && nilai.trim() !== '';
}

/** Checks that an object has all required fields and no unknown ones; a misspelled field must not pass in silence. */
export function periksaBidang(
  objek: Objek,
  wajib: readonly string[],
  bebas: readonly string[],
  letak: string,
): Galat[] {
  const galat: Galat[] = [];
  for (const kunci of wajib)
    if (!Object.hasOwn(objek, kunci))
      galat.push({ jenis: 'bidang-hilang', pesan: `${letak}: bidang "${kunci}" tidak ada.` });
  for (const kunci of Object.keys(objek))
    if (!wajib.includes(kunci) && !bebas.includes(kunci))
      galat.push({ jenis: 'bidang-tak-dikenal', pesan: `${letak}: bidang ${kutip(kunci)} tidak dikenal.` });
  return galat;
}

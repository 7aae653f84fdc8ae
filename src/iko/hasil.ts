/** Highest level of an indicator; levels are the integers 0 … 4 in every instrument. */
export const TINGKAT_MAKSIMUM = 4;

/** "Does not apply", with its reason: spreads the weight inside the domain, and is never the same as level 0. */
export interface TakBerlaku {
  readonly takBerlaku: string;
}

/** A level 0 … 4, or "does not apply". An indicator without a value is unscored. */
export type Nilai = number | TakBerlaku;

/** The values of one ormas by indicator code; a code that is missing is unscored. */
export type NilaiIndikator = Readonly<Record<string, Nilai>>;

/** One ormas to be scored. */
export interface Penilaian {
  readonly id: string;
  readonly tingkat: NilaiIndikator;
}

/** How one indicator entered the score. Fractions are exact, in lowest terms ("160/13"), or whole ("8"). */
export interface JejakIndikator {
  readonly kode: string;
  readonly bobot: string;
  /** The level, where scored. */
  readonly tingkat?: number;
  /** The reason, where it does not apply. Neither this nor `tingkat`: unscored. */
  readonly takBerlaku?: string;
  /** Weight after the domain's silent weight was spread pro rata; left out where it equals `bobot`. */
  readonly bobotSebar?: string;
  /** Points that it gives to its domain: spread weight × level ÷ 4. */
  readonly sumbangan?: string;
}

/** How a domain score arose: `bobot × pembilang ÷ penyebut = nilai`. */
export interface JejakDomain {
  readonly kode: string;
  /** Weight of all its indicators. */
  readonly bobot: string;
  /** Σ weight × level over the scored indicators. */
  readonly pembilang: string;
  /** 4 × Σ weight of the scored indicators; "0" where none is scored. */
  readonly penyebut: string;
  /** The exact score; null where none is scored. */
  readonly nilai: string | null;
}

/** How every number of a result arose; enough to open each of them on a page. */
export interface Jejak {
  readonly indikator: readonly JejakIndikator[];
  readonly domain: readonly JejakDomain[];
  /** IKO = 100 × pembilang ÷ penyebut: Σ domain scores and Σ domain weights over the defined domains. */
  readonly iko: { readonly pembilang: string; readonly penyebut: string; readonly nilai: string } | null;
  /** Coverage = 100 × pembilang ÷ penyebut: scored weight and all weight. */
  readonly cakupan: { readonly pembilang: string; readonly penyebut: string; readonly minimum: string };
  /** The band that the rounded IKO fell into: dari ≤ IKO < sampai (null: no upper end). */
  readonly pita: { readonly tingkat: number; readonly dari: string; readonly sampai: string | null } | null;
}

/** The result of the exchange format: every figure a string with two decimals, rounded once, half up. */
export interface HasilRingkas {
  readonly id: string;
  readonly skor: string | null;
  readonly tingkat: number | null;
  readonly sebutan: string | null;
  readonly cakupan: string;
  /** Shown, but never ranked and never ratified. */
  readonly sementara: boolean;
  /** Score of each domain in the instrument's order; null where undefined. */
  readonly domain: Readonly<Record<string, string | null>>;
}

/** A result as it is stored. */
export interface Hasil extends HasilRingkas {
  readonly jejak: Jejak;
}

/** The result without its jejak, members in the order of the exchange format. */
export function ringkas(hasil: Hasil): HasilRingkas {
  const { id, skor, tingkat, sebutan, cakupan, sementara, domain } = hasil;
  return { id, skor, tingkat, sebutan, cakupan, sementara, domain };
}

/** True for the "does not apply" form of a value. */
export function isTakBerlaku(nilai: Nilai | undefined): nilai is TakBerlaku {
  return typeof nilai === 'object';
}

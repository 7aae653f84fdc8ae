/**
 * Exact arithmetic for scores: decimals and fractions of unbounded integers, rounded once, half up, when a figure is
 * printed. Integers rather than floats or a decimal library: sums and products of any size are exact, and the one
 * division happens in `bulatkan`, where the remainder is seen whole.
 */

/** An exact decimal: `bulat / 10^skala`, e.g. "8.50" is { bulat: 850n, skala: 2 }. */
export interface Desimal {
  readonly bulat: bigint;
  readonly skala: number;
}

/** An exact fraction n/d with d > 0, not necessarily in lowest terms. */
export interface Pecahan {
  readonly n: bigint;
  readonly d: bigint;
}

/** Longer numerals are refused: no weight needs them, and they would only serve to make the engine slow. */
export const PANJANG_DESIMAL_MAKSIMUM = 200;

const POLA_DESIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const BATAS_AMAN = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Reads a plain decimal numeral ("8", "8.50", "-1.5"); no exponent, no plus sign, no thousands marks, no spaces.
 * @returns null when the text is no such numeral or longer than PANJANG_DESIMAL_MAKSIMUM characters.
 */
export function uraiDesimal(teks: string): Desimal | null {
  if (teks.length > PANJANG_DESIMAL_MAKSIMUM) return null;
  const cocok = POLA_DESIMAL.exec(teks);
  if (!cocok) return null;
  const [, tanda = '', bulat = '', pecahan = ''] = cocok;
  const nilai = BigInt(bulat + pecahan);
  return { bulat: tanda === '-' ? -nilai : nilai, skala: pecahan.length };
}

/** The integer `desimal × 10^skala`; `skala` must be at least the decimal's own. */
export function padaSkala(desimal: Desimal, skala: number): bigint {
  return desimal.bulat * 10n ** BigInt(skala - desimal.skala);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function bandingkan(a: Desimal, b: Desimal): number {
  const skala = Math.max(a.skala, b.skala);
  const selisih = padaSkala(a, skala) - padaSkala(b, skala);
  return selisih < 0n ? -1 : selisih > 0n ? 1 : 0;
}

/** True when n/d ≥ batas, decided without dividing. */
export function mencapai(pecahan: Pecahan, batas: Desimal): boolean {
  return pecahan.n * 10n ** BigInt(batas.skala) >= batas.bulat * pecahan.d;
}

/** `bulat / 10^skala` as the shortest plain numeral: (850n, 2) is "8.5", (2000n, 2) is "20". Not negative. */
export function tulisDesimal(bulat: bigint, skala: number): string {
  if (skala === 0) return bulat.toString();
  const angka = bulat.toString().padStart(skala + 1, '0');
  const ekor = angka.slice(-skala).replace(/0+$/, '');
  const kepala = angka.slice(0, -skala);
  return ekor === '' ? kepala : `${kepala}.${ekor}`;
}

function fpbKecil(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** Greatest common divisor of two integers that are not negative. */
export function fpb(a: bigint, b: bigint): bigint {
  while (b !== 0n) {
    if (a <= BATAS_AMAN && b <= BATAS_AMAN) return BigInt(fpbKecil(Number(a), Number(b)));
    [a, b] = [b, a % b];
  }
  return a;
}

/** Sum of two fractions in lowest terms. */
export function jumlahkan(a: Pecahan, b: Pecahan): Pecahan {
  const n = a.n * b.d + b.n * a.d;
  const d = a.d * b.d;
  const bagi = fpb(n, d);
  return { n: n / bagi, d: d / bagi };
}

/** The fraction in lowest terms as text: "275/4", or "14" when it is whole. Not negative. */
export function tulisPecahan(n: bigint, d: bigint): string {
  const bagi = fpb(n, d);
  return bagi === d ? (n / d).toString() : `${n / bagi}/${d / bagi}`;
}

/** n/d (n ≥ 0, d > 0) in whole hundredths, rounded half up: 24.995 is 2500n. The only rounding of the engine. */
export function bulatkan(n: bigint, d: bigint): bigint {
  return (200n * n + d) / (2n * d);
}

/** Hundredths as a figure with two decimals: 6875n is "68.75", 5n is "0.05". */
export function tulisPerseratus(perseratus: bigint): string {
  const angka = perseratus.toString().padStart(3, '0');
  return `${angka.slice(0, -2)}.${angka.slice(-2)}`;
}

/** A mean with what must always stand beside it: how many were counted, out of how many. */
export interface RataRata {
  /** Two decimals, half up; null when nothing was counted. */
  readonly rata: string | null;
  readonly n: number;
  readonly populasi: number;
}

/**
 * Mean of printed scores, e.g. of a cluster: exact over the printed figures, rounded once.
 * @param skor numerals such as "68.75"
 * @param populasi how many ormas the mean speaks for ("75 of 210")
 * @throws RangeError when a score is no plain numeral that is at least 0
 */
export function rataRata(skor: readonly string[], populasi: number): RataRata {
  let jumlah = 0n;
  let skala = 0;
  for (const teks of skor) {
    const nilai = uraiDesimal(teks);
    if (!nilai || nilai.bulat < 0n) throw new RangeError(`Bukan skor: ${teks}`);
    const bersama = Math.max(skala, nilai.skala);
    jumlah = jumlah * 10n ** BigInt(bersama - skala) + padaSkala(nilai, bersama);
    skala = bersama;
  }
  if (skor.length === 0) return { rata: null, n: 0, populasi };
  const penyebut = BigInt(skor.length) * 10n ** BigInt(skala);
  return { rata: tulisPerseratus(bulatkan(jumlah, penyebut)), n: skor.length, populasi };
}

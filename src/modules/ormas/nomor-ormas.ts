import { deretAngka } from '../../common/nomor-pribadi.js';
import { kunciDasarHukum, kunciNpwp } from './impor/pencocok-ganda.js';

/** What somebody typed, as the numbers it may be. Each is absent where the text cannot be one. */
export interface NomorDicari {
  /** Both ways of writing each NPWP: 16 digits, and 15 without the 0 in front. */
  npwp: readonly string[];
  telepon: readonly string[];
  /** Beginning of a legal number as it is compared: letters and digits in one run. */
  dasarHukum: string | null;
  /** Beginning of a number as it stands on paper. */
  tertulis: string;
}

/** Fewer digits say nothing: half the register would answer. */
const ANGKA_MINIMUM = 5;

/**
 * The numbers a typed text may be, whatever is written around their digits ("NPWP …", "a.n. …"); null when it is none (a
 * name, a place, too few digits). Which texts stand in no address is said by `memuatNomorPribadi`.
 */
export function uraiNomor(teks: string): NomorDicari | null {
  const t = teks
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .trim();
  if (t.replace(/\D/g, '').length < ANGKA_MINIMUM) return null;
  // Two numbers side by side are one run of digits as well as two.
  const deret = [...new Set([...deretAngka(t), ...t.split(/[\s,;/]+/).flatMap(deretAngka)])];
  const npwp = deret.filter((d) => /^\d{15,16}$/.test(d)).flatMap((d) => kunciNpwp(d) ?? []);
  return {
    npwp: npwp.flatMap((n) => [n, n.replace(/^0/, '')]),
    telepon: deret.map((d) => d.replace(/^(?:00)?62(?=[1-9])/, '0')).filter((d) => /^0\d{8,13}$/.test(d)),
    dasarHukum: kunciDasarHukum(t),
    tertulis: t,
  };
}

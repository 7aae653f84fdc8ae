import { kunciDasarHukum, kunciNpwp } from './impor/pencocok-ganda.js';

/** What somebody typed, as the numbers it may be. Each is absent where the text cannot be one. */
export interface NomorDicari {
  /** Both ways of writing one NPWP: 16 digits, and 15 without the 0 in front. */
  npwp: readonly string[];
  telepon: string | null;
  /** Beginning of a legal number as it is compared: letters and digits in one run. */
  dasarHukum: string | null;
  /** Beginning of a number as it stands on paper. */
  tertulis: string;
}

/** Fewer digits say nothing: half the register would answer. */
const ANGKA_MINIMUM = 5;
const HANYA_ANGKA = /^\+?[\d\s()./–-]+$/;

/**
 * Whether a text is digits alone, with the dots, dashes and slashes of an NPWP, a phone or a short legal number: then it
 * may be a number of a person, and stands in no address.
 */
export function hanyaAngka(teks: string): boolean {
  return HANYA_ANGKA.test(teks) && /\d/.test(teks);
}

/** The numbers a typed text may be; null when it is none (a name, a place, too few digits). */
export function uraiNomor(teks: string): NomorDicari | null {
  const t = teks.trim();
  const angka = t.replace(/\D/g, '');
  if (angka.length < ANGKA_MINIMUM) return null;
  const polos = hanyaAngka(t);
  const npwp = polos && /^\d{15,16}$/.test(angka) ? kunciNpwp(angka) : null;
  const telepon = polos ? angka.replace(/^(?:00)?62(?=[1-9])/, '0') : '';
  return {
    npwp: npwp === null ? [] : [npwp, npwp.replace(/^0/, '')],
    telepon: /^0\d{8,13}$/.test(telepon) ? telepon : null,
    dasarHukum: kunciDasarHukum(t),
    tertulis: t,
  };
}

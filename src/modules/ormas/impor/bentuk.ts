import { rapatkan } from '../../../common/normalisasi.js';
import { BENTUK_ORMAS, type BentukOrmas, SEBUTAN_BENTUK } from '../ormas.types.js';

const CABANG =
  /^(?:DPC|DPD|DPW|DPRT|PAC|PC|PD|PW|(?:dewan )?(?:pimpinan|pengurus) (?:anak )?(?:cabang|daerah|wilayah|ranting))\b|\b(?:cabang|perwakilan) (?:kota )?bogor\b/i;
const BADAN_HUKUM = /\bAHU\b|kumham|\bkemenkum\b|\bC-\d+\.HT\./i;
/** AHU numbers of a yayasan carry .01.04 (founding) or .01.06 (change); those of a perkumpulan .01.07 and .01.08. */
const AHU_YAYASAN = /\bAH\.01\.0[46]\b/i;

/**
 * Guesses the legal form where the file does not say it: a branch by its name; a legal entity by the Ministry's
 * decision (AHU), of which the name, then the number, tells yayasan from perkumpulan; all others have no legal
 * personality, whatever their name says.
 */
export function tebakBentuk(nama: string, dasarHukum: string | null): BentukOrmas {
  if (CABANG.test(nama)) return 'cabang';
  if (dasarHukum === null || !BADAN_HUKUM.test(dasarHukum)) return 'non-badan-hukum';
  if (/^(?:yayasan|yys|yay)\b/i.test(nama)) return 'yayasan';
  if (/^(?:perkumpulan|perkump)\b/i.test(nama)) return 'perkumpulan';
  return AHU_YAYASAN.test(dasarHukum) || /yayasan/i.test(dasarHukum) ? 'yayasan' : 'perkumpulan';
}

const EJAAN: ReadonlyMap<string, BentukOrmas> = new Map([
  ...BENTUK_ORMAS.map((b) => [rapatkan(b), b] as const),
  ...BENTUK_ORMAS.map((b) => [rapatkan(SEBUTAN_BENTUK[b]), b] as const),
  ['tidakberbadanhukum', 'non-badan-hukum'],
  ['skt', 'non-badan-hukum'],
]);

/** The legal form a cell names, or null. */
export function bacaBentuk(teks: string): BentukOrmas | null {
  return EJAAN.get(rapatkan(teks)) ?? null;
}

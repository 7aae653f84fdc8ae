import { acakHuruf } from './acak.js';

// The code on a paper by which anybody may ask whether the paper is genuine: fifteen random letters (74 bits, so that
// nobody finds one by trying) and a check letter, so that a typing error is told from a code that was never given.

/** Figures and capitals without 0, 1, I, L and O, which people mistake for each other: 31, a prime. */
const ALFABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const PANJANG = 16;

/** A new code: sixteen letters without separators. */
export function buatKode(): string {
  const acak = acakHuruf(ALFABET, PANJANG - 1);
  return acak + hurufPeriksa(acak);
}

/**
 * The letter that makes the weighted sum of all sixteen a multiple of 31. As 31 is a prime and the weights 2–16 differ,
 * any one wrong letter and any two exchanged ones are noticed.
 */
function hurufPeriksa(acak: string): string {
  const jumlah = [...acak].reduce((n, huruf, i) => n + ALFABET.indexOf(huruf) * (PANJANG - i), 0);
  return ALFABET.charAt((31 - (jumlah % 31)) % 31);
}

/** What somebody typed or scanned: a code that may have been given, a slip of the fingers, or no code at all. */
export type BacaanKode = { jenis: 'kode'; kode: string } | { jenis: 'salah-ketik' } | { jenis: 'bukan-kode' };

/** Reads a code as people write it: with spaces, hyphens or dots between, in small letters too. */
export function bacaKode(teks: string): BacaanKode {
  const kode = teks.toUpperCase().replace(/[\s.–—-]/g, '');
  if (!/^[0-9A-Z]+$/.test(kode) || kode.length < PANJANG - 2 || kode.length > PANJANG + 2)
    return { jenis: 'bukan-kode' };
  const benar = kode.length === PANJANG && [...kode].every((h) => ALFABET.includes(h));
  if (!benar || hurufPeriksa(kode.slice(0, -1)) !== kode.at(-1)) return { jenis: 'salah-ketik' };
  return { jenis: 'kode', kode };
}

/** The code in groups of four, as it is printed: `7K2M-QX4P-9WDB-RT3H`. */
export function kodeBerkelompok(kode: string): string {
  return (kode.match(/.{1,4}/g) ?? []).join('-');
}

/** Where the code is checked: a path of the portal. */
export function jalurVerifikasi(kode: string): string {
  return `/verifikasi/${kode}`;
}

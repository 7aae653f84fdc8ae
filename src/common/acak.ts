import { randomBytes, randomInt } from 'node:crypto';

/** An unguessable identifier: `byte` random bytes (default 16 = 128 bits) as base64url without padding. */
export function acakToken(byte = 16): string {
  return randomBytes(byte).toString('base64url');
}

/** `panjang` letters, each drawn from the alphabet with equal chance, none of them guessable from the others. */
export function acakHuruf(alfabet: string, panjang: number): string {
  return Array.from({ length: panjang }, () => alfabet.charAt(randomInt(alfabet.length))).join('');
}

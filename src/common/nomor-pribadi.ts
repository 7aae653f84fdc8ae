/** Digits that a text must hold to be a number of a person: an NPWP, a NIK, a phone, a bank account. */
const ANGKA_MINIMUM = 5;

/**
 * The runs of digits in a text, however they are dressed: without what is not seen (joiners, marks of direction), and
 * with the spaces, dots, dashes (of every kind), slashes and brackets taken out from between digits. Digits of other
 * scripts count as what they stand for where they have a compatibility form (full width).
 */
export function deretAngka(teks: string): string[] {
  const polos = teks.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return [...polos.matchAll(/\d(?:[\s\p{Pd}\u2212.,_/|()+:;'"]*\d)*/gu)].map(([deret]) => deret.replace(/\D/g, ''));
}

/**
 * Whether a text may hold a number of a person or an e-mail address. What may stands in no address: it would be kept in
 * histories and logs. Two numbers of four digits with a comma between them count as one: in doubt a search is only not
 * linkable.
 */
export function memuatNomorPribadi(teks: string): boolean {
  return /[@\uFF20]/.test(teks) || deretAngka(teks).some((a) => a.length >= ANGKA_MINIMUM);
}

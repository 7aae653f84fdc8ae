/** A value that JSON can hold. `undefined` members of an object are left out, as JSON does. */
export type NilaiJson =
  string | number | boolean | null | readonly NilaiJson[] | { readonly [kunci: string]: NilaiJson | undefined };

/**
 * Canonical JSON (in the manner of RFC 8785): members sorted by their UTF-16 units, no white space, so that equal
 * values are equal bytes. What is hashed (SHA-256, outside the engine) and what a replay is compared with.
 * @throws RangeError for a number that is not finite
 */
export function kanonik(nilai: NilaiJson): string {
  if (typeof nilai === 'string') return tulisTeks(nilai);
  if (typeof nilai === 'number') {
    if (!Number.isFinite(nilai)) throw new RangeError('Bilangan tak hingga tidak dapat ditulis');
    return String(nilai);
  }
  if (nilai === null || typeof nilai === 'boolean') return String(nilai);
  let hasil = '';
  if (isLarik(nilai)) {
    for (const isi of nilai) hasil += (hasil === '' ? '' : ',') + kanonik(isi);
    return `[${hasil}]`;
  }
  for (const kunci of kunciUrut(nilai)) {
    const isi = nilai[kunci];
    if (isi !== undefined) hasil += `${hasil === '' ? '' : ','}${tulisTeks(kunci)}:${kanonik(isi)}`;
  }
  return `{${hasil}}`;
}

// A run writes millions of short plain strings and objects of few shapes: what follows is why it takes seconds less.
const TEKS_POLOS = /^[ !#-[\]-~]*$/;

function tulisTeks(teks: string): string {
  return TEKS_POLOS.test(teks) ? `"${teks}"` : JSON.stringify(teks);
}

function kunciUrut(objek: object): string[] {
  const kunci = Object.keys(objek);
  // Insertion sort: members mostly come in order or nearly so, and are few.
  if (kunci.length > 64) return kunci.sort();
  for (let i = 1; i < kunci.length; i++) {
    const ini = kunci[i] ?? '';
    let j = i;
    for (; j > 0 && (kunci[j - 1] ?? '') > ini; j--) kunci[j] = kunci[j - 1] ?? '';
    kunci[j] = ini;
  }
  return kunci;
}

function isLarik(nilai: NilaiJson): nilai is readonly NilaiJson[] {
  return Array.isArray(nilai);
}

/** A value that JSON can hold. `undefined` members of an object are left out, as JSON does. */
export type NilaiJson =
  string | number | boolean | null | readonly NilaiJson[] | { readonly [kunci: string]: NilaiJson | undefined };

/**
 * Canonical JSON (in the manner of RFC 8785): members sorted by their UTF-16 units, no white space, so that equal
 * values are equal bytes. What is hashed (SHA-256, outside the engine) and what a replay is compared with.
 * @throws RangeError for a number that is not finite
 */
export function kanonik(nilai: NilaiJson): string {
  if (typeof nilai === 'number' && !Number.isFinite(nilai))
    throw new RangeError('Bilangan tak hingga tidak dapat ditulis');
  if (nilai === null || typeof nilai !== 'object') return JSON.stringify(nilai);
  if (isLarik(nilai)) return `[${nilai.map(kanonik).join(',')}]`;
  const anggota: string[] = [];
  for (const kunci of Object.keys(nilai).sort()) {
    const isi = nilai[kunci];
    if (isi !== undefined) anggota.push(`${JSON.stringify(kunci)}:${kanonik(isi)}`);
  }
  return `{${anggota.join(',')}}`;
}

function isLarik(nilai: NilaiJson): nilai is readonly NilaiJson[] {
  return Array.isArray(nilai);
}

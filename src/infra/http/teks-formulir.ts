/** `05/12/2026` as `2026-12-05`; browsers with a date picker send the latter. */
const tanggalDiketik = (teks: string): string => {
  const t = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(teks);
  return t ? `${t[3]}-${(t[2] ?? '').padStart(2, '0')}-${(t[1] ?? '').padStart(2, '0')}` : teks;
};

/**
 * Named fields of a sent form as trimmed text; what is missing or no text becomes `''`.
 * @param tanggal the names among them that hold a day, which may be typed as `05/12/2026`
 */
export function teksFormulir<N extends string>(
  isi: unknown,
  nama: readonly N[],
  tanggal: readonly N[] = [],
): Record<N, string> {
  const asal = (isi ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    nama.map((n) => {
      const nilai = asal[n];
      const teks = typeof nilai === 'string' ? nilai.replace(/\r\n?/g, '\n').trim() : '';
      return [n, tanggal.includes(n) ? tanggalDiketik(teks) : teks];
    }),
  ) as Record<N, string>;
}

/** A version or an id as a form holds it; what is none becomes 0, which nothing has. */
export const angkaFormulir = (teks: string | undefined): number => (/^\d{1,9}$/.test(teks ?? '') ? Number(teks) : 0);

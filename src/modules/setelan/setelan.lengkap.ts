import { SETELAN_BAWAAN, type SetelanKantor } from './setelan.types.js';

const WAJIB: readonly [string, (s: SetelanKantor) => string][] = [
  ['alamat kantor', (s) => s.kop.alamat],
  ['nama pejabat', (s) => s.penandaTangan.nama],
  ['pangkat pejabat', (s) => s.penandaTangan.pangkat],
  ['NIP pejabat', (s) => s.penandaTangan.nip],
];

/**
 * What a document that is signed cannot do without and the office has not filled in yet, in words; empty: nothing.
 * What still stands as the portal came with it counts as empty.
 */
export function setelanKurang(s: SetelanKantor): string[] {
  return WAJIB.flatMap(([nama, ambil]) => (ambil(s).trim() === '' || ambil(s) === ambil(SETELAN_BAWAAN) ? [nama] : []));
}

/** Where the office is and how to reach it, on one line; what is not filled in yet is left out, `''`: nothing is. */
export function kontakKantor({ kop }: SetelanKantor): string {
  const bawaan = SETELAN_BAWAAN.kop;
  return [kop.alamat === bawaan.alamat ? '' : kop.alamat, kop.kontak === bawaan.kontak ? '' : kop.kontak]
    .map((t) => t.trim())
    .filter((t) => t !== '')
    .join(' · ');
}

import { kunciCari, polaCari } from '../../common/normalisasi.js';

/** "Jajasan" is "Yayasan" and "Soerabaja" is "Surabaya" in the spelling before 1972: j and y are one letter here. */
const satukanJY = (teks: string): string => teks.replaceAll('y', 'j');

/** The search key of an ormas: its name and, so that a place finds its ormas, its kelurahan. At most 600 characters. */
export function kunciCariOrmas(nama: string, kelurahan: string | null): string {
  return satukanJY(kunciCari(nama, kelurahan ?? 'luar domisili'));
}

/** What somebody typed, as patterns of which all must hold for `cari LIKE ?`; `[]`: no filter. */
export function polaCariOrmas(kueri: string): string[] {
  return polaCari(kueri).map(satukanJY);
}

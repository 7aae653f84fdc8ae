import { type SaringanGanda } from '../ganda.types.js';

/** Addresses of the pages about entries that may be one organisation; what is as usual does not stand in them. */
export const jalurGanda = {
  daftar: (s: Partial<SaringanGanda> = {}, halaman = 1): string => {
    const kueri = new URLSearchParams();
    if (s.status === 'bukan-kembaran') kueri.set('status', s.status);
    if (s.sebab) kueri.set('sebab', s.sebab);
    if (halaman > 1) kueri.set('halaman', String(halaman));
    const teks = kueri.toString();
    return teks === '' ? '/ganda' : `/ganda?${teks}`;
  },
  cari: (): string => '/ganda/cari',
  /** The form by which two entries are named by their numbers. */
  pilih: (): string => '/ganda/banding',
  banding: (a: number, b: number): string => `/ganda/banding/${a}/${b}`,
  bukan: (a: number, b: number): string => `/ganda/banding/${a}/${b}/bukan`,
  tarik: (a: number, b: number): string => `/ganda/banding/${a}/${b}/tarik`,
  gabung: (a: number, b: number): string => `/ganda/gabung/${a}/${b}`,
  lakukan: (a: number, b: number): string => `/ganda/gabung/${a}/${b}/lakukan`,
  gabungan: (halaman = 1): string => (halaman > 1 ? `/ganda/gabungan?halaman=${halaman}` : '/ganda/gabungan'),
  rinci: (id: number): string => `/ganda/gabungan/${id}`,
  batal: (id: number): string => `/ganda/gabungan/${id}/batal`,
  ormas: (id: number): string => `/ormas/${id}`,
  /** A merged entry as it stood. */
  catatan: (id: number): string => `/ormas/${id}?catatan=asli`,
};

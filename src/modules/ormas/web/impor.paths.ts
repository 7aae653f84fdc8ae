import { type PilahBaris } from '../impor.types.js';

/** Addresses of the pages of imports. */
export const jalurImpor = {
  daftar: (): string => '/impor',
  template: (jenis: 'csv' | 'xlsx'): string => `/impor/template.${jenis}`,
  /** A preview; what is as usual does not stand in the address. */
  pratinjau(id: number, pilah: PilahBaris | null = null, halaman = 1): string {
    const kueri = new URLSearchParams();
    if (pilah !== null) kueri.set('hasil', pilah);
    if (halaman > 1) kueri.set('halaman', String(halaman));
    const teks = kueri.toString();
    return `/impor/${id}${teks === '' ? '' : `?${teks}`}`;
  },
  aliran: (id: number): string => `/impor/${id}/aliran`,
  masukkan: (id: number): string => `/impor/${id}/masukkan`,
  batalkan: (id: number): string => `/impor/${id}/batalkan`,
  baris: (id: number, nomor: number): string => `/impor/${id}/baris/${nomor}`,
  lewati: (id: number, nomor: number): string => `/impor/${id}/baris/${nomor}/lewati`,
  ormas: (id: number): string => `/ormas/${id}`,
};

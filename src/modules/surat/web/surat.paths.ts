import { type SaringanSurat } from '../surat.types.js';

/** Addresses of letters. */
export const jalurSurat = {
  daftar(s: Partial<SaringanSurat> = {}, halaman = 1): string {
    const kueri = new URLSearchParams();
    if (s.cari) kueri.set('cari', s.cari);
    if (s.keadaan) kueri.set('keadaan', s.keadaan);
    if (s.ormasId) kueri.set('ormas', String(s.ormasId));
    if (halaman > 1) kueri.set('halaman', String(halaman));
    const teks = kueri.toString();
    return teks === '' ? '/surat' : `/surat?${teks}`;
  },
  satu: (id: number): string => `/surat/${id}`,
  cabut: (id: number): string => `/surat/${id}/cabut`,
  ulangi: (id: number): string => `/surat/${id}/ulangi`,
  baru: (ormasId: number): string => `/surat/baru?ormas=${ormasId}`,
  terbitkan: (): string => '/surat',
  ormas: (id: number): string => `/ormas/${id}`,
  lambang: (): string => '/setelan/lambang',
  hapusLambang: (): string => '/setelan/lambang/hapus',
};

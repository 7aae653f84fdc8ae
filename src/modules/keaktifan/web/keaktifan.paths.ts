import { type SaringanKeaktifan } from '../keaktifan.types.js';

const kueri = (s: Partial<SaringanKeaktifan>, halaman = 1): string => {
  const k = new URLSearchParams(Object.entries(s).filter(([nama, v]) => v !== '' && !(nama === 'diam' && v === '6')));
  if (halaman > 1) k.set('halaman', String(halaman));
  const teks = k.toString();
  return teks === '' ? '' : `?${teks}`;
};

/** Addresses of the ladder and of the visit list; what is as usual does not stand in them. */
export const jalurKeaktifan = {
  daftar: (s: Partial<SaringanKeaktifan> = {}, halaman = 1): string => `/keaktifan${kueri(s, halaman)}`,
  kunjungan: (s: Partial<SaringanKeaktifan> = {}): string => `/keaktifan/kunjungan${kueri(s)}`,
  ormas: (id: number): string => `/ormas/${id}`,
  /** Where those that were ticked are planned (module lapangan). */
  rencanakan: (): string => '/kunjungan/baru',
};

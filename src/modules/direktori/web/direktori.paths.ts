import { type SaringanPublik } from '../../ormas/ormas-publik.service.js';

/** The directory as it stands when nobody has asked for anything. */
export const SARINGAN_PUBLIK_KOSONG: SaringanPublik = {
  cari: '',
  bidang: '',
  kecamatan: '',
  kelurahan: '',
  status: '',
};

/** Addresses of the public directory. They are printed and passed on: they stay as they are. */
export const jalurDirektori = {
  /** The list; what is as usual does not stand in the address. */
  daftar(saringan: Partial<SaringanPublik> = {}, halaman = 1): string {
    const kueri = new URLSearchParams();
    for (const [kunci, nilai] of Object.entries(saringan)) if (nilai !== '') kueri.set(kunci, nilai);
    if (halaman > 1) kueri.set('halaman', String(halaman));
    const teks = kueri.toString();
    return teks === '' ? '/direktori' : `/direktori?${teks}`;
  },
  satu: (id: number): string => `/direktori/${id}`,
  data: (): string => '/direktori/data',
  skema: (): string => '/direktori/skema.json',
  csv: (): string => '/direktori.csv',
  json: (): string => '/direktori.json',
};

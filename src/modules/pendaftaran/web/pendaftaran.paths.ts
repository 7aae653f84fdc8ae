import { type BagianKerja } from '../pendaftaran.types.js';

/** Acts of the office that are a form of their own, as they stand in an address. */
export const TINDAKAN_JALUR = ['ambil', 'lepas', 'batalkan-verifikasi', 'buka-kembali', 'daftarkan'] as const;
export type TindakanJalur = (typeof TINDAKAN_JALUR)[number];

/** Addresses of the applications. */
export const jalurPendaftaran = {
  daftar: () => '/pendaftaran',
  bagian(bagian: BagianKerja, halaman = 1): string {
    const kueri = new URLSearchParams(bagian === 'menunggu' ? {} : { bagian });
    if (halaman > 1) kueri.set('halaman', String(halaman));
    return kueri.size === 0 ? '/pendaftaran' : `/pendaftaran?${kueri.toString()}`;
  },
  rinci: (id: number) => `/pendaftaran/${id}`,
  /** The form as it was approved, for whom it concerns once it is an ormas of the register. */
  formulir: (id: number) => `/pendaftaran/${id}/formulir`,
  isi: (id: number, kode: string) => `/pendaftaran/${id}/isi/${kode}`,
  dokumen: (id: number, kode: string) => `/pendaftaran/${id}/dokumen/${kode}`,
  periksa: (id: number) => `/pendaftaran/${id}/periksa`,
  ajukan: (id: number) => `/pendaftaran/${id}/ajukan`,
  cabut: (id: number) => `/pendaftaran/${id}/cabut`,
  pulihkan: (id: number) => `/pendaftaran/${id}/pulihkan`,
  pemeriksaan: (id: number) => `/pendaftaran/${id}/pemeriksaan`,
  keputusan: (id: number) => `/pendaftaran/${id}/keputusan`,
  tindakan: (id: number, t: TindakanJalur) => `/pendaftaran/${id}/tindakan/${t}`,
  /** Field visits (module lapangan). */
  rencanakanKunjungan: (id: number) => `/kunjungan/baru?pendaftaran=${id}`,
  kunjungan: (id: number) => `/kunjungan/${id}`,
  ormas: (id: number) => `/ormas/${id}`,
  calonAkun: () => '/daftar/menunggu',
};

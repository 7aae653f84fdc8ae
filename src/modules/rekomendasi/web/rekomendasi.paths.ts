import { type SaringanRekomendasi } from '../rekomendasi.types.js';

/** Acts with a form of their own on the page of a recommendation; the word stands in the address. */
export const TINDAKAN_JALUR = [
  'lapor',
  'terima',
  'kembalikan',
  'selesaikan',
  'buka-kembali',
  'batalkan',
  'pulihkan',
] as const;
export type TindakanJalur = (typeof TINDAKAN_JALUR)[number];

const kueri = (s: Partial<SaringanRekomendasi>, halaman = 1): string => {
  const k = new URLSearchParams(Object.entries(s).filter(([, v]) => v !== ''));
  if (halaman > 1) k.set('halaman', String(halaman));
  return k.size > 0 ? `?${k.toString()}` : '';
};

/** Addresses of recommendations. */
export const jalurRekomendasi = {
  daftar: (s: Partial<SaringanRekomendasi> = {}, halaman = 1): string => `/rekomendasi${kueri(s, halaman)}`,
  cetak: (s: SaringanRekomendasi): string => `/rekomendasi/cetak${kueri(s)}`,
  ekspor: (jenis: 'csv' | 'xlsx', s: SaringanRekomendasi): string => `/ekspor/rekomendasi.${jenis}${kueri(s)}`,
  ormas: (id: number): string => `/ormas/${id}`,
  milikOrmas: (id: number, keadaan: SaringanRekomendasi['keadaan'] = ''): string =>
    `/ormas/${id}/rekomendasi${kueri({ keadaan })}`,
  /** @param kunjunganId the visit of whose record it comes */
  baru: (id: number, kunjunganId: number | null = null): string =>
    `/ormas/${id}/rekomendasi/baru${kunjunganId === null ? '' : `?kunjungan=${kunjunganId}`}`,
  kunjungan: (id: number): string => `/kunjungan/${id}`,
  rinci: (id: number): string => `/rekomendasi/${id}`,
  tindakan: (id: number, t: TindakanJalur): string => `/rekomendasi/${id}/tindakan/${t}`,
};

import { type SaringanPembinaan } from '../pembinaan.types.js';

/** Acts with a form of their own on the page of a row; the word stands in the address. */
export const TINDAKAN_JALUR = ['akhiri', 'batalkan', 'dokumen'] as const;
export type TindakanJalur = (typeof TINDAKAN_JALUR)[number];

const kueri = (s: Partial<SaringanPembinaan>, halaman = 1): string => {
  const k = new URLSearchParams(Object.entries(s).filter(([, v]) => v !== ''));
  if (halaman > 1) k.set('halaman', String(halaman));
  return k.size > 0 ? `?${k.toString()}` : '';
};

/** Addresses of the log of guidance and sanctions. */
export const jalurPembinaan = {
  daftar: (s: Partial<SaringanPembinaan> = {}, halaman = 1): string => `/pembinaan${kueri(s, halaman)}`,
  cetak: (s: SaringanPembinaan): string => `/pembinaan/cetak${kueri(s)}`,
  ekspor: (jenis: 'csv' | 'xlsx', s: SaringanPembinaan): string => `/ekspor/pembinaan.${jenis}${kueri(s)}`,
  selisih: (halaman = 1): string => `/pembinaan/belum-sejalan${kueri({}, halaman)}`,
  ormas: (id: number): string => `/ormas/${id}`,
  daftarOrmas: (id: number): string => `/ormas/${id}/pembinaan`,
  baru: (id: number, jenis?: string): string =>
    `/ormas/${id}/pembinaan/baru${jenis === undefined ? '' : `?jenis=${jenis}`}`,
  rinci: (id: number): string => `/pembinaan/${id}`,
  koreksi: (id: number): string => `/pembinaan/${id}/koreksi`,
  tindakan: (id: number, t: TindakanJalur): string => `/pembinaan/${id}/tindakan/${t}`,
  /** The standing of an ormas (module ormas), filled in with what a row calls for. */
  status: (ormasId: number, pembinaanId?: number): string =>
    `/ormas/${ormasId}/status${pembinaanId === undefined ? '' : `?sanksi=${pembinaanId}`}`,
};

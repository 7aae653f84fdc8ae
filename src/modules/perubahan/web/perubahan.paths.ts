import { type Perihal } from '../perubahan.aturan.js';
import { type StatusPerubahan } from '../perubahan.status.js';

/** Acts with a form of their own on the page of a request; the word stands in the address. */
export const TINDAKAN_JALUR = ['ajukan', 'cabut', 'pulihkan', 'buka-kembali'] as const;
export type TindakanJalur = (typeof TINDAKAN_JALUR)[number];

/** Addresses of the pages of requests for changes. */
export const jalurPerubahan = {
  ormas: (ormasId: number): string => `/ormas/${ormasId}`,
  pada: (ormasId: number, hari: string): string => `/ormas/${ormasId}?pada=${hari}`,
  kontak: (ormasId: number): string => `/ormas/${ormasId}/kontak`,
  daftarOrmas: (ormasId: number): string => `/ormas/${ormasId}/perubahan`,
  baru: (ormasId: number, perihal?: Perihal): string =>
    `/ormas/${ormasId}/perubahan/baru${perihal === undefined ? '' : `?perihal=${perihal}`}`,
  antrean: (status: StatusPerubahan = 'diajukan', halaman = 1): string => {
    const kueri = new URLSearchParams();
    if (status !== 'diajukan') kueri.set('status', status);
    if (halaman > 1) kueri.set('halaman', String(halaman));
    return kueri.size > 0 ? `/perubahan?${kueri.toString()}` : '/perubahan';
  },
  rinci: (id: number): string => `/perubahan/${id}`,
  ubah: (id: number): string => `/perubahan/${id}/ubah`,
  keputusan: (id: number): string => `/perubahan/${id}/keputusan`,
  tindakan: (id: number, tindakan: TindakanJalur): string => `/perubahan/${id}/tindakan/${tindakan}`,
};

import { type SaringanKunjungan, type Sasaran } from '../kunjungan.types.js';

/** Acts with a small form of their own on the page of a visit; the word stands in the address. */
export const TINDAKAN_JALUR = ['mulai', 'batalkan', 'buka-kembali', 'pulihkan', 'ulangi-dokumen'] as const;
export type TindakanJalur = (typeof TINDAKAN_JALUR)[number];

/** The part of the list that is shown where none is asked for. */
export const BAGIAN_AWAL = 'minggu';

function kueri(s: Partial<SaringanKunjungan>, halaman = 1): string {
  const k = new URLSearchParams();
  if (s.bagian && s.bagian !== BAGIAN_AWAL) k.set('bagian', s.bagian);
  if (s.tujuan) k.set('tujuan', s.tujuan);
  if (s.petugasId) k.set('petugas', String(s.petugasId));
  if (s.kelurahanId) k.set('kelurahan', String(s.kelurahanId));
  if (halaman > 1) k.set('halaman', String(halaman));
  return k.size === 0 ? '' : `?${k.toString()}`;
}

/** Addresses of field visits. */
export const jalurKunjungan = {
  daftar: (s: Partial<SaringanKunjungan> = {}, halaman = 1): string => `/kunjungan${kueri(s, halaman)}`,
  cetak: (s: Partial<SaringanKunjungan> = {}): string => `/kunjungan/cetak${kueri(s)}`,
  /** The form of a plan for these. */
  baru: (sasaran: readonly Sasaran[]): string =>
    `/kunjungan/baru?${sasaran.map((s) => `${s.jenis}=${s.id}`).join('&')}`,
  simpan: (): string => '/kunjungan',
  rinci: (id: number): string => `/kunjungan/${id}`,
  rencana: (id: number): string => `/kunjungan/${id}/rencana`,
  beritaAcara: (id: number): string => `/kunjungan/${id}/berita-acara`,
  periksa: (id: number): string => `/kunjungan/${id}/berita-acara/periksa`,
  selesaikan: (id: number): string => `/kunjungan/${id}/berita-acara/selesai`,
  tanggapan: (id: number): string => `/kunjungan/${id}/tanggapan`,
  tindakan: (id: number, t: TindakanJalur): string => `/kunjungan/${id}/tindakan/${t}`,
  milikOrmas: (ormasId: number): string => `/ormas/${ormasId}/kunjungan`,
  ormas: (id: number): string => `/ormas/${id}`,
  rekomendasi: (id: number): string => `/rekomendasi/${id}`,
  /** The form by which what a record recommends becomes a recommendation of the ormas. */
  jadikanRekomendasi: (ormasId: number, id: number): string => `/ormas/${ormasId}/rekomendasi/baru?kunjungan=${id}`,
  pendaftaran: (id: number): string => `/pendaftaran/${id}`,
  keaktifan: (): string => '/keaktifan',
};

/** Addresses of the pages of activities. */
export const jalurKegiatan = {
  ormas: (ormasId: number): string => `/ormas/${ormasId}`,
  daftarOrmas: (ormasId: number, tahun?: number): string =>
    `/ormas/${ormasId}/kegiatan${tahun === undefined ? '' : `?tahun=${tahun}`}`,
  baru: (ormasId: number): string => `/ormas/${ormasId}/kegiatan/baru`,
  rencana: (ormasId: number): string => `/ormas/${ormasId}/rencana`,
  program: (ormasId: number): string => `/ormas/${ormasId}/rencana/program`,
  laporanTahunan: (ormasId: number): string => `/ormas/${ormasId}/rencana/laporan`,
  antrean: (saringan: { opd?: string; kecamatan?: string; halaman?: number } = {}): string => {
    const kueri = new URLSearchParams();
    if (saringan.opd) kueri.set('opd', saringan.opd);
    if (saringan.kecamatan) kueri.set('kecamatan', saringan.kecamatan);
    if (saringan.halaman && saringan.halaman > 1) kueri.set('halaman', String(saringan.halaman));
    return kueri.size > 0 ? `/kegiatan?${kueri.toString()}` : '/kegiatan';
  },
  rinci: (id: number): string => `/kegiatan/${id}`,
  ubah: (id: number): string => `/kegiatan/${id}/ubah`,
  periksa: (id: number): string => `/kegiatan/${id}/periksa`,
  ajukan: (id: number): string => `/kegiatan/${id}/ajukan`,
  tandaTerima: (id: number): string => `/kegiatan/${id}/tanda-terima`,
  keputusan: (id: number): string => `/kegiatan/${id}/keputusan`,
  tindakan: (id: number, tindakan: TindakanJalur): string => `/kegiatan/${id}/tindakan/${tindakan}`,
};

/** Acts with a form of their own on the page of a report; the word stands in the address. */
export const TINDAKAN_JALUR = [
  ...(['buka-kembali', 'batalkan', 'pulihkan'] as const),
  ...(['konfirmasi', 'tarik-konfirmasi', 'bantah', 'tarik-bantahan'] as const),
] as const;
export type TindakanJalur = (typeof TINDAKAN_JALUR)[number];

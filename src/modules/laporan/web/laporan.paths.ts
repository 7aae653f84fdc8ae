/** Addresses of the reports' pages. */
export const jalurLaporan = {
  daftar: (): string => '/laporan',
  satu: (id: number): string => `/laporan/${id}`,
  unduh: (id: number): string => `/laporan/${id}/unduh`,
  aliran: (id: number): string => `/laporan/${id}/aliran`,
  tindakan: (id: number, tindakan: TindakanLaporan): string => `/laporan/${id}/${tindakan}`,
};

/** Acts on one report, as they stand in its addresses. */
export const TINDAKAN_LAPORAN = ['ulangi', 'setujui', 'sahkan', 'batalkan'] as const;
export type TindakanLaporan = (typeof TINDAKAN_LAPORAN)[number];

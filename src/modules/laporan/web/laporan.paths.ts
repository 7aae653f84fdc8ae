/** Addresses of the reports' pages. */
export const jalurLaporan = {
  daftar: (): string => '/laporan',
  satu: (id: number): string => `/laporan/${id}`,
  unduh: (id: number): string => `/laporan/${id}/unduh`,
  aliran: (id: number): string => `/laporan/${id}/aliran`,
  tindakan: (id: number, tindakan: TindakanLaporan | 'batalkan'): string => `/laporan/${id}/${tindakan}`,
};

/** Acts on one report that need no more than the version seen, as they stand in its addresses and in its service. */
const TINDAKAN_LAPORAN = ['ulangi', 'setujui', 'sahkan'] as const;
export type TindakanLaporan = (typeof TINDAKAN_LAPORAN)[number];

export function isTindakanLaporan(teks: string): teks is TindakanLaporan {
  return (TINDAKAN_LAPORAN as readonly string[]).includes(teks);
}

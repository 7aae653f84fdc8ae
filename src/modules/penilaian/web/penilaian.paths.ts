import { type SaringanHasil } from '../penilaian.types.js';

/** The list of results as it stands when nobody has asked for anything. */
export const SARINGAN_KOSONG: SaringanHasil = { urut: 'skor', arah: 'turun' };

/** Addresses of the pages of scoring. */
export const jalurPenilaian = {
  periode: (): string => '/penilaian',
  /** A year with its results; what is as usual does not stand in the address. */
  tahun(tahun: number, s: SaringanHasil = SARINGAN_KOSONG, halaman = 1): string {
    const kueri = new URLSearchParams();
    if (s.cari) kueri.set('cari', s.cari);
    if (s.opdId !== undefined) kueri.set('opd', String(s.opdId));
    if (s.keadaan) kueri.set('keadaan', s.keadaan);
    if (s.urut !== SARINGAN_KOSONG.urut) kueri.set('urut', s.urut);
    if (s.arah !== SARINGAN_KOSONG.arah) kueri.set('arah', s.arah);
    if (halaman > 1) kueri.set('halaman', String(halaman));
    const teks = kueri.toString();
    return `/penilaian/${tahun}${teks ? `?${teks}` : ''}`;
  },
  mulai: (tahun: number): string => `/penilaian/${tahun}/hitung`,
  tutup: (tahun: number): string => `/penilaian/${tahun}/tutup`,
  buka: (tahun: number): string => `/penilaian/${tahun}/buka`,
  populasi: (tahun: number): string => `/penilaian/${tahun}/populasi`,
  hitung: (id: number): string => `/penilaian/hitung/${id}`,
  aliran: (id: number): string => `/penilaian/hitung/${id}/aliran`,
  ulangi: (id: number): string => `/penilaian/hitung/${id}/ulangi`,
  ormas: (tahun: number, ormasId: number): string => `/penilaian/${tahun}/ormas/${ormasId}`,
  /** The list of what the ormas assesses itself, on the page of its score. */
  daftarMandiri: (tahun: number, ormasId: number): string => `/penilaian/${tahun}/ormas/${ormasId}#penilaian-mandiri`,
  tingkat: (tahun: number, ormasId: number, indikator: string): string =>
    `/penilaian/${tahun}/ormas/${ormasId}/tingkat/${encodeURIComponent(indikator)}`,
  mandiri: (tahun: number, ormasId: number, indikator: string): string =>
    `/penilaian/${tahun}/ormas/${ormasId}/mandiri/${encodeURIComponent(indikator)}`,
  /** Pages of other modules that a score leads to. */
  profil: (ormasId: number): string => `/ormas/${ormasId}`,
  rencana: (ormasId: number): string => `/ormas/${ormasId}/rencana`,
  kegiatan: (id: number): string => `/kegiatan/${id}`,
  kunjungan: (ormasId: number): string => `/ormas/${ormasId}/kunjungan`,
  berkas: (id: string): string => `/berkas/${id}`,
};

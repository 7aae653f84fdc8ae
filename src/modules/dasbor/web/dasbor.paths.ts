import { type KeadaanRadar, type NamaDaftar } from '../dasbor.types.js';

const kueri = (isi: Record<string, string>): string => {
  const teks = new URLSearchParams(isi).toString();
  return teks === '' ? '' : `?${teks}`;
};

/** Addresses of this module's own pages. */
export const jalurDasbor = {
  beranda: (): string => '/',
  daftar: (daftar: NamaDaftar, keadaan?: KeadaanRadar, halaman = 1): string =>
    `/tugas/${daftar}${kueri({ ...(keadaan && { keadaan }), ...(halaman > 1 && { halaman: String(halaman) }) })}`,
  sistem: (): string => '/sistem',
  cobaLagi: (id: number): string => `/sistem/pekerjaan/${id}/coba-lagi`,
  bantuan: (): string => '/bantuan',
};

/** Addresses in other modules that the home pages lead to; test/e2e/tautan.e2e-spec.ts follows every one of them. */
export const jalurLain = {
  ormas: (id: number): string => `/ormas/${id}`,
  kontak: (id: number): string => `/ormas/${id}/kontak`,
  ormasBelumDitetapkan: (): string => '/ormas?opd=belum&status=terdaftar',
  ormasDiam: (): string => '/ormas?keaktifan=tidak-aktif&status=terdaftar',
  konfirmasiProfil: (id: number): string => `/ormas/${id}/konfirmasi`,
  klaster: (): string => '/klaster',
  klasterOpd: (kode: string): string => `/klaster/${encodeURIComponent(kode)}`,
  kegiatanOrmas: (ormasId: number): string => `/ormas/${ormasId}/kegiatan`,
  kegiatanBaru: (ormasId: number): string => `/ormas/${ormasId}/kegiatan/baru`,
  rencana: (ormasId: number): string => `/ormas/${ormasId}/rencana`,
  antrean: (opdId?: number): string => `/kegiatan${opdId === undefined ? '' : `?opd=${opdId}`}`,
  kegiatan: (id: number): string => `/kegiatan/${id}`,
  ubahKegiatan: (id: number): string => `/kegiatan/${id}/ubah`,
  penilaian: (tahun: number): string => `/penilaian/${tahun}`,
  nilaiOrmas: (tahun: number, ormasId: number): string => `/penilaian/${tahun}/ormas/${ormasId}`,
  hitung: (id: number): string => `/penilaian/hitung/${id}`,
  laporan: (id: number): string => `/laporan/${id}`,
  semuaLaporan: (): string => '/laporan',
  unduhLaporan: (id: number): string => `/laporan/${id}/unduh`,
  pengguna: (): string => '/pengguna',
  audit: (): string => '/audit',
};

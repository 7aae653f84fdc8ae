import { type NamaDaftar } from '../dasbor.types.js';

const kueri = (isi: Record<string, string>): string => {
  const teks = new URLSearchParams(isi).toString();
  return teks === '' ? '' : `?${teks}`;
};

/** The page asked for in an address, from 1; anything else is the first. */
export function nomorHalaman(diminta: unknown): number {
  return typeof diminta === 'string' && /^[1-9]\d{0,4}$/.test(diminta) ? Number(diminta) : 1;
}

/** Addresses of this module's own pages. */
export const jalurDasbor = {
  beranda: (): string => '/',
  /** @param opd code of an OPD to which to narrow the list */
  daftar: (daftar: NamaDaftar, halaman = 1, opd: string | null = null): string =>
    `/tugas/${daftar}${kueri({ ...(opd !== null && { opd }), ...(halaman > 1 && { halaman: String(halaman) }) })}`,
  klaster: (): string => '/klaster',
  /** @param tampil what the page is narrowed to; `''`: nothing */
  klasterOpd: (kode: string, halaman = 1, tampil = ''): string =>
    `/klaster/${encodeURIComponent(kode)}${kueri({ ...(tampil !== '' && { tampil }), ...(halaman > 1 && { halaman: String(halaman) }) })}`,
  cetakKlaster: (kode: string, tampil = ''): string =>
    `/klaster/${encodeURIComponent(kode)}/cetak${kueri(tampil === '' ? {} : { tampil })}`,
  sistem: (): string => '/sistem',
  cobaLagi: (id: number): string => `/sistem/pekerjaan/${id}/coba-lagi`,
  bantuan: (): string => '/bantuan',
};

/** Addresses in other modules that the home pages lead to; test/e2e/tautan.e2e-spec.ts follows every one of them. */
export const jalurLain = {
  /** @param masa the span of days in which something ends; the next 30 unless told */
  radar: (masa: '30' | '60' | '90' | 'berakhir' = '30'): string => (masa === '30' ? '/radar' : `/radar?masa=${masa}`),
  ormas: (id: number): string => `/ormas/${id}`,
  /** A document on the page of its ormas. */
  dokumenOrmas: (id: number, dokumenId: number): string => `/ormas/${id}#dokumen-${dokumenId}`,
  serahDokumen: (id: number, jenis: string): string => `/ormas/${id}/dokumen/baru?jenis=${jenis}`,
  kontak: (id: number): string => `/ormas/${id}/kontak`,
  pemetaan: (): string => '/klaster/pemetaan',
  ormasBelumDitetapkan: (): string => '/klaster/pemetaan/saran',
  ormasDiam: (): string => '/ormas?keaktifan=tidak-aktif&status=terdaftar',
  konfirmasiProfil: (id: number): string => `/ormas/${id}/konfirmasi`,
  /** Those who stand in the register today, narrowed to a cluster (code of an OPD, or `belum`) or to the active ones. */
  register: ({ opd, aktif }: { opd?: string; aktif?: boolean } = {}): string =>
    `/ormas${kueri({ ...(opd !== undefined && { opd }), status: 'ada', ...(aktif && { keaktifan: 'aktif' }) })}`,
  /** The part of the visits in which one officer's stand. `terlewat`: their day is over, or their record is not signed off. */
  kunjunganPetugas: (bagian: 'terlewat' | 'sepekan', akunId: number): string =>
    `/kunjungan?bagian=${bagian}&petugas=${akunId}`,
  kunjungan: (id: number): string => `/kunjungan/${id}`,
  perubahan: (): string => '/perubahan',
  ubahPerubahan: (id: number): string => `/perubahan/${id}/ubah`,
  rekomendasiDilaporkan: (): string => '/rekomendasi?keadaan=dilaporkan',
  rekomendasiOrmas: (id: number): string => `/ormas/${id}/rekomendasi?keadaan=terbuka`,
  statusBelumSejalan: (): string => '/pembinaan/belum-sejalan',
  sanksiTanpaSurat: (): string => '/pembinaan?keadaan=tanpa-surat',
  /** @param tahun year of assessment; the one that runs unless told */
  kegiatanOrmas: (ormasId: number, tahun?: number): string =>
    `/ormas/${ormasId}/kegiatan${tahun === undefined ? '' : `?tahun=${tahun}`}`,
  suratOrmas: (ormasId: number): string => `/surat?ormas=${ormasId}`,
  kegiatanBaru: (ormasId: number): string => `/ormas/${ormasId}/kegiatan/baru`,
  rencana: (ormasId: number): string => `/ormas/${ormasId}/rencana`,
  antrean: (opdId?: number): string => `/kegiatan${opdId === undefined ? '' : `?opd=${opdId}`}`,
  kegiatan: (id: number): string => `/kegiatan/${id}`,
  ubahKegiatan: (id: number): string => `/kegiatan/${id}/ubah`,
  semuaPenilaian: (): string => '/penilaian',
  penilaian: (tahun: number): string => `/penilaian/${tahun}`,
  tutupPeriode: (tahun: number): string => `/penilaian/${tahun}/tutup`,
  /** The complete scores of a year, those that its mean is made of; `opdId` of one cluster, 0 of those not decided. */
  skorLengkap: (tahun: number, opdId?: number): string =>
    `/penilaian/${tahun}${kueri({ ...(opdId !== undefined && { opd: String(opdId) }), keadaan: 'lengkap' })}`,
  nilaiOrmas: (tahun: number, ormasId: number): string => `/penilaian/${tahun}/ormas/${ormasId}`,
  penilaianMandiri: (tahun: number, ormasId: number): string =>
    `/penilaian/${tahun}/ormas/${ormasId}#penilaian-mandiri`,
  hitung: (id: number): string => `/penilaian/hitung/${id}`,
  laporan: (id: number): string => `/laporan/${id}`,
  semuaLaporan: (): string => '/laporan',
  unduhLaporan: (id: number): string => `/laporan/${id}/unduh`,
  pengguna: (): string => '/pengguna',
  penggunaTanpaSandi: (): string => '/pengguna?keadaan=belum-sandi',
  impor: (): string => '/impor',
  setelan: (): string => '/setelan',
  ganda: (): string => '/ganda',
  pendaftaran: (): string => '/pendaftaran',
  calonAkun: (): string => '/daftar/menunggu',
  audit: (): string => '/audit',
};

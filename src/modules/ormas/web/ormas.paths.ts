import { type SaringanOrmas } from '../ormas.types.js';

/** The list as it stands when nobody has asked for anything. */
export const SARINGAN_KOSONG: SaringanOrmas = {
  cari: '',
  bidang: '',
  opd: '',
  kecamatan: '',
  kelurahan: '',
  status: '',
  keaktifan: '',
  tingkat: '',
  urut: 'nama',
  arah: 'naik',
};

/** Addresses of the pages of the register. */
export const jalurOrmas = {
  /** The list; what is as usual does not stand in the address. */
  daftar(saringan: Partial<SaringanOrmas> = {}, halaman = 1): string {
    const kueri = new URLSearchParams();
    for (const [kunci, nilai] of Object.entries(saringan)) {
      if (nilai !== SARINGAN_KOSONG[kunci as keyof SaringanOrmas]) kueri.set(kunci, nilai);
    }
    if (halaman > 1) kueri.set('halaman', String(halaman));
    const teks = kueri.toString();
    return teks === '' ? '/ormas' : `/ormas?${teks}`;
  },
  /** The list as a sheet, with the filters of the list. */
  ekspor(jenis: 'csv' | 'xlsx', saringan: Partial<SaringanOrmas> = {}): string {
    const daftar = jalurOrmas.daftar({ ...saringan, urut: SARINGAN_KOSONG.urut, arah: SARINGAN_KOSONG.arah });
    return daftar.replace(/^\/ormas/, `/ekspor/ormas.${jenis}`);
  },
  /** Where the search is sent: what was typed may be a number of a person. */
  cari: (): string => '/ormas/cari',
  rincian: (id: number): string => `/ormas/${id}`,
  /** As it stood on a day ('YYYY-MM-DD'). */
  pada: (id: number, hari: string): string => `/ormas/${id}?pada=${hari}`,
  kontak: (id: number): string => `/ormas/${id}/kontak`,
  konfirmasi: (id: number): string => `/ormas/${id}/konfirmasi`,
  serahDokumen: (id: number, jenis?: string): string =>
    `/ormas/${id}/dokumen/baru${jenis === undefined ? '' : `?jenis=${jenis}`}`,
  periksaDokumen: (id: number, dokumenId: number): string => `/ormas/${id}/dokumen/${dokumenId}`,
  /** The merging by which an entry came under another (module ganda). */
  gabungan: (id: number): string => `/ganda/catatan/${id}`,
  /** A merged entry as it stood, where its address leads to the other. */
  catatanAsli: (id: number): string => `/ormas/${id}?catatan=asli`,
  status: (id: number): string => `/ormas/${id}/status`,
  /** The form of standing, filled in with what a row of the log of sanctions calls for. */
  statusDariSanksi: (id: number, pembinaanId: number): string => `/ormas/${id}/status?sanksi=${pembinaanId}`,
  koreksiStatus: (id: number, riwayatId: number): string => `/ormas/${id}/status/${riwayatId}`,
  klaster: (id: number): string => `/ormas/${id}/klaster`,
  /** Requests for changes (module perubahan); `perihal` opens the form of that matter. */
  perubahan: (id: number): string => `/ormas/${id}/perubahan`,
  perubahanBaru: (id: number, perihal?: string): string =>
    `/ormas/${id}/perubahan/baru${perihal === undefined ? '' : `?perihal=${perihal}`}`,
  perubahanRinci: (perubahanId: number): string => `/perubahan/${perubahanId}`,
  /** The form by which it came into the register (module pendaftaran). */
  formulirPendaftaran: (pendaftaranId: number): string => `/pendaftaran/${pendaftaranId}/formulir`,
  /** Guidance and sanctions (module pembinaan); recommendations (module rekomendasi). */
  pembinaan: (id: number): string => `/ormas/${id}/pembinaan`,
  pembinaanBaru: (id: number, jenis?: string): string =>
    `/ormas/${id}/pembinaan/baru${jenis === undefined ? '' : `?jenis=${jenis}`}`,
  satuPembinaan: (id: number): string => `/pembinaan/${id}`,
  /** @param keadaan state to which the list is narrowed */
  rekomendasi: (id: number, keadaan = ''): string =>
    `/ormas/${id}/rekomendasi${keadaan === '' ? '' : `?keadaan=${keadaan}`}`,
  satuRekomendasi: (id: number): string => `/rekomendasi/${id}`,
  /** The activities of an ormas (module kegiatan). */
  kegiatan: (id: number): string => `/ormas/${id}/kegiatan`,
  /** Letters of existence (module surat). */
  satuKegiatan: (id: number): string => `/kegiatan/${id}`,
  satuSurat: (id: number): string => `/surat/${id}`,
  suratBaru: (ormasId: number): string => `/surat/baru?ormas=${ormasId}`,
  /** Field visits (module lapangan). */
  kunjungan: (id: number): string => `/ormas/${id}/kunjungan`,
  satuKunjungan: (id: number): string => `/kunjungan/${id}`,
  riwayat: (id: number, halaman: number): string => `/ormas/${id}?riwayat=${halaman}#riwayat`,
  surat: (id: number): string => `/surat?ormas=${id}`,
  /** One score, opened (module penilaian). */
  skor: (id: number, tahun: number): string => `/penilaian/${tahun}/ormas/${id}`,
  /** The page of one cluster (module dasbor). */
  klasterOpd: (kode: string): string => `/klaster/${kode}`,
};

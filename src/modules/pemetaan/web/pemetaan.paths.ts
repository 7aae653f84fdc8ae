import { type JenisRujukan } from '../pemetaan.types.js';

const AWAL = '/klaster/pemetaan';

/** Addresses of the pages on which the office keeps its clusters. */
export const jalurPemetaan = {
  daftar: (halaman = 1): string => `${AWAL}${halaman > 1 ? `?halaman=${halaman}` : ''}`,
  ubah: (bidangId: number, usul: { opd?: string; mulai?: string } = {}, halaman = 1): string => {
    const kueri = new URLSearchParams();
    if (usul.opd) kueri.set('opd', usul.opd);
    if (usul.mulai) kueri.set('mulai', usul.mulai);
    if (halaman > 1) kueri.set('halaman', String(halaman));
    return `${AWAL}/${bidangId}/ubah${kueri.size > 0 ? `?${kueri.toString()}` : ''}`;
  },
  perubahan: (id: number): string => `${AWAL}/perubahan/${id}`,
  batalkan: (id: number): string => `${AWAL}/perubahan/${id}/batalkan`,
  rujukan: (jenis: JenisRujukan): string => `${AWAL}/${jenis}`,
  benda: (jenis: JenisRujukan, id: number): string => `${AWAL}/${jenis}/${id}`,
  tindakan: (jenis: JenisRujukan, id: number, tindakan: 'kontak' | 'nama' | 'akhiri' | 'lanjutkan'): string =>
    `${AWAL}/${jenis}/${id}/${tindakan}`,
  /** Pages elsewhere. */
  ormas: (id: number): string => `/ormas/${id}`,
  klasterOpd: (kode: string): string => `/klaster/${kode}`,
  register: (bidang: string): string => `/ormas?bidang=${bidang}&status=ada`,
};

const kueri = (isi: Record<string, string>): string => {
  const teks = new URLSearchParams(isi).toString();
  return teks === '' ? '' : `?${teks}`;
};

/** Addresses of the pages of notices. */
export const jalurNotifikasi = {
  daftar: (halaman = 1): string => `/notifikasi${kueri(halaman > 1 ? { halaman: String(halaman) } : {})}`,
  baca: (id: number): string => `/notifikasi/${id}/baca`,
  bacaSemua: (): string => '/notifikasi/baca-semua',
  pilihan: (): string => '/notifikasi/pilihan',
  ormas: (tanpaAkun = false, halaman = 1): string =>
    `/notifikasi/ormas${kueri({ ...(tanpaAkun && { keadaan: 'tanpa-akun' }), ...(halaman > 1 && { halaman: String(halaman) }) })}`,
};

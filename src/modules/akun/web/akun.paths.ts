import { type SaringanAkun } from '../akun.types.js';

/** Addresses of the account pages. */
export const jalurAkun = {
  masuk: () => '/masuk',
  keluar: () => '/keluar',
  sesi: () => '/akun/sesi',
  akhiriSesi: (id: string) => `/akun/sesi/${id}/akhiri`,
  sandi: () => '/akun/sandi',
  tautan: (token: string) => `/tautan/${token}`,
  daftar: () => '/daftar',
  daftarTerkirim: () => '/daftar/terkirim',
  konfirmasi: (token: string) => `/daftar/konfirmasi/${token}`,
  calon(cari = '', halaman = 1): string {
    const kueri = new URLSearchParams(cari === '' ? {} : { cari });
    if (halaman > 1) kueri.set('halaman', String(halaman));
    const teks = kueri.toString();
    return teks === '' ? '/daftar/menunggu' : `/daftar/menunggu?${teks}`;
  },
  cariCalon: () => '/daftar/menunggu/cari',
  tautanCalon: (id: number) => `/daftar/menunggu/${id}/tautan`,
  hapusCalon: (id: number) => `/daftar/menunggu/${id}/hapus`,
  /** The list; what is as usual does not stand in the address. */
  pengguna(s: Partial<SaringanAkun> = {}, halaman = 1): string {
    const kueri = new URLSearchParams(Object.entries(s).filter(([, nilai]) => nilai !== ''));
    if (halaman > 1) kueri.set('halaman', String(halaman));
    const teks = kueri.toString();
    return teks === '' ? '/pengguna' : `/pengguna?${teks}`;
  },
  cariPengguna: () => '/pengguna/cari',
  aturAktif: (id: number) => `/pengguna/${id}/aktif`,
  tautanSandi: (id: number) => `/pengguna/${id}/tautan`,
};

/** Where to go after signing in: a path of this portal and nothing else (no open redirect). */
export function tujuanAman(kembali: string | undefined): string {
  if (!kembali || !/^\/(?![/\\])[\x20-\x7e]*$/.test(kembali) || kembali.startsWith('/masuk')) return '/';
  return kembali;
}

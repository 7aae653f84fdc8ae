/** Addresses of the account pages. */
export const jalurAkun = {
  masuk: () => '/masuk',
  keluar: () => '/keluar',
  sesi: () => '/akun/sesi',
  akhiriSesi: (id: string) => `/akun/sesi/${id}/akhiri`,
  sandi: () => '/akun/sandi',
  tautan: (token: string) => `/tautan/${token}`,
  pengguna: () => '/pengguna',
  aturAktif: (id: number) => `/pengguna/${id}/aktif`,
  tautanSandi: (id: number) => `/pengguna/${id}/tautan`,
};

/** Where to go after signing in: a path of this portal and nothing else (no open redirect). */
export function tujuanAman(kembali: string | undefined): string {
  if (!kembali || !/^\/(?![/\\])[\x20-\x7e]*$/.test(kembali) || kembali.startsWith('/masuk')) return '/';
  return kembali;
}

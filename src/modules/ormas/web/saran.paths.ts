/** Addresses of the suggestions for clusters. */
export const jalurSaran = {
  daftar: (halaman = 1): string => `/klaster/pemetaan/saran${halaman > 1 ? `?halaman=${halaman}` : ''}`,
};

/** Addresses of stored files, for every module that shows them. */
export const jalurBerkas = (id: string): string => `/berkas/${id}`;
/** The small picture of a photo, for lists. */
export const jalurBerkasKecil = (id: string): string => `/berkas/${id}?ukuran=kecil`;

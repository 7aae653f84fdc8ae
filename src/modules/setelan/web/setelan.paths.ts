/** Address of the page of settings. */
export const JALUR_SETELAN = '/setelan';
/** Address of the emblem in the letterhead (module surat). */
export const JALUR_LAMBANG = '/setelan/lambang';

/** Addresses of the days off. */
export const jalurLibur = {
  daftar: (tahun?: number) => `${JALUR_SETELAN}/hari-libur${tahun === undefined ? '' : `?tahun=${tahun}`}`,
  satu: (id: number) => `${JALUR_SETELAN}/hari-libur/${id}`,
};

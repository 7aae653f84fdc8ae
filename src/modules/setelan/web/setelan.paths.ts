/** Address of the page of settings. */
export const JALUR_SETELAN = '/setelan';

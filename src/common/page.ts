/**
 * One page of a list: `isi` at most `perHalaman` rows; `halaman` counts from 1; `jumlah` rows in all, or, with `lebih`,
 * those that can be turned to: there are more.
 */
export interface Halaman<T> {
  isi: T[];
  halaman: number;
  perHalaman: number;
  jumlah: number;
  lebih?: boolean;
}

/** Number of pages of a list (at least 1, so that an empty list still has a first page). */
export function jumlahHalaman(h: Pick<Halaman<unknown>, 'jumlah' | 'perHalaman'>): number {
  return Math.max(1, Math.ceil(h.jumlah / h.perHalaman));
}

/** The ormas of one page, and how many there are; with `lebih` more than `jumlah`. */
export interface PilahanOrmas {
  id: number[];
  jumlah: number;
  lebih: boolean;
}

/** Which page; `halaman` counts from 1. */
export interface Jendela {
  halaman: number;
  perHalaman: number;
}

/** The conditions of a list over `ormas o`, as one expression. */
export interface SyaratSql {
  sql: string;
  nilai: readonly unknown[];
}

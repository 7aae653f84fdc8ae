import { type Penanda } from './pdf.types.js';

export interface BagianPdf {
  pdf: Uint8Array;
  penanda: readonly Penanda[];
}

/** The line in the bottom margin: `kiri` at the left edge, the page number at the right. */
export interface OpsiNomor {
  /** Pages without the line, counted from 1 over the whole document (cover, dividers). */
  tanpa?: readonly number[];
  /** This many pages at the front are numbered i, ii, iii; the rest begins again at 1. Default 0. */
  romawi?: number;
  kiri?: string;
  /** Distance of the line from the lower edge of the paper, in millimetres; default 10. */
  bawah?: number;
  /** Distance from the left and right edges, in millimetres; default 20. */
  tepi?: number;
}

export interface OpsiGabung {
  judul: string;
  penulis?: string;
  subjek?: string;
  /** Stands in the file as its date of creation; the same input gives the same bytes. */
  dibuat: Date;
  /** Page numbers; without it none are written. */
  nomor?: OpsiNomor;
}

/** Links with this address become jumps to the heading of that id, in whichever chunk it stands. */
export const ALAMAT_TUJUAN = 'http://tuju.invalid/#';

/** Paper sizes in millimetres, portrait: [width, height]. F4 is the folio of Indonesian offices. */
export const KERTAS = { A4: [210, 297], F4: [215, 330] } as const;
export type Kertas = keyof typeof KERTAS;

/** Margins in millimetres. */
export interface Margin {
  atas: number;
  kanan: number;
  bawah: number;
  kiri: number;
}

/**
 * Files a document may use, by path. `aset.get('foto/1.jpg')` is what the document reads as
 * `http://aset.invalid/foto/1.jpg` (also as plain `foto/1.jpg`). The type follows from the extension.
 */
export type Aset = ReadonlyMap<string, Uint8Array>;

export interface PermintaanRender {
  /** A whole HTML document. Its scripts do not run, and it reaches nothing but `aset` and `data:`. */
  html: string;
  aset?: Aset;
  kertas: Kertas;
  margin: Margin;
  /** Lying paper; default false. */
  landscape?: boolean;
  /** Structure tags for screen readers; default true. */
  tagged?: boolean;
  /** Bookmarks made by Chromium from h1–h6; default true. `gabung` replaces them, so chunks may switch them off. */
  outline?: boolean;
  /** Templates of Chromium's own header and footer; default none. */
  header?: string;
  footer?: string;
  /** Limit for this render from its start, without its wait in the queue; default 60 s. */
  timeoutMs?: number;
}

/** A heading marked `data-penanda="judul" data-tingkat="1|2"` and where it stands in the PDF. */
export interface Penanda {
  /** The element's `id`, or one given to it; links of other chunks find it by this name. */
  id: string;
  judul: string;
  tingkat: number;
  /** Page within this PDF, from 1. */
  halaman: number;
  /** Height of the heading above the lower edge of its page, in points. */
  y: number;
}

export interface HasilRender {
  pdf: Uint8Array;
  /** Number of pages. */
  halaman: number;
  penanda: Penanda[];
  /** Addresses the document asked for and did not get, each once: a missing asset, or an attempt to reach out. */
  ditolak: string[];
}

export interface OpsiPdf {
  /** Path of the Chromium program. */
  chromium: string;
  /** A fresh browser after this many renders; default 100. */
  batasRender?: number;
  /** A fresh browser once its processes hold more than this, in bytes; default 700 MiB. */
  batasMemori?: number;
}

/** What the supervisor has seen since the process started. */
export interface MetrikPdf {
  renders: number;
  /** Browsers replaced, for whatever reason. */
  restarts: number;
  /** Highest memory of the browser's processes seen, in bytes; see `memoriGrup`. */
  puncakMemori: number;
  /** Process group of the running browser, or null. */
  pid: number | null;
}

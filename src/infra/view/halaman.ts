/**
 * What every page has around its own content. The middleware of the web process puts these fields into `res.locals`;
 * a page's presenter gives `judul` and may give the optional ones.
 */
export interface HalamanUmum {
  /** Title of the page, as in its heading; the layout adds the portal's name. */
  judul: string;
  /** Who is signed in; null for the public. */
  aktor: { id: number | null; nama: string; peran: string; peranSebutan: string } | null;
  /** The main navigation of the role, already filtered by its rights. */
  navigasi: { href: string; teks: string; aktif: boolean }[];
  /** Unread notices of who is signed in, `99+` at most; empty or absent when there are none. */
  belumDibaca?: string;
  /** CSRF token, sent by every form as `_csrf` (partial `formulir-awal`). */
  csrf: string;
  /** One-time messages of the act before. */
  kilat: Kilat[];
  /** `Kota Bogor`. */
  kota: string;
  /** `Badan Kesatuan Bangsa dan Politik`. */
  lembaga: string;
  /** One-time token, sent by every form as `_formulir`: sending twice has the effect of once. */
  tokenFormulir: string;
  /** How to reach the office, for the footer: plain text such as an e-mail address or opening hours. */
  kontak?: string;
  /** Seconds after which a page with running work reloads itself where there is no JavaScript. */
  muatUlang?: number | null;
}

export interface Kilat {
  jenis: 'berhasil' | 'peringatan' | 'galat';
  teks: string;
}

/** What the middleware gives: everything except what only the page itself knows. */
export type HalamanLokal = Omit<HalamanUmum, 'judul' | 'muatUlang'>;

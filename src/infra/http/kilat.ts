import { type Request } from 'express';
import type {} from 'express-session';
import { type Kilat } from '../view/halaman.js';

declare module 'express-session' {
  interface SessionData {
    kilat?: Kilat[];
  }
}

/** Leaves a message for the next page of this person ("Laporan terkirim."). */
export function kilat(req: Request, jenis: Kilat['jenis'], teks: string): void {
  (req.session.kilat ??= []).push({ jenis, teks });
}

/** Takes the waiting messages out of the session. */
export function ambilKilat(req: Request): Kilat[] {
  const pesan = req.session?.kilat ?? [];
  if (pesan.length > 0) delete req.session.kilat;
  return pesan;
}

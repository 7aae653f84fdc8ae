import { type Request, type Response } from 'express';

/** How long a copy of a page serves, in a browser and in between; after it the copy is asked about (304). */
const UMUR_S = 300;

/** Everybody may keep this answer: it is the same for everybody. */
export function bolehDisimpan(res: Response): void {
  res.setHeader('Cache-Control', `public, max-age=${UMUR_S}`);
}

/** Open data may be read by pages of others, too. */
export function terbukaBagiLaman(res: Response): void {
  res.setHeader('Access-Control-Allow-Origin', '*');
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

/**
 * Tells what a copy is known by, and ends the answer when the copy is still good (304).
 * @returns whether it was
 */
export function masihSama(req: Request, res: Response, tanda: string, diubah: Date | null): boolean {
  res.setHeader('ETag', `W/"${tanda}"`);
  if (diubah) res.setHeader('Last-Modified', diubah.toUTCString());
  if (!req.fresh) return false;
  res.status(304).end();
  return true;
}

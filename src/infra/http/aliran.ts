import { type Request, type Response } from 'express';
import { type PesanProgres } from '../view/bagian.js';

const JEDA_MS = 500;
/** A line that says nothing, so that a proxy does not take a quiet stream for a dead one. */
const DENYUT_MS = 15_000;
/** How soon a stream ends after its reader has signed out, or been shut out. */
const PERIKSA_SESI_MS = 5000;

/**
 * Streams how far a piece of long work is (server-sent events): looks twice a second while somebody listens, sends what
 * changed, and ends with the work, with its reader or the reader's session, or when `res` is ended from outside.
 * @param lihat reads the present state; when it fails the stream ends, and the browser comes back by itself
 */
export async function alirkan(res: Response, lihat: () => Promise<PesanProgres>): Promise<void> {
  let pesan = await lihat(); // before the first byte: who may not see it gets the page of an error
  // no-transform: a compressed stream would wait for its buffer to fill.
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
  });
  let bangun: () => void = () => undefined;
  res.on('close', () => bangun());
  let terakhir = '';
  let sunyi = 0;
  let sejakPeriksa = 0;
  while (!res.closed && !res.writableEnded) {
    const teks = JSON.stringify(pesan);
    sunyi = teks === terakhir ? sunyi + JEDA_MS : 0;
    if (sunyi === 0) res.write(`data: ${teks}\n\n`);
    else if (sunyi % DENYUT_MS === 0) res.write(': ada\n\n');
    terakhir = teks;
    if (pesan.tuntas) break;
    await new Promise<void>((lanjut) => {
      const jam = setTimeout(lanjut, JEDA_MS);
      bangun = () => {
        clearTimeout(jam);
        lanjut();
      };
    });
    if (res.closed || res.writableEnded) break;
    sejakPeriksa += JEDA_MS;
    try {
      if (sejakPeriksa % PERIKSA_SESI_MS === 0 && !(await masihMasuk(res.req))) break;
      pesan = await lihat();
    } catch {
      break;
    }
  }
  res.end();
}

/** Whether the session that opened the stream still lives, for the same person with the same role and scope. */
function masihMasuk(req: Request): Promise<boolean> {
  const semula = JSON.stringify(req.aktor);
  return new Promise((jawab) => {
    // Reading the session again sets `req.aktor` from its row, as at the start of every request.
    req.session.reload((galat: unknown) => jawab(!galat && JSON.stringify(req.aktor) === semula));
  });
}

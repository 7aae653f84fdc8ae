import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Response } from 'express';

const MIME = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * Sends a sheet as a download while it is made. When the reader goes, its source is destroyed; when the source fails,
 * the connection breaks, so that half a file does not look whole.
 * @param nama ASCII, without an ending
 */
export async function kirimLembar(res: Response, isi: Readable, nama: string, jenis: keyof typeof MIME): Promise<void> {
  res.setHeader('Content-Type', MIME[jenis]);
  res.setHeader('Content-Disposition', `attachment; filename="${nama}.${jenis}"`);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  try {
    await pipeline(isi, res);
  } catch (galat) {
    // The reader has left: nobody is there to be told, and nothing is wrong here.
    if (res.destroyed || res.writableEnded) return;
    throw galat;
  }
}

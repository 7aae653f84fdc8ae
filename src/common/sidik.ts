import { createHash } from 'node:crypto';

/** SHA-256 of text or bytes, in 64 lower-case hexadecimal digits. */
export function sha256(isi: string | Uint8Array): string {
  return createHash('sha256').update(isi).digest('hex');
}

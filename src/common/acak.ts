import { randomBytes } from 'node:crypto';

/** An unguessable identifier: `byte` random bytes (default 16 = 128 bits) as base64url without padding. */
export function acakToken(byte = 16): string {
  return randomBytes(byte).toString('base64url');
}

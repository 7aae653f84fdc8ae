import compression from 'compression';
import { type RequestHandler } from 'express';

/** Compresses answers as far as each browser can read it; what is smaller than a packet stays as it is. */
export function mampatkan(): RequestHandler {
  return compression({ threshold: 512 });
}

import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What a unit of work carries along without being passed by hand: the request's id for the log, and the one-time token
 * of the form that started it. `tokenFormulir` is undefined outside a form post (jobs, command line), null when a form
 * came without one. `akunId` is the account that is signed in, for what each may have only so much of at a time.
 */
export interface Konteks {
  idPermintaan?: string;
  akunId?: number | null;
  tokenFormulir?: string | null;
}

const penyimpan = new AsyncLocalStorage<Konteks>();

/** Runs `fn`, and all it awaits, with the given context. */
export function denganKonteks<T>(konteks: Konteks, fn: () => T): T {
  return penyimpan.run(konteks, fn);
}

/** The context of the present unit of work (empty outside one). */
export function konteksIni(): Konteks {
  return penyimpan.getStore() ?? {};
}

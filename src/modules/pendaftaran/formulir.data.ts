// The official form of a registration of existence, as data: the fields of the annex of Permendagri 33/2012 with those
// that cities ask today (members by sex and age), in pages short enough for a phone. A new
// version gets a new number; an application keeps the number of the form it was filled in with.

import { HALAMAN_ORGANISASI } from './formulir-organisasi.data.js';
import { HALAMAN_PENGURUS } from './formulir-pengurus.data.js';
import { type HalamanFormulir } from './formulir.types.js';

/** The version of the form that new applications are filled in with. */
export const VERSI_FORMULIR = '2026-1';

/** The pages in the order in which they are filled in. */
export const FORMULIR: readonly HalamanFormulir[] = [...HALAMAN_ORGANISASI, ...HALAMAN_PENGURUS];

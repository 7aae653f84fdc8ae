import { PERAN } from '../../../common/aktor.js';
import { KEADAAN_AKUN, type SaringanAkun } from '../akun.types.js';
import { jalurAkun } from './akun.paths.js';

const CARI_MAKS = 100;

/** Which accounts are shown, and which page of them. */
export interface LetakPengguna {
  saringan: SaringanAkun;
  halaman: number;
}

/** The list an address or a form asks for; values that no choice offers are left out. */
export function bacaLetak(kueri: Record<string, unknown>): LetakPengguna {
  const { cari, halaman } = kueri;
  return {
    saringan: {
      cari: typeof cari === 'string' ? cari.trim().slice(0, CARI_MAKS) : '',
      peran: PERAN.find((p) => p === kueri.peran) ?? '',
      keadaan: KEADAAN_AKUN.find((k) => k === kueri.keadaan) ?? '',
    },
    halaman: typeof halaman === 'string' && /^[1-9]\d{0,4}$/.test(halaman) ? Number(halaman) : 1,
  };
}

/** The list from which an act was sent, out of the hidden field of its form; any other address is the whole list. */
export function letakAsal(asal: unknown, jalur = jalurAkun.pengguna()): LetakPengguna {
  const kueri = typeof asal === 'string' && asal.startsWith(`${jalur}?`) ? asal.split('?')[1] : '';
  return bacaLetak(Object.fromEntries(new URLSearchParams(kueri)));
}

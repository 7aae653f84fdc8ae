import { type Aktor } from '../../common/aktor.js';

/** Accounts are made, changed and switched off by the admin only. */
export function bolehKelolaAkun(aktor: Aktor): boolean {
  return aktor.peran === 'admin' || aktor.peran === 'sistem';
}

/** A link to confirm an e-mail is handed over, where no mail is sent, by those who meet applicants; they also remove who is none. */
export function bolehSerahkanTautan(aktor: Aktor): boolean {
  return aktor.peran === 'admin' || aktor.peran === 'petugas';
}

/** Everyone may see and end the sessions of their own account; nobody those of another. */
export function bolehKelolaSesi(aktor: Aktor, sesi: { akunId: number | null }): boolean {
  return aktor.id !== null && aktor.id === sesi.akunId;
}

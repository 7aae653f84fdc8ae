import { type Aktor } from '../../common/aktor.js';

/** Everyone reads the notices of the own account and nobody those of another. */
export function bolehBacaNotifikasi(aktor: Aktor | null, n: { akunId: number }): boolean {
  return aktor !== null && aktor.id !== null && aktor.id === n.akunId;
}

/** What was told to the ormas, with the text to pass on and the number to pass it to: those who speak with them. */
export function bolehLihatKabarOrmas(aktor: Aktor | null): boolean {
  return aktor?.peran === 'petugas' || aktor?.peran === 'kabid';
}

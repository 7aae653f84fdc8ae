import { type Aktor } from '../../common/aktor.js';

/** What was told to the ormas, with the text to pass on and the number to pass it to: those who speak with them. */
export function bolehLihatKabarOrmas(aktor: Aktor | null): boolean {
  return aktor?.peran === 'petugas' || aktor?.peran === 'kabid';
}

/**
 * The text of a notice ready for WhatsApp: whoever may see the phone number it is for, so the office's people who speak
 * with ormas, and the ormas itself.
 */
export function bolehSalin(aktor: Aktor | null): boolean {
  return bolehLihatKabarOrmas(aktor) || aktor?.peran === 'sekretaris';
}

import { type Aktor, PERAN_KANTOR } from '../../common/aktor.js';

/** How a decision on the mapping stands on a day. */
export const KEADAAN_PEMETAAN = ['direncanakan', 'berlaku', 'lampau', 'dibatalkan', 'diganti'] as const;
export type KeadaanPemetaan = (typeof KEADAAN_PEMETAAN)[number];

/** What may be done with a decision: read it, cancel it before its day, reverse it by a new one. */
export type AksiPemetaan = 'lihat' | 'batalkan' | 'balikkan';

/** The lists of OPD and bidang and who guides which: the office. */
export function bolehLihatPemetaan(aktor: Aktor | null): boolean {
  return aktor !== null && PERAN_KANTOR.includes(aktor.peran);
}

/** Changing them moves ormas from the sight of one OPD into that of another: admin and the head of division. */
export function bolehUbahPemetaan(aktor: Aktor | null): boolean {
  return aktor?.peran === 'admin' || aktor?.peran === 'kabid';
}

/** What holds is undone only by a decision that follows; what has not begun is cancelled. */
export function bolehPemetaan(aktor: Aktor | null, aksi: AksiPemetaan, keadaan: KeadaanPemetaan): boolean {
  if (aksi === 'lihat') return bolehLihatPemetaan(aktor);
  return bolehUbahPemetaan(aktor) && keadaan === (aksi === 'batalkan' ? 'direncanakan' : 'berlaku');
}

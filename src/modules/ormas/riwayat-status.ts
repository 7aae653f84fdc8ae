import { type EntityManager } from 'typeorm';
import { type Sisipan, sisipBeriringan } from '../../infra/database/sisip.js';
import { type StatusOrmas } from './ormas.types.js';

// The dated history of standing in the register (`riwayat_status_ormas`). Each row says from which day a status holds
// (by the decision, the deed, the register) and when the portal was told. Rows are only added, so that what held on any
// day can be read at any time; `ormas.status` repeats what holds today.

/** One fact of the history. `berlaku` 'YYYY-MM-DD'; null, in a first row only: since an unknown day. */
export interface StatusBerlaku {
  ormasId: number;
  status: StatusOrmas;
  berlaku: string | null;
  alasan: string | null;
  akunId: number | null;
  dicatat: Date;
}

/** SQL: ormas `o` stands in the register today. Those revoked or dissolved are history. */
export const MASIH_ADA = "o.status IN ('terdaftar', 'dibekukan')";

/**
 * SQL: ormas `o` stood in the register at the end of a day, by everything recorded until now. One parameter: the day.
 * Of two facts of one day the one recorded later holds.
 */
export const ADA_PADA = `(SELECT r.status FROM riwayat_status_ormas r
  WHERE r.ormas_id = o.id AND (r.berlaku_dari IS NULL OR r.berlaku_dari <= ?)
  ORDER BY r.berlaku_dari DESC, r.id DESC LIMIT 1) IN ('terdaftar', 'dibekukan')`;

/** Adds facts to the history. The caller holds the ormas and keeps `ormas.status`. */
export async function catatStatus(em: EntityManager, fakta: readonly StatusBerlaku[]): Promise<void> {
  await sisipBeriringan(em, [sisipanStatus(fakta)]);
}

/** What `catatStatus` writes, for who writes more with it. */
export const sisipanStatus = (fakta: readonly StatusBerlaku[]): Sisipan => ({
  tabel: 'riwayat_status_ormas',
  kolom: ['ormas_id', 'status', 'berlaku_dari', 'alasan', 'akun_id', 'dicatat_pada'],
  baris: () => fakta.map((f) => [f.ormasId, f.status, f.berlaku, f.alasan, f.akunId, f.dicatat]),
});

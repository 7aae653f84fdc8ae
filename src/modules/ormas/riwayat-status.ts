import { type DataSource, type EntityManager } from 'typeorm';
import { type Sisipan, sisipBeriringan } from '../../infra/database/sisip.js';
import { type BarisStatus } from './koreksi-status.js';
import { type StatusOrmas } from './ormas.types.js';

// The dated history of standing in the register (`riwayat_status_ormas`). Each row says from which day a status holds
// (by the decision, the deed, the register) and when the portal was told. Rows are only added, so that what held on any
// day can be read at any time; one that was wrong is cancelled by a later row. `ormas.status` repeats what holds today.

/** One fact of the history. `berlaku` 'YYYY-MM-DD'; null, in a first row only: since an unknown day. */
export interface StatusBerlaku {
  ormasId: number;
  /** null: the row cancels another and says nothing in its place. */
  status: StatusOrmas | null;
  berlaku: string | null;
  alasan: string | null;
  /** The row that this one cancels. */
  membatalkanId?: number;
  akunId: number | null;
  dicatat: Date;
}

/** SQL: ormas `o` stands in the register today. Those revoked or dissolved are history. */
export const MASIH_ADA = "o.status IN ('terdaftar', 'dibekukan')";

/** SQL: `o` is an entry of its own, whatever its standing: not one that was merged into another. */
export const BUKAN_GABUNGAN = "o.status <> 'digabung'";

/** `MASIH_ADA` of a status that was read. */
export const masihAda = (status: StatusOrmas): boolean => status === 'terdaftar' || status === 'dibekukan';

/**
 * SQL: the status of ormas `o` at the end of a day, by everything recorded until now and not cancelled. One parameter:
 * the day. Of two facts of one day the one recorded later holds; null before the first of them.
 */
export const STATUS_PADA = `(SELECT r.status FROM riwayat_status_ormas r
  WHERE r.ormas_id = o.id AND (r.berlaku_dari IS NULL OR r.berlaku_dari <= ?) AND r.status IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM riwayat_status_ormas b WHERE b.membatalkan_id = r.id)
  ORDER BY r.berlaku_dari DESC, r.id DESC LIMIT 1)`;

/** SQL: the day from which ormas `o` has the status that it has today; null when nobody knows it. */
export const STATUS_SEJAK = `(SELECT r.berlaku_dari FROM riwayat_status_ormas r
  WHERE r.ormas_id = o.id AND r.status = o.status
    AND NOT EXISTS (SELECT 1 FROM riwayat_status_ormas b WHERE b.membatalkan_id = r.id)
  ORDER BY r.berlaku_dari DESC, r.id DESC LIMIT 1)`;

/** SQL: ormas `o` stood in the register at the end of a day. One parameter: the day. */
export const ADA_PADA = `${STATUS_PADA} IN ('terdaftar', 'dibekukan')`;

/** The history of one ormas, oldest first, also what was cancelled. */
export async function bacaRiwayatStatus(
  db: Pick<DataSource | EntityManager, 'query'>,
  ormasId: number,
): Promise<BarisStatus[]> {
  return db.query<BarisStatus[]>(
    `SELECT r.id, r.status, r.berlaku_dari AS berlaku, r.alasan, r.dicatat_pada AS dicatat,
       a.nama AS oleh, r.membatalkan_id AS membatalkanId, b.id AS dibatalkanOleh
     FROM riwayat_status_ormas r LEFT JOIN riwayat_status_ormas b ON b.membatalkan_id = r.id
       LEFT JOIN akun a ON a.id = r.akun_id
     WHERE r.ormas_id = ? ORDER BY r.berlaku_dari, r.id`,
    [ormasId],
  );
}

/** Adds facts to the history. The caller holds the ormas and keeps `ormas.status`. */
export async function catatStatus(em: EntityManager, fakta: readonly StatusBerlaku[]): Promise<void> {
  await sisipBeriringan(em, [sisipanStatus(fakta)]);
}

/** What `catatStatus` writes, for who writes more with it. */
export const sisipanStatus = (fakta: readonly StatusBerlaku[]): Sisipan => ({
  tabel: 'riwayat_status_ormas',
  kolom: ['ormas_id', 'status', 'berlaku_dari', 'alasan', 'membatalkan_id', 'akun_id', 'dicatat_pada'],
  baris: () =>
    fakta.map((f) => [f.ormasId, f.status, f.berlaku, f.alasan, f.membatalkanId ?? null, f.akunId, f.dicatat]),
});

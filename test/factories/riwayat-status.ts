/** Begins the history of standing of every ormas that was put into the table directly. */
export const SQL_RIWAYAT_STATUS = `INSERT INTO riwayat_status_ormas (ormas_id, status, berlaku_dari, dicatat_pada)
  SELECT o.id, o.status, o.terdaftar_pada, o.dibuat_pada FROM ormas o
  WHERE NOT EXISTS (SELECT 1 FROM riwayat_status_ormas r WHERE r.ormas_id = o.id)`;

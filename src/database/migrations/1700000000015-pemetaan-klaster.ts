import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** OPD and bidang kept by the office, with their names over time; changes of who guides which bidang; the purpose of an ormas. */
export class PemetaanKlaster1700000000015 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABEL: Pernyataan[] = [
  { tabel: 'opd', kolom: 'kontak', sql: 'ALTER TABLE opd ADD COLUMN kontak VARCHAR(300) NULL' },
  { tabel: 'opd', kolom: 'versi', sql: 'ALTER TABLE opd ADD COLUMN versi INT UNSIGNED NOT NULL DEFAULT 1' },
  // 2022: from when the default list holds.
  {
    tabel: 'bidang',
    kolom: 'berlaku_dari',
    sql: "ALTER TABLE bidang ADD COLUMN berlaku_dari DATE NOT NULL DEFAULT '2022-01-01'",
  },
  { tabel: 'bidang', kolom: 'berlaku_sampai', sql: 'ALTER TABLE bidang ADD COLUMN berlaku_sampai DATE NULL' },
  { tabel: 'bidang', kolom: 'versi', sql: 'ALTER TABLE bidang ADD COLUMN versi INT UNSIGNED NOT NULL DEFAULT 1' },
  // Why the OPD of a bidang changed on `berlaku_dari`; null: as the default list has it.
  { tabel: 'bidang_opd', kolom: 'alasan', sql: 'ALTER TABLE bidang_opd ADD COLUMN alasan VARCHAR(1000) NULL' },
  { tabel: 'ormas', kolom: 'tujuan', sql: 'ALTER TABLE ormas ADD COLUMN tujuan VARCHAR(3000) NULL' },

  // From when an OPD (or a bidang) bears a name. `opd.nama` and `bidang.nama` repeat the newest. Exactly one of the two is
  // named; a thing that was never renamed has no row.
  `CREATE TABLE IF NOT EXISTS riwayat_nama (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    opd_id INT UNSIGNED NULL,
    bidang_id INT UNSIGNED NULL,
    nama VARCHAR(120) NOT NULL,
    nama_lengkap VARCHAR(200) NOT NULL,
    berlaku_dari DATE NOT NULL,
    alasan VARCHAR(1000) NULL,
    akun_id INT UNSIGNED NULL,
    dicatat_pada DATETIME(3) NOT NULL,
    UNIQUE KEY uk_riwayat_nama_opd (opd_id, berlaku_dari),
    UNIQUE KEY uk_riwayat_nama_bidang (bidang_id, berlaku_dari),
    CONSTRAINT fk_riwayat_nama_opd FOREIGN KEY (opd_id) REFERENCES opd (id),
    CONSTRAINT fk_riwayat_nama_bidang FOREIGN KEY (bidang_id) REFERENCES bidang (id),
    CONSTRAINT ck_riwayat_nama_benda CHECK ((opd_id IS NOT NULL) + (bidang_id IS NOT NULL) = 1)
  ) ${AKHIR}`,

  // Each decision on who guides a bidang, also those that were cancelled before their day or replaced on it: what holds
  // stands in bidang_opd alone. `pindah` and `tetap` are how many ormas it moved and left, as the preview said.
  `CREATE TABLE IF NOT EXISTS perubahan_pemetaan (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    bidang_id INT UNSIGNED NOT NULL,
    opd_lama_id INT UNSIGNED NOT NULL,
    opd_baru_id INT UNSIGNED NOT NULL,
    berlaku_dari DATE NOT NULL,
    alasan VARCHAR(1000) NOT NULL,
    pindah INT UNSIGNED NOT NULL,
    tetap INT UNSIGNED NOT NULL,
    status VARCHAR(12) NOT NULL DEFAULT 'ditetapkan',
    dibuat_oleh INT UNSIGNED NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    alasan_batal VARCHAR(1000) NULL,
    dibatalkan_oleh INT UNSIGNED NULL,
    dibatalkan_pada DATETIME(3) NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    KEY ix_perubahan_pemetaan_bidang (bidang_id, berlaku_dari),
    KEY ix_perubahan_pemetaan_lama (opd_lama_id),
    KEY ix_perubahan_pemetaan_baru (opd_baru_id),
    KEY ix_perubahan_pemetaan_pembuat (dibuat_oleh),
    KEY ix_perubahan_pemetaan_pembatal (dibatalkan_oleh),
    CONSTRAINT fk_perubahan_pemetaan_bidang FOREIGN KEY (bidang_id) REFERENCES bidang (id),
    CONSTRAINT fk_perubahan_pemetaan_lama FOREIGN KEY (opd_lama_id) REFERENCES opd (id),
    CONSTRAINT fk_perubahan_pemetaan_baru FOREIGN KEY (opd_baru_id) REFERENCES opd (id),
    CONSTRAINT fk_perubahan_pemetaan_pembuat FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT fk_perubahan_pemetaan_pembatal FOREIGN KEY (dibatalkan_oleh) REFERENCES akun (id),
    CONSTRAINT ck_perubahan_pemetaan_beda CHECK (opd_lama_id <> opd_baru_id),
    CONSTRAINT ck_perubahan_pemetaan_status CHECK (status IN ('ditetapkan', 'dibatalkan', 'diganti')),
    CONSTRAINT ck_perubahan_pemetaan_batal CHECK (status <> 'dibatalkan' OR (alasan_batal IS NOT NULL AND dibatalkan_pada IS NOT NULL))
  ) ${AKHIR}`,

  // Up to which day the copies in ormas.opd_id are those of the mapping: one row, moved forward by the first to come.
  `CREATE TABLE IF NOT EXISTS pemetaan_hari (
    satu TINYINT UNSIGNED NOT NULL PRIMARY KEY,
    hari DATE NOT NULL
  ) ${AKHIR}`,
  "INSERT INTO pemetaan_hari (satu, hari) VALUES (1, '2022-01-01') ON DUPLICATE KEY UPDATE hari = hari",
];

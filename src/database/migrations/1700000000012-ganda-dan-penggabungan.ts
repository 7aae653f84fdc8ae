import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { kunciAlamat } from '../../common/kunci-alamat.js';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Keys by which duplicates are found, suspected pairs, and merged entries of the register with what was moved. */
export class GandaDanPenggabungan1700000000012 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
    await isiAlamat(q);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABEL: Pernyataan[] = [
  // `digabung_ke`: the entry that holds in place of this one. The register's row says it, and not only the merging, so
  // that the indexes of the lists leave it out by the status alone.
  {
    tabel: 'ormas',
    kendala: 'ck_ormas_digabung',
    sql: `ALTER TABLE ormas
      ADD COLUMN alamat_kunci CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER rw,
      ADD COLUMN digabung_ke INT UNSIGNED NULL AFTER iko_sementara,
      ADD KEY ix_ormas_alamat_kunci (alamat_kunci),
      ADD KEY ix_ormas_nama_normal (kelurahan_id, nama_normal),
      ADD KEY ix_ormas_digabung_ke (digabung_ke),
      DROP CONSTRAINT ck_ormas_status,
      ADD CONSTRAINT ck_ormas_status_kini CHECK (status IN ('terdaftar', 'dibekukan', 'dicabut', 'bubar', 'digabung')),
      ADD CONSTRAINT ck_ormas_digabung CHECK ((status = 'digabung') = (digabung_ke IS NOT NULL))`,
  },
  {
    tabel: 'ormas',
    kendala: 'fk_ormas_digabung_ke',
    sql: 'ALTER TABLE ormas ADD CONSTRAINT fk_ormas_digabung_ke FOREIGN KEY (digabung_ke) REFERENCES ormas (id)',
  },

  // Two entries that may be one, found by the worker; ormas_a is the smaller id. `sebab` are codes with commas around
  // them. What was decided stays, also when the reasons have gone.
  `CREATE TABLE IF NOT EXISTS pasangan_kembar (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_a INT UNSIGNED NOT NULL,
    ormas_b INT UNSIGNED NOT NULL,
    sebab VARCHAR(120) NOT NULL,
    kekuatan SMALLINT UNSIGNED NOT NULL,
    status VARCHAR(20) NOT NULL,
    alasan VARCHAR(500) NULL,
    diputuskan_oleh INT UNSIGNED NULL,
    diputuskan_pada DATETIME(3) NULL,
    ditemukan_pada DATETIME(3) NOT NULL,
    terlihat_pada DATETIME(3) NOT NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY uk_pasangan_kembar (ormas_a, ormas_b),
    KEY ix_pasangan_kembar_b (ormas_b),
    KEY ix_pasangan_kembar_daftar (status, kekuatan, id),
    KEY ix_pasangan_kembar_oleh (diputuskan_oleh),
    CONSTRAINT fk_pasangan_kembar_a FOREIGN KEY (ormas_a) REFERENCES ormas (id),
    CONSTRAINT fk_pasangan_kembar_b FOREIGN KEY (ormas_b) REFERENCES ormas (id),
    CONSTRAINT fk_pasangan_kembar_oleh FOREIGN KEY (diputuskan_oleh) REFERENCES akun (id),
    CONSTRAINT ck_pasangan_kembar_urut CHECK (ormas_a < ormas_b),
    CONSTRAINT ck_pasangan_kembar_status CHECK (status IN ('dugaan', 'bukan-kembaran')),
    CONSTRAINT ck_pasangan_kembar_alasan CHECK (status = 'dugaan' OR alasan IS NOT NULL)
  ) ${AKHIR}`,

  // One entry of the register put under another. `keadaan_lama` (JSON as text): what the acts on both rows replaced, so
  // that it can be put back; `tertutup`: ids of the years that were closed then.
  `CREATE TABLE IF NOT EXISTS penggabungan (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    asal_id INT UNSIGNED NOT NULL,
    tujuan_id INT UNSIGNED NOT NULL,
    alasan VARCHAR(500) NOT NULL,
    keadaan_lama MEDIUMTEXT NOT NULL,
    tertutup TEXT NOT NULL,
    dibuat_oleh INT UNSIGNED NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    dibatalkan_oleh INT UNSIGNED NULL,
    dibatalkan_pada DATETIME(3) NULL,
    alasan_batal VARCHAR(500) NULL,
    hasil_batal TEXT NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    berlaku TINYINT UNSIGNED GENERATED ALWAYS AS (CASE WHEN dibatalkan_pada IS NULL THEN 1 END) STORED,
    UNIQUE KEY uk_penggabungan_berlaku (asal_id, berlaku),
    KEY ix_penggabungan_tujuan (tujuan_id),
    KEY ix_penggabungan_dibuat_oleh (dibuat_oleh),
    KEY ix_penggabungan_dibatalkan_oleh (dibatalkan_oleh),
    CONSTRAINT fk_penggabungan_asal FOREIGN KEY (asal_id) REFERENCES ormas (id),
    CONSTRAINT fk_penggabungan_tujuan FOREIGN KEY (tujuan_id) REFERENCES ormas (id),
    CONSTRAINT fk_penggabungan_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT fk_penggabungan_dibatalkan_oleh FOREIGN KEY (dibatalkan_oleh) REFERENCES akun (id),
    CONSTRAINT ck_penggabungan_dua CHECK (asal_id <> tujuan_id),
    CONSTRAINT ck_penggabungan_batal CHECK ((dibatalkan_pada IS NULL) = (alasan_batal IS NULL))
  ) ${AKHIR}`,

  // Which rows of which table were put under the other entry: what an undoing takes back, and nothing else.
  `CREATE TABLE IF NOT EXISTS penggabungan_baris (
    penggabungan_id INT UNSIGNED NOT NULL,
    tabel VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    baris_id VARCHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (penggabungan_id, tabel, baris_id),
    CONSTRAINT fk_penggabungan_baris FOREIGN KEY (penggabungan_id) REFERENCES penggabungan (id)
  ) ${AKHIR}`,
];

const SEKALI = 2000;

/** Gives the ormas that were there before the key of their address. */
async function isiAlamat(q: QueryRunner): Promise<void> {
  for (let sesudah = 0; ;) {
    const baris = (await q.query(
      `SELECT id, alamat, kelurahan_id AS kelurahanId FROM ormas WHERE id > ? ORDER BY id LIMIT ${SEKALI}`,
      [sesudah],
    )) as { id: number; alamat: string; kelurahanId: number | null }[];
    const akhir = baris.at(-1);
    if (!akhir) return;
    const kunci = baris.flatMap((b) => {
      const k = kunciAlamat(b.alamat, b.kelurahanId);
      return k === null ? [] : [[b.id, k]];
    });
    if (kunci.length > 0)
      await q.query(
        `UPDATE ormas o JOIN JSON_TABLE(?, '$[*]' COLUMNS (id INT UNSIGNED PATH '$[0]', kunci CHAR(16) PATH '$[1]')) k
           ON k.id = o.id SET o.alamat_kunci = k.kunci`,
        [JSON.stringify(kunci)],
      );
    sesudah = akhir.id;
  }
}

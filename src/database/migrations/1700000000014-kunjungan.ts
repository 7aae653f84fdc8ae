import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Field visits: the plan, the record being written, its photos, and the records that were signed off. */
export class Kunjungan1700000000014 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const BERKAS = 'CHAR(22) CHARACTER SET ascii COLLATE ascii_bin';
/** An hour of the office clock, 'HH:MM'. */
const JAM = 'CHAR(5) CHARACTER SET ascii COLLATE ascii_bin';

const TABEL: Pernyataan[] = [
  // A visit to an ormas, or to an application that is examined: that one gets its ormas when it is registered. The plan
  // stands first, then what is written on the spot (`periksa` is JSON), then what the ormas said of it in the portal.
  `CREATE TABLE IF NOT EXISTS kunjungan (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NULL,
    pendaftaran_id INT UNSIGNED NULL,
    tujuan VARCHAR(30) NOT NULL,
    tanggal DATE NOT NULL,
    jam ${JAM} NULL,
    tempat VARCHAR(300) NOT NULL,
    kelurahan_id INT UNSIGNED NULL,
    bekal VARCHAR(1000) NOT NULL DEFAULT '',
    status VARCHAR(20) NOT NULL,
    alasan VARCHAR(500) NULL,
    tanggal_nyata DATE NULL,
    mulai ${JAM} NULL,
    selesai ${JAM} NULL,
    ditemui TINYINT(1) NULL,
    penerima_nama VARCHAR(160) NOT NULL DEFAULT '',
    penerima_jabatan VARCHAR(120) NOT NULL DEFAULT '',
    periksa TEXT NOT NULL,
    temuan TEXT NOT NULL,
    rekomendasi TEXT NOT NULL,
    sikap VARCHAR(20) NULL,
    kata_ormas VARCHAR(1000) NOT NULL DEFAULT '',
    jawab_sikap VARCHAR(20) NULL,
    jawab_kata VARCHAR(1000) NOT NULL DEFAULT '',
    jawab_pada DATETIME(3) NULL,
    jawab_oleh INT UNSIGNED NULL,
    selesai_pada DATETIME(3) NULL,
    dibuat_oleh INT UNSIGNED NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    diubah_pada DATETIME(3) NOT NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    KEY ix_kunjungan_ormas (ormas_id, status, tanggal_nyata),
    KEY ix_kunjungan_pendaftaran (pendaftaran_id),
    KEY ix_kunjungan_status (status, tanggal),
    KEY ix_kunjungan_kelurahan (kelurahan_id, tanggal),
    KEY ix_kunjungan_jawab_oleh (jawab_oleh),
    KEY ix_kunjungan_dibuat_oleh (dibuat_oleh),
    CONSTRAINT fk_kunjungan_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_kunjungan_pendaftaran FOREIGN KEY (pendaftaran_id) REFERENCES pendaftaran (id),
    CONSTRAINT fk_kunjungan_kelurahan FOREIGN KEY (kelurahan_id) REFERENCES kelurahan (id),
    CONSTRAINT fk_kunjungan_jawab_oleh FOREIGN KEY (jawab_oleh) REFERENCES akun (id),
    CONSTRAINT fk_kunjungan_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT ck_kunjungan_sasaran CHECK (ormas_id IS NOT NULL OR pendaftaran_id IS NOT NULL),
    CONSTRAINT ck_kunjungan_status CHECK (status IN ('direncanakan', 'dilaksanakan', 'selesai', 'dibatalkan')),
    CONSTRAINT ck_kunjungan_tujuan CHECK (tujuan IN ('verifikasi', 'pemutakhiran', 'pembinaan', 'penilaian')),
    CONSTRAINT ck_kunjungan_sikap CHECK (sikap IN ('setuju', 'tidak-setuju', 'belum')),
    CONSTRAINT ck_kunjungan_jawab CHECK ((jawab_sikap IS NULL) = (jawab_pada IS NULL)),
    CONSTRAINT ck_kunjungan_jam CHECK (mulai IS NULL OR selesai IS NULL OR mulai <= selesai),
    CONSTRAINT ck_kunjungan_selesai CHECK
      (status <> 'selesai' OR (tanggal_nyata IS NOT NULL AND ditemui IS NOT NULL AND sikap IS NOT NULL AND selesai_pada IS NOT NULL)),
    CONSTRAINT ck_kunjungan_batal CHECK (status <> 'dibatalkan' OR alasan IS NOT NULL)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS kunjungan_petugas (
    kunjungan_id INT UNSIGNED NOT NULL,
    akun_id INT UNSIGNED NOT NULL,
    PRIMARY KEY (kunjungan_id, akun_id),
    KEY ix_kunjungan_petugas_akun (akun_id, kunjungan_id),
    CONSTRAINT fk_kunjungan_petugas_kunjungan FOREIGN KEY (kunjungan_id) REFERENCES kunjungan (id),
    CONSTRAINT fk_kunjungan_petugas_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
  ) ${AKHIR}`,

  // A photo that was taken off keeps its row: a record that was signed off before may show it.
  `CREATE TABLE IF NOT EXISTS kunjungan_foto (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kunjungan_id INT UNSIGNED NOT NULL,
    berkas_id ${BERKAS} NOT NULL,
    keterangan VARCHAR(300) NOT NULL DEFAULT '',
    dilepas_pada DATETIME(3) NULL,
    KEY ix_kunjungan_foto_kunjungan (kunjungan_id, id),
    KEY ix_kunjungan_foto_berkas (berkas_id),
    CONSTRAINT fk_kunjungan_foto_kunjungan FOREIGN KEY (kunjungan_id) REFERENCES kunjungan (id),
    CONSTRAINT fk_kunjungan_foto_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS berita_acara_nomor (
    tahun SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
    terakhir INT UNSIGNED NOT NULL
  ) ${AKHIR}`,

  // What was signed off stands in isi and is never changed. One whose visit was opened again has `dicabut_pada`.
  `CREATE TABLE IF NOT EXISTS berita_acara (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kunjungan_id INT UNSIGNED NOT NULL,
    nomor VARCHAR(20) NOT NULL,
    isi MEDIUMTEXT NOT NULL,
    dibuat_oleh INT UNSIGNED NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    dicabut_pada DATETIME(3) NULL,
    dokumen VARCHAR(20) NOT NULL,
    berkas_id ${BERKAS} NULL,
    galat VARCHAR(300) NULL,
    ulangan INT UNSIGNED NOT NULL DEFAULT 0,
    UNIQUE KEY uk_berita_acara_nomor (nomor),
    KEY ix_berita_acara_kunjungan (kunjungan_id, id),
    KEY ix_berita_acara_berkas (berkas_id),
    KEY ix_berita_acara_dibuat_oleh (dibuat_oleh),
    CONSTRAINT fk_berita_acara_kunjungan FOREIGN KEY (kunjungan_id) REFERENCES kunjungan (id),
    CONSTRAINT fk_berita_acara_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
    CONSTRAINT fk_berita_acara_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT ck_berita_acara_dokumen CHECK (dokumen IN ('menunggu', 'selesai', 'gagal'))
  ) ${AKHIR}`,
];

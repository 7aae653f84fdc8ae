import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Holidays, letters of existence with their numbers, visits with their findings, and the check code of a report. */
export class SuratDanLapangan1700000000008 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KODE = 'CHAR(16) CHARACTER SET ascii COLLATE ascii_bin';

const TABEL: Pernyataan[] = [
  // A day is never deleted: one that turns out to be worked has berlaku = 0, so that loading the reference data again
  // does not bring it back.
  `CREATE TABLE IF NOT EXISTS hari_libur (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tanggal DATE NOT NULL,
    nama VARCHAR(160) NOT NULL,
    jenis VARCHAR(20) NOT NULL,
    kepastian VARCHAR(20) NOT NULL,
    dasar VARCHAR(200) NOT NULL DEFAULT '',
    berlaku TINYINT(1) NOT NULL DEFAULT 1,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY uk_hari_libur_tanggal (tanggal),
    CONSTRAINT ck_hari_libur_jenis CHECK (jenis IN ('nasional', 'cuti-bersama', 'setempat')),
    CONSTRAINT ck_hari_libur_kepastian CHECK (kepastian IN ('ketetapan', 'perkiraan')),
    CONSTRAINT ck_hari_libur_nama CHECK (CHAR_LENGTH(nama) > 0)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS surat_nomor (
    tahun SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
    terakhir INT UNSIGNED NOT NULL
  ) ${AKHIR}`,

  // What is printed stands in isi and is never changed; what happens to the letter afterwards stands beside it.
  `CREATE TABLE IF NOT EXISTS surat (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NOT NULL,
    tahun SMALLINT UNSIGNED NOT NULL,
    urut INT UNSIGNED NOT NULL,
    nomor VARCHAR(80) NOT NULL,
    kode ${KODE} NOT NULL,
    terbit DATE NOT NULL,
    berlaku_sampai DATE NOT NULL,
    isi TEXT NOT NULL,
    status VARCHAR(20) NOT NULL,
    menggantikan_id INT UNSIGNED NULL,
    alasan_terbit VARCHAR(300) NULL,
    dicabut_pada DATE NULL,
    alasan_cabut VARCHAR(500) NULL,
    dokumen VARCHAR(20) NOT NULL,
    berkas_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NULL,
    galat VARCHAR(300) NULL,
    ulangan INT UNSIGNED NOT NULL DEFAULT 0,
    dibuat_oleh INT UNSIGNED NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY uk_surat_urut (tahun, urut),
    UNIQUE KEY uk_surat_nomor (nomor),
    UNIQUE KEY uk_surat_kode (kode),
    UNIQUE KEY uk_surat_menggantikan (menggantikan_id),
    KEY ix_surat_ormas (ormas_id, id),
    KEY ix_surat_berakhir (status, berlaku_sampai),
    KEY ix_surat_berkas (berkas_id),
    KEY ix_surat_dibuat_oleh (dibuat_oleh),
    CONSTRAINT fk_surat_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_surat_menggantikan FOREIGN KEY (menggantikan_id) REFERENCES surat (id),
    CONSTRAINT fk_surat_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
    CONSTRAINT fk_surat_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT ck_surat_status CHECK (status IN ('terbit', 'diganti', 'dicabut')),
    CONSTRAINT ck_surat_dokumen CHECK (dokumen IN ('menunggu', 'selesai', 'gagal')),
    CONSTRAINT ck_surat_masa CHECK (berlaku_sampai >= terbit),
    CONSTRAINT ck_surat_cabut CHECK ((status = 'dicabut') = (dicabut_pada IS NOT NULL))
  ) ${AKHIR}`,

  // pendaftaran_id names an application; its table belongs to a module that is built on this one.
  `CREATE TABLE IF NOT EXISTS kunjungan (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    ormas_id INT UNSIGNED NULL,
    pendaftaran_id INT UNSIGNED NULL,
    nama VARCHAR(200) NOT NULL,
    alamat VARCHAR(400) NOT NULL DEFAULT '',
    rencana DATE NOT NULL,
    tujuan VARCHAR(1000) NOT NULL,
    status VARCHAR(20) NOT NULL,
    alasan_batal VARCHAR(500) NULL,
    dilaksanakan DATE NULL,
    temuan TEXT NULL,
    usulan VARCHAR(1000) NULL,
    ditemui_nama VARCHAR(160) NULL,
    ditemui_jabatan VARCHAR(120) NULL,
    persetujuan VARCHAR(20) NULL,
    keberatan VARCHAR(1000) NULL,
    dibuat_oleh INT UNSIGNED NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    diubah_pada DATETIME(3) NOT NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    KEY ix_kunjungan_ormas (ormas_id, rencana),
    KEY ix_kunjungan_pendaftaran (pendaftaran_id, rencana),
    KEY ix_kunjungan_giliran (status, rencana),
    KEY ix_kunjungan_dibuat_oleh (dibuat_oleh),
    CONSTRAINT fk_kunjungan_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_kunjungan_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT ck_kunjungan_tujuan CHECK (ormas_id IS NOT NULL OR pendaftaran_id IS NOT NULL),
    CONSTRAINT ck_kunjungan_status CHECK (status IN ('direncanakan', 'selesai', 'dibatalkan')),
    CONSTRAINT ck_kunjungan_selesai CHECK (status <> 'selesai' OR (dilaksanakan IS NOT NULL AND persetujuan IS NOT NULL)),
    CONSTRAINT ck_kunjungan_batal CHECK ((status = 'dibatalkan') = (alasan_batal IS NOT NULL)),
    CONSTRAINT ck_kunjungan_persetujuan CHECK (persetujuan IN ('setuju', 'tidak-setuju', 'tidak-ditemui'))
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS kunjungan_petugas (
    kunjungan_id INT UNSIGNED NOT NULL,
    akun_id INT UNSIGNED NOT NULL,
    PRIMARY KEY (kunjungan_id, akun_id),
    KEY ix_kunjungan_petugas_akun (akun_id),
    CONSTRAINT fk_kunjungan_petugas_kunjungan FOREIGN KEY (kunjungan_id) REFERENCES kunjungan (id),
    CONSTRAINT fk_kunjungan_petugas_akun FOREIGN KEY (akun_id) REFERENCES akun (id)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS kunjungan_butir (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kunjungan_id INT UNSIGNED NOT NULL,
    urutan INT UNSIGNED NOT NULL,
    butir VARCHAR(200) NOT NULL,
    hasil VARCHAR(20) NULL,
    catatan VARCHAR(500) NOT NULL DEFAULT '',
    UNIQUE KEY uk_kunjungan_butir (kunjungan_id, urutan),
    CONSTRAINT fk_kunjungan_butir_kunjungan FOREIGN KEY (kunjungan_id) REFERENCES kunjungan (id),
    CONSTRAINT ck_kunjungan_butir_hasil CHECK (hasil IN ('sesuai', 'tidak-sesuai', 'tidak-diperiksa'))
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS kunjungan_foto (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kunjungan_id INT UNSIGNED NOT NULL,
    urutan INT UNSIGNED NOT NULL,
    berkas_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    keterangan VARCHAR(300) NOT NULL,
    UNIQUE KEY uk_kunjungan_foto (kunjungan_id, urutan),
    KEY ix_kunjungan_foto_berkas (berkas_id),
    CONSTRAINT fk_kunjungan_foto_kunjungan FOREIGN KEY (kunjungan_id) REFERENCES kunjungan (id),
    CONSTRAINT fk_kunjungan_foto_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id)
  ) ${AKHIR}`,

  {
    tabel: 'laporan',
    kendala: 'uk_laporan_kode',
    sql: `ALTER TABLE laporan ADD COLUMN kode ${KODE} NULL, ADD CONSTRAINT uk_laporan_kode UNIQUE (kode)`,
  },
];

import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** Instruments, periods, levels with their evidence and decisions, scoring runs with their chunks and results, and reports with their parts. */
export class PenilaianLaporan1700000000004 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABEL: Pernyataan[] = [
  `CREATE TABLE IF NOT EXISTS instrumen (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kode VARCHAR(40) NOT NULL,
    versi INT UNSIGNED NOT NULL,
    nama VARCHAR(200) NOT NULL,
    isi MEDIUMTEXT NOT NULL,
    hash CHAR(64) NOT NULL,
    status VARCHAR(20) NOT NULL,
    terbit_pada DATETIME(3) NULL,
    UNIQUE KEY uk_instrumen_versi (kode, versi),
    CONSTRAINT ck_instrumen_status CHECK (status IN ('draf', 'terbit'))
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS periode (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tahun SMALLINT UNSIGNED NOT NULL,
    mulai DATE NOT NULL,
    akhir DATE NOT NULL,
    instrumen_id INT UNSIGNED NOT NULL,
    status VARCHAR(20) NOT NULL,
    hitung_id INT UNSIGNED NULL,
    populasi_tetap TINYINT(1) NOT NULL DEFAULT 0,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY uk_periode_tahun (tahun),
    KEY ix_periode_instrumen (instrumen_id),
    KEY ix_periode_hitung (hitung_id),
    CONSTRAINT fk_periode_instrumen FOREIGN KEY (instrumen_id) REFERENCES instrumen (id),
    CONSTRAINT ck_periode_status CHECK (status IN ('berjalan', 'ditutup')),
    CONSTRAINT ck_periode_masa CHECK (akhir > mulai)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS tingkat_indikator (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    periode_id INT UNSIGNED NOT NULL,
    ormas_id INT UNSIGNED NOT NULL,
    indikator VARCHAR(20) NOT NULL,
    tingkat_mandiri TINYINT UNSIGNED NULL,
    ada_berkas TINYINT(1) NOT NULL DEFAULT 0,
    tingkat_petugas TINYINT UNSIGNED NULL,
    tingkat_akhir TINYINT UNSIGNED NULL,
    tak_berlaku VARCHAR(300) NULL,
    alasan VARCHAR(500) NULL,
    ditetapkan_oleh INT UNSIGNED NULL,
    ditetapkan_pada DATETIME(3) NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY uk_tingkat_indikator (periode_id, ormas_id, indikator),
    KEY ix_tingkat_indikator_ormas (ormas_id),
    KEY ix_tingkat_indikator_oleh (ditetapkan_oleh),
    CONSTRAINT fk_tingkat_indikator_periode FOREIGN KEY (periode_id) REFERENCES periode (id),
    CONSTRAINT fk_tingkat_indikator_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_tingkat_indikator_oleh FOREIGN KEY (ditetapkan_oleh) REFERENCES akun (id),
    CONSTRAINT ck_tingkat_indikator_tingkat CHECK (tingkat_mandiri <= 4 AND tingkat_petugas <= 4 AND tingkat_akhir <= 4)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS bukti_tingkat (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tingkat_id INT UNSIGNED NOT NULL,
    pihak VARCHAR(20) NOT NULL,
    sumber VARCHAR(20) NOT NULL,
    sumber_id INT UNSIGNED NULL,
    sumber_teks VARCHAR(250) NOT NULL DEFAULT '',
    berkas_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    keterangan VARCHAR(300) NOT NULL DEFAULT '',
    KEY ix_bukti_tingkat_tingkat (tingkat_id, pihak),
    UNIQUE KEY uk_bukti_tingkat_berkas (berkas_id),
    CONSTRAINT fk_bukti_tingkat_tingkat FOREIGN KEY (tingkat_id) REFERENCES tingkat_indikator (id),
    CONSTRAINT fk_bukti_tingkat_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
    CONSTRAINT ck_bukti_tingkat_pihak CHECK (pihak IN ('ormas', 'petugas')),
    CONSTRAINT ck_bukti_tingkat_sumber CHECK (sumber IN ('unggahan', 'dokumen', 'kegiatan'))
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS keputusan_tingkat (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tingkat_id INT UNSIGNED NOT NULL,
    nilai TINYINT UNSIGNED NULL,
    tak_berlaku VARCHAR(300) NULL,
    alasan VARCHAR(500) NOT NULL,
    ditetapkan_oleh INT UNSIGNED NULL,
    ditetapkan_pada DATETIME(3) NOT NULL,
    KEY ix_keputusan_tingkat_tingkat (tingkat_id, id),
    KEY ix_keputusan_tingkat_oleh (ditetapkan_oleh),
    CONSTRAINT fk_keputusan_tingkat_tingkat FOREIGN KEY (tingkat_id) REFERENCES tingkat_indikator (id),
    CONSTRAINT fk_keputusan_tingkat_oleh FOREIGN KEY (ditetapkan_oleh) REFERENCES akun (id),
    CONSTRAINT ck_keputusan_tingkat_nilai CHECK (nilai <= 4)
  ) ${AKHIR}`,

  // What a decision rests on cannot be taken away: the foreign key holds the row of the evidence, and that one the file.
  `CREATE TABLE IF NOT EXISTS keputusan_tingkat_berkas (
    keputusan_id INT UNSIGNED NOT NULL,
    berkas_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sha256 CHAR(64) NOT NULL,
    keterangan VARCHAR(300) NOT NULL DEFAULT '',
    PRIMARY KEY (keputusan_id, berkas_id),
    KEY ix_keputusan_tingkat_berkas_berkas (berkas_id),
    CONSTRAINT fk_keputusan_tingkat_berkas_keputusan FOREIGN KEY (keputusan_id) REFERENCES keputusan_tingkat (id),
    CONSTRAINT fk_keputusan_tingkat_berkas_bukti FOREIGN KEY (berkas_id) REFERENCES bukti_tingkat (berkas_id)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS hitung (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    periode_id INT UNSIGNED NOT NULL,
    instrumen_id INT UNSIGNED NOT NULL,
    status VARCHAR(20) NOT NULL,
    jumlah INT UNSIGNED NOT NULL,
    ulangan INT UNSIGNED NOT NULL DEFAULT 0,
    dibuat_oleh INT UNSIGNED NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    mulai_pada DATETIME(3) NULL,
    selesai_pada DATETIME(3) NULL,
    galat VARCHAR(1000) NULL,
    KEY ix_hitung_periode (periode_id, id),
    KEY ix_hitung_instrumen (instrumen_id),
    KEY ix_hitung_dibuat_oleh (dibuat_oleh),
    CONSTRAINT fk_hitung_periode FOREIGN KEY (periode_id) REFERENCES periode (id),
    CONSTRAINT fk_hitung_instrumen FOREIGN KEY (instrumen_id) REFERENCES instrumen (id),
    CONSTRAINT fk_hitung_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT ck_hitung_status CHECK (status IN ('menunggu', 'berjalan', 'selesai', 'gagal'))
  ) ${AKHIR}`,

  {
    tabel: 'periode',
    kendala: 'fk_periode_hitung',
    sql: `ALTER TABLE periode ADD CONSTRAINT fk_periode_hitung FOREIGN KEY (hitung_id) REFERENCES hitung (id)`,
  },

  `CREATE TABLE IF NOT EXISTS hitung_potongan (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    hitung_id INT UNSIGNED NOT NULL,
    nomor INT UNSIGNED NOT NULL,
    ormas TEXT NOT NULL,
    jumlah INT UNSIGNED NOT NULL,
    status VARCHAR(20) NOT NULL,
    selesai_pada DATETIME(3) NULL,
    UNIQUE KEY uk_hitung_potongan (hitung_id, nomor),
    CONSTRAINT fk_hitung_potongan_hitung FOREIGN KEY (hitung_id) REFERENCES hitung (id),
    CONSTRAINT ck_hitung_potongan_status CHECK (status IN ('menunggu', 'selesai', 'gagal'))
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS hasil_iko (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    hitung_id INT UNSIGNED NOT NULL,
    periode_id INT UNSIGNED NOT NULL,
    ormas_id INT UNSIGNED NOT NULL,
    opd_id INT UNSIGNED NULL,
    status VARCHAR(20) NOT NULL,
    ditandai TINYINT(1) NOT NULL DEFAULT 0,
    skor DECIMAL(5,2) NULL,
    tingkat TINYINT UNSIGNED NULL,
    sebutan VARCHAR(60) NULL,
    cakupan DECIMAL(5,2) NULL,
    sementara TINYINT(1) NOT NULL,
    domain VARCHAR(600) NOT NULL,
    bendera VARCHAR(600) NOT NULL,
    masukan MEDIUMTEXT NOT NULL,
    jejak MEDIUMTEXT NOT NULL,
    masukan_hash CHAR(64) NOT NULL,
    instrumen_hash CHAR(64) NOT NULL,
    dihitung_pada DATETIME(3) NOT NULL,
    UNIQUE KEY uk_hasil_iko (hitung_id, ormas_id),
    KEY ix_hasil_iko_daftar (hitung_id, sementara, skor, tingkat, opd_id, status, cakupan, ormas_id),
    KEY ix_hasil_iko_ormas (ormas_id, periode_id),
    KEY ix_hasil_iko_periode (periode_id),
    KEY ix_hasil_iko_opd (opd_id),
    CONSTRAINT fk_hasil_iko_hitung FOREIGN KEY (hitung_id) REFERENCES hitung (id),
    CONSTRAINT fk_hasil_iko_periode FOREIGN KEY (periode_id) REFERENCES periode (id),
    CONSTRAINT fk_hasil_iko_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_hasil_iko_opd FOREIGN KEY (opd_id) REFERENCES opd (id),
    CONSTRAINT ck_hasil_iko_status CHECK (status IN ('dinilai', 'profil-saja')),
    CONSTRAINT ck_hasil_iko_skor CHECK (skor >= 0 AND skor <= 100)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS laporan (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    jenis VARCHAR(20) NOT NULL,
    periode_id INT UNSIGNED NOT NULL,
    hitung_id INT UNSIGNED NOT NULL,
    status VARCHAR(20) NOT NULL,
    jumlah INT UNSIGNED NOT NULL DEFAULT 0,
    selesai INT UNSIGNED NOT NULL DEFAULT 0,
    berkas_id CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NULL,
    halaman INT UNSIGNED NULL,
    nomor VARCHAR(80) NULL,
    sementara TINYINT(1) NOT NULL DEFAULT 0,
    data_sha256 CHAR(64) NULL,
    ulangan INT UNSIGNED NOT NULL DEFAULT 0,
    dibuat_oleh INT UNSIGNED NULL,
    dibuat_pada DATETIME(3) NOT NULL,
    selesai_pada DATETIME(3) NULL,
    disetujui_oleh INT UNSIGNED NULL,
    disetujui_pada DATETIME(3) NULL,
    disahkan_oleh INT UNSIGNED NULL,
    disahkan_pada DATETIME(3) NULL,
    galat VARCHAR(1000) NULL,
    versi INT UNSIGNED NOT NULL DEFAULT 1,
    UNIQUE KEY uk_laporan_nomor (nomor),
    KEY ix_laporan_periode (periode_id, id),
    KEY ix_laporan_hitung (hitung_id),
    KEY ix_laporan_berkas (berkas_id),
    KEY ix_laporan_dibuat_oleh (dibuat_oleh),
    KEY ix_laporan_disetujui_oleh (disetujui_oleh),
    KEY ix_laporan_disahkan_oleh (disahkan_oleh),
    CONSTRAINT fk_laporan_periode FOREIGN KEY (periode_id) REFERENCES periode (id),
    CONSTRAINT fk_laporan_hitung FOREIGN KEY (hitung_id) REFERENCES hitung (id),
    CONSTRAINT fk_laporan_berkas FOREIGN KEY (berkas_id) REFERENCES berkas (id),
    CONSTRAINT fk_laporan_dibuat_oleh FOREIGN KEY (dibuat_oleh) REFERENCES akun (id),
    CONSTRAINT fk_laporan_disetujui_oleh FOREIGN KEY (disetujui_oleh) REFERENCES akun (id),
    CONSTRAINT fk_laporan_disahkan_oleh FOREIGN KEY (disahkan_oleh) REFERENCES akun (id),
    CONSTRAINT ck_laporan_status CHECK (status IN ('menunggu', 'dibuat', 'selesai', 'gagal')),
    CONSTRAINT ck_laporan_jenis CHECK (jenis IN ('tahunan'))
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS laporan_nomor (
    seri VARCHAR(20) NOT NULL,
    tahun SMALLINT UNSIGNED NOT NULL,
    terakhir INT UNSIGNED NOT NULL,
    PRIMARY KEY (seri, tahun)
  ) ${AKHIR}`,

  `CREATE TABLE IF NOT EXISTS laporan_bagian (
    id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    laporan_id INT UNSIGNED NOT NULL,
    urutan INT UNSIGNED NOT NULL,
    kunci VARCHAR(60) NOT NULL,
    judul VARCHAR(200) NOT NULL,
    status VARCHAR(20) NOT NULL,
    sha256 CHAR(64) NULL,
    halaman INT UNSIGNED NULL,
    penanda MEDIUMTEXT NULL,
    selesai_pada DATETIME(3) NULL,
    UNIQUE KEY uk_laporan_bagian (laporan_id, kunci),
    CONSTRAINT fk_laporan_bagian_laporan FOREIGN KEY (laporan_id) REFERENCES laporan (id),
    CONSTRAINT ck_laporan_bagian_status CHECK (status IN ('menunggu', 'selesai'))
  ) ${AKHIR}`,
];

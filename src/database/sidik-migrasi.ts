import { ConfigError } from '../infra/config/config.js';
import { MIGRASI } from './migrations/index.js';

/**
 * Fingerprint of each migration's source. A migration that ran is not run again, so one that was changed afterwards
 * would leave a database of neither shape that nothing complains about. The test of the same name says what belongs
 * here; a database remembers by which it was made.
 */
export const SIDIK_MIGRASI: Readonly<Record<string, string>> = {
  RujukanDanOrmas1700000000001: '3ba1418eb79a28e0',
  AkunAuditBerkas1700000000002: 'e07c5c02002e5195',
  Kegiatan1700000000003: '039f700a563f4bd2',
  PenilaianLaporan1700000000004: '56e7956b7653ef1a',
  ImporPratinjau1700000000005: '02a2f0ffa0ead1c4',
  PencarianOrmas1700000000006: '0b9c333ab51b77d8',
  Pendaftaran1700000000007: '3a4a299cd777fcf3',
  SuratDanLapangan1700000000008: '5b87fb6b86044ff0',
  RiwayatDanPerubahan1700000000009: 'c61b97a1f952be0a',
  NotifikasiRadar1700000000010: '362a6d081c44feae',
  PerbaikanKegiatan1700000000011: 'ed2e8197a1b57b86',
  GandaDanPenggabungan1700000000012: 'd1d8140c0500bc86',
  PembinaanDanRekomendasi1700000000013: 'c471288ea9884506',
  Kunjungan1700000000014: '5bc8098b45dced51',
  PemetaanKlaster1700000000015: '5e9fdfcd33a39daa',
  JejakPerhitungan1700000000016: 'a3c166d1320ecdd1',
  IndeksRegister1700000000017: '9c6988617b804bc1',
  BantahanKegiatanBersama1700000000020: 'aab21b9b86ce2f87',
  AlamatMasuk1700000000021: 'f9e1b9a9383fe6f8',
  RekomendasiKunjungan1700000000022: '55256c1f40a0f95b',
  BarisMirip1700000000025: 'ae330b09a88985ba',
  CatatanPendaftaran1700000000027: 'c893d554d4588745',
  ProfilOrmas1700000000028: 'ebf82b60782406ff',
};

/** Whatever sends statements: a connection pool or one runner. */
interface Penanya {
  query(sql: string, nilai?: unknown[]): Promise<unknown>;
}

const TABEL =
  'CREATE TABLE IF NOT EXISTS migrasi_sidik (nama VARCHAR(190) NOT NULL PRIMARY KEY, sidik CHAR(16) NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

async function adaTabel(q: Penanya, nama: string): Promise<boolean> {
  const baris = (await q.query(
    'SELECT 1 AS ada FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?',
    [nama],
  )) as unknown[];
  return baris.length > 0;
}

/**
 * Whether every migration that ran here is the one we know.
 * @throws ConfigError when one was changed since: the schema is of a state between releases and cannot be brought up
 */
export async function periksaSidik(q: Penanya): Promise<void> {
  if (!(await adaTabel(q, 'migrasi'))) return;
  const tercatat = (await q.query('SELECT name AS nama FROM migrasi')) as { nama: string }[];
  const sidik = (await adaTabel(q, 'migrasi_sidik'))
    ? ((await q.query('SELECT nama, sidik FROM migrasi_sidik')) as { nama: string; sidik: string }[])
    : [];
  const milik = new Map(sidik.map((s) => [s.nama, s.sidik]));
  const berubah = tercatat.filter(({ nama }) => nama in SIDIK_MIGRASI && milik.get(nama) !== SIDIK_MIGRASI[nama]);
  if (berubah.length > 0)
    throw new ConfigError(
      `Skema basis data ini dibuat oleh versi pengembangan yang lain (${berubah.length} migrasi berbeda) dan tidak dapat dimutakhirkan. Pakai basis data kosong; untuk data contoh, hapus folder var (PORTAL_VAR) lalu mulai lagi. Tidak ada data yang diubah.`,
    );
}

/** Remembers by which sources the migrations that are still to run will have been made; before they run. */
export async function catatSidik(q: Penanya): Promise<void> {
  await q.query(TABEL);
  const sudah = (await adaTabel(q, 'migrasi'))
    ? ((await q.query('SELECT name AS nama FROM migrasi')) as { nama: string }[]).map((m) => m.nama)
    : [];
  for (const { name } of MIGRASI) {
    if (sudah.includes(name)) continue;
    await q.query(
      'INSERT INTO migrasi_sidik (nama, sidik) VALUES (?, ?) ON DUPLICATE KEY UPDATE sidik = VALUES(sidik)',
      [name, SIDIK_MIGRASI[name] ?? ''],
    );
  }
}

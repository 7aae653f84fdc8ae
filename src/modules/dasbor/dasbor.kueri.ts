import { type DataSource } from 'typeorm';
import { awalHariWib, tambahHari } from '../../common/tanggal.js';
import { MASIH_ADA } from '../ormas/riwayat-status.js';
import { usangSejak } from '../penilaian/perubahan-nilai.js';
import { setelanKurang } from '../setelan/setelan.lengkap.js';
import { setelanPada } from '../setelan/setelan.service.js';
import {
  type BahanPetugas,
  type JumlahKegiatan,
  type LaporanBeranda,
  type PeriodeBeranda,
  type Tunggu,
} from './dasbor.types.js';

// Read-only questions across the tables of other modules: this module is the last of all and writes nothing, so that a
// home page is a handful of set-based statements and not a walk through every service.

/** One row, whose sums and counts come as text or null. */
export type Teks<T> = { [K in keyof T]: T[K] extends number ? string | null : T[K] };

export const bulat = (nilai: string | number | null | undefined): number => Number(nilai ?? 0);

/** Every period with its run that counts and its newest one, newest year first. @param hari today in Jakarta */
export async function bacaPeriode(db: DataSource, hari: string): Promise<PeriodeBeranda[]> {
  const baris = await db.query<
    (Omit<PeriodeBeranda, 'terakhir' | 'usangSejak' | 'populasiTetap'> & {
      populasiTetap: 0 | 1;
      terakhirId: number | null;
      terakhirStatus: NonNullable<PeriodeBeranda['terakhir']>['status'] | null;
    })[]
  >(
    `SELECT p.id, p.tahun, p.mulai, p.akhir, p.status, p.instrumen_id AS instrumenId, p.hitung_id AS hitungId,
       p.populasi_tetap AS populasiTetap, h.dibuat_pada AS dibekukanPada, h.selesai_pada AS dihitungPada, t.id AS terakhirId, t.status AS terakhirStatus
     FROM periode p LEFT JOIN hitung h ON h.id = p.hitung_id
       LEFT JOIN hitung t ON t.id = (SELECT MAX(x.id) FROM hitung x WHERE x.periode_id = p.id)
     ORDER BY p.tahun DESC`,
  );
  return Promise.all(
    baris.map(async ({ terakhirId, terakhirStatus, ...p }) => ({
      ...p,
      populasiTetap: p.populasiTetap === 1,
      terakhir: terakhirId !== null && terakhirStatus !== null ? { id: terakhirId, status: terakhirStatus } : null,
      usangSejak: p.status === 'berjalan' && p.hitungId !== null ? await usangSejak(db, p.hitungId, hari) : null,
    })),
  );
}

type BarisLaporan = Omit<LaporanBeranda, 'dibaca' | 'usang' | 'terbuka' | 'kurang' | 'pengesahan'> & {
  usang: number | null;
  terbuka: number;
  dibaca: number;
  dibuatPada: Date;
};

/**
 * The newest report of each year, newest year first; `pembaca`: the account that reads. Provisional ones ask
 * nothing of the leaders and are left out.
 */
export async function bacaLaporan(db: DataSource, pembaca: number | null = null): Promise<LaporanBeranda[]> {
  const baris = await db.query<BarisLaporan[]>(
    `SELECT l.id, p.tahun, l.nomor, l.status, l.hitung_id <> p.hitung_id AS usang, p.status <> 'ditutup' AS terbuka,
       l.halaman, b.ukuran, h.selesai_pada AS dihitungPada, l.dibuat_pada AS dibuatPada,
       l.selesai_pada AS selesaiPada, l.disetujui_pada AS disetujuiPada, l.disahkan_pada AS disahkanPada,
       EXISTS (SELECT 1 FROM audit a WHERE a.objek = 'laporan' AND a.objek_id = CAST(l.id AS CHAR) AND a.aksi = 'berkas.baca'
         AND a.aktor_id = ?) AS dibaca
     FROM periode p JOIN laporan l ON l.id = (SELECT MAX(x.id) FROM laporan x WHERE x.periode_id = p.id AND x.sementara = 0)
       JOIN hitung h ON h.id = l.hitung_id LEFT JOIN berkas b ON b.id = l.berkas_id
     ORDER BY p.tahun DESC`,
    [pembaca],
  );
  return Promise.all(
    baris.map(async ({ dibuatPada, ...b }) => {
      const tunggu = b.status === 'selesai' && b.disahkanPada === null;
      return {
        ...b,
        usang: Boolean(Number(b.usang)),
        dibaca: Boolean(Number(b.dibaca)),
        terbuka: Boolean(Number(b.terbuka)),
        kurang: tunggu ? setelanKurang(await setelanPada(db.manager, dibuatPada)) : [],
        pengesahan: b.disahkanPada ? 'disahkan' : b.disetujuiPada ? 'disetujui' : 'belum',
      };
    }),
  );
}

/**
 * Joint activities that wait for the word of an OPD. Its word counts for the score of the year in whose window the
 * activity ended and for nothing else: once that year is closed there is nothing to wait for.
 */
export async function bacaKonfirmasi(db: DataSource, opdId: number): Promise<Tunggu> {
  const [baris] = await db.query<{ jumlah: string; sejak: Date | null }[]>(
    `SELECT COUNT(*) AS jumlah, MIN(k.diajukan_pada) AS sejak FROM kegiatan k
     WHERE k.bersama_opd_id = ? AND k.opd_konfirmasi_pada IS NULL
       AND k.status IN ('diajukan', 'dikembalikan', 'terverifikasi')
       AND NOT EXISTS (SELECT 1 FROM kegiatan_bantahan x WHERE x.kegiatan_id = k.id AND x.opd_id = k.bersama_opd_id)
       AND NOT EXISTS (SELECT 1 FROM periode p
         WHERE p.status = 'ditutup' AND k.tanggal_selesai BETWEEN p.mulai AND p.akhir)`,
    [opdId],
  );
  return { jumlah: bulat(baris?.jumlah), sejak: baris?.sejak ?? null };
}

const TERTUNDA = "(k.status = 'dilaksanakan' OR k.tanggal < ?)";
const SEPEKAN = "(k.status = 'direncanakan' AND k.tanggal BETWEEN ? AND ?)";

/** An officer's own visits: what is overdue or not written yet, and what comes within a week. @param hari today */
export async function bacaKunjungan(db: DataSource, akunId: number, hari: string): Promise<BahanPetugas['kunjungan']> {
  const [b] = await db.query<Record<'tertunda' | 'sejak' | 'sepekan' | 'terdekat', string | null>[]>(
    `SELECT SUM(${TERTUNDA}) AS tertunda, MIN(CASE WHEN ${TERTUNDA} THEN k.tanggal END) AS sejak,
       SUM(${SEPEKAN}) AS sepekan, MIN(CASE WHEN ${SEPEKAN} THEN k.tanggal END) AS terdekat
     FROM kunjungan_petugas t JOIN kunjungan k ON k.id = t.kunjungan_id
     WHERE t.akun_id = ? AND k.status IN ('direncanakan', 'dilaksanakan')`,
    [hari, hari, hari, tambahHari(hari, 6), hari, tambahHari(hari, 6), akunId],
  );
  return {
    akunId,
    tertunda: { jumlah: bulat(b?.tertunda), sejak: b?.sejak ? awalHariWib(b.sejak) : null },
    sepekan: { jumlah: bulat(b?.sepekan), terdekat: b?.terdekat ?? null },
  };
}

/** Reported activities of the ormas that stand in a cluster today, whose last day lies between two days (included). */
export async function hitungKegiatan(
  db: DataSource,
  opdId: number,
  { mulai, akhir }: { mulai: string; akhir: string },
): Promise<JumlahKegiatan> {
  const [baris] = await db.query<Teks<JumlahKegiatan>[]>(
    `SELECT COUNT(*) AS jumlah, SUM(k.status = 'terverifikasi') AS terverifikasi
     FROM ormas o JOIN kegiatan k ON k.ormas_id = o.id
     WHERE o.opd_id = ? AND ${MASIH_ADA} AND k.status IN ('diajukan', 'dikembalikan', 'terverifikasi')
       AND k.tanggal_selesai BETWEEN ? AND ?`,
    [opdId, mulai, akhir],
  );
  return { jumlah: bulat(baris?.jumlah), terverifikasi: bulat(baris?.terverifikasi) };
}

/** The same by ormas, of the given ones; who reported none is left out. */
export async function hitungKegiatanAnggota(
  db: DataSource,
  ormasId: readonly number[],
  { mulai, akhir }: { mulai: string; akhir: string },
): Promise<Map<number, JumlahKegiatan>> {
  if (ormasId.length === 0) return new Map();
  const baris = await db.query<(Teks<JumlahKegiatan> & { id: number })[]>(
    `SELECT k.ormas_id AS id, COUNT(*) AS jumlah, SUM(k.status = 'terverifikasi') AS terverifikasi FROM kegiatan k
     WHERE k.ormas_id IN (?) AND k.status IN ('diajukan', 'dikembalikan', 'terverifikasi')
       AND k.tanggal_selesai BETWEEN ? AND ? GROUP BY k.ormas_id`,
    [ormasId, mulai, akhir],
  );
  return new Map(baris.map((b) => [b.id, { jumlah: bulat(b.jumlah), terverifikasi: bulat(b.terverifikasi) }]));
}

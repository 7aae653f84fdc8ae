import Big from 'big.js';
import { type DataSource } from 'typeorm';
import { tambahHari } from '../../common/tanggal.js';
import { batasAktif } from '../ormas/keaktifan.js';
import { type AngkaKota, type LaporanBeranda, type PeriodeBeranda, type RadarDokumen } from './dasbor.types.js';
import { type DataKlaster } from '../klaster/klaster.types.js';

// Read-only questions across the tables of other modules: this module is the last of all and writes nothing, so that a
// home page is a handful of set-based statements and not a walk through every service.

/** Ormas that still stand in the register. */
export const MASIH_ADA = "o.status IN ('terdaftar', 'dibekukan')";

/**
 * A document that has ended, or will, and that no other valid document of its kind outlives. The parameter is the day
 * up to which one looks.
 */
export const AKAN_BERAKHIR = `d.status = 'sah' AND d.berlaku_sampai <= ? AND NOT EXISTS (SELECT 1 FROM ormas_dokumen x
  WHERE x.ormas_id = d.ormas_id AND x.jenis = d.jenis AND x.status = 'sah' AND x.id <> d.id
    AND (x.berlaku_sampai IS NULL OR x.berlaku_sampai > d.berlaku_sampai))`;

/** Acts that change what a score is computed from, as the audit trail names them. */
const MENGUBAH_NILAI = [
  'kegiatan.verifikasi',
  'kegiatan.buka-kembali',
  'kegiatan.konfirmasi-bersama',
  'kegiatan.tarik-konfirmasi',
  'kegiatan.muat',
  'program-kerja.tambah',
  'laporan-ormas.kirim',
  'ormas.daftar',
  'ormas.konfirmasi',
  'ormas.muat',
  'ormas.pindah-klaster',
  'ormas.tetapkan-klaster',
  'pembinaan.akhiri',
  'pembinaan.catat',
  'rekomendasi.beri',
  'rekomendasi.buka-kembali',
  'rekomendasi.selesai',
  'tingkat.mandiri',
  'tingkat.muat',
  'tingkat.tetapkan',
];

/** One row, whose sums and counts come as text or null. */
export type Teks<T> = { [K in keyof T]: T[K] extends number ? string | null : T[K] };

export const bulat = (nilai: string | number | null | undefined): number => Number(nilai ?? 0);

/** Every period with its run that counts and its newest one, newest year first. */
export async function bacaPeriode(db: DataSource): Promise<PeriodeBeranda[]> {
  const baris = await db.query<
    (Omit<PeriodeBeranda, 'terakhir' | 'usangSejak'> & {
      terakhirId: number | null;
      terakhirStatus: NonNullable<PeriodeBeranda['terakhir']>['status'] | null;
    })[]
  >(
    `SELECT p.id, p.tahun, p.mulai, p.akhir, p.status, p.instrumen_id AS instrumenId, p.hitung_id AS hitungId,
       h.dibuat_pada AS dibekukanPada, h.selesai_pada AS dihitungPada, t.id AS terakhirId, t.status AS terakhirStatus
     FROM periode p LEFT JOIN hitung h ON h.id = p.hitung_id
       LEFT JOIN hitung t ON t.id = (SELECT MAX(x.id) FROM hitung x WHERE x.periode_id = p.id)
     ORDER BY p.tahun DESC`,
  );
  return Promise.all(
    baris.map(async ({ terakhirId, terakhirStatus, ...p }) => ({
      ...p,
      terakhir: terakhirId !== null && terakhirStatus !== null ? { id: terakhirId, status: terakhirStatus } : null,
      usangSejak: p.status === 'berjalan' && p.dibekukanPada ? await perubahanSejak(db, p.dibekukanPada) : null,
    })),
  );
}

/** The first act since `saat` that changes what scores are computed from; the trail is read only up to it. */
async function perubahanSejak(db: DataSource, saat: Date): Promise<Date | null> {
  const [baris] = await db.query<{ waktu: Date }[]>(
    'SELECT waktu FROM audit WHERE waktu > ? AND aksi IN (?) ORDER BY waktu LIMIT 1',
    [saat, MENGUBAH_NILAI],
  );
  return baris?.waktu ?? null;
}

/** The newest report of each year, newest year first. Provisional ones ask nothing of the leaders and are left out. */
export async function bacaLaporan(db: DataSource): Promise<LaporanBeranda[]> {
  const baris = await db.query<(Omit<LaporanBeranda, 'usang'> & { usang: number | null })[]>(
    `SELECT l.id, p.tahun, l.nomor, l.status, l.hitung_id <> p.hitung_id AS usang, l.halaman, b.ukuran,
       l.selesai_pada AS selesaiPada, l.disetujui_pada AS disetujuiPada, l.disahkan_pada AS disahkanPada
     FROM periode p JOIN laporan l ON l.id = (SELECT MAX(x.id) FROM laporan x WHERE x.periode_id = p.id AND x.sementara = 0)
       LEFT JOIN berkas b ON b.id = l.berkas_id
     ORDER BY p.tahun DESC`,
  );
  return baris.map((b) => ({ ...b, usang: Boolean(Number(b.usang)) }));
}

/** Documents that ask for attention, of the city or of one cluster. @param hari today, 'YYYY-MM-DD' */
export async function bacaRadar(db: DataSource, hari: string, opdId: number | null): Promise<RadarDokumen> {
  const klaster = opdId === null ? '' : 'AND o.opd_id = ?';
  const opd = opdId === null ? [] : [opdId];
  const [baris] = await db.query<Teks<RadarDokumen>[]>(
    `SELECT (SELECT COUNT(*) FROM ormas_dokumen d JOIN ormas o ON o.id = d.ormas_id
         WHERE d.status = 'belum-diperiksa' AND ${MASIH_ADA} ${klaster}) AS belumDiperiksa,
       SUM(d.berlaku_sampai < ?) AS berakhir, SUM(d.berlaku_sampai BETWEEN ? AND ?) AS hari30,
       SUM(d.berlaku_sampai BETWEEN ? AND ?) AS hari60, SUM(d.berlaku_sampai BETWEEN ? AND ?) AS hari90
     FROM ormas_dokumen d JOIN ormas o ON o.id = d.ormas_id WHERE ${AKAN_BERAKHIR} AND ${MASIH_ADA} ${klaster}`,
    [
      ...opd,
      hari,
      ...[hari, tambahHari(hari, 30), tambahHari(hari, 31), tambahHari(hari, 60)],
      ...[tambahHari(hari, 61), tambahHari(hari, 90), tambahHari(hari, 90)],
      ...opd,
    ],
  );
  return {
    belumDiperiksa: bulat(baris?.belumDiperiksa),
    berakhir: bulat(baris?.berakhir),
    hari30: bulat(baris?.hari30),
    hari60: bulat(baris?.hari60),
    hari90: bulat(baris?.hari90),
  };
}

/** The register and the last year's final scores in figures, by cluster and as a whole. @param hari today */
export async function bacaKota(db: DataSource, hari: string, data: DataKlaster): Promise<AngkaKota> {
  const [puncak] = await db.query<{ tahun: number | null }[]>('SELECT MAX(iko_tahun) AS tahun FROM ormas');
  const tahun = puncak?.tahun ?? null;
  const final = 'o.iko_tahun = ? AND o.iko_sementara = 0';
  const baris = await db.query<
    { opdId: number | null; jumlah: string; aktif: string | null; n: string; total: string | null }[]
  >(
    `SELECT o.opd_id AS opdId, COUNT(*) AS jumlah, SUM(o.kegiatan_terakhir >= ?) AS aktif,
       COUNT(CASE WHEN ${final} THEN o.iko_skor END) AS n, SUM(CASE WHEN ${final} THEN o.iko_skor END) AS total
     FROM ormas o WHERE ${MASIH_ADA} GROUP BY o.opd_id`,
    [batasAktif(hari), tahun, tahun],
  );
  const klaster = baris.map((b) => {
    const opd = b.opdId === null ? undefined : data.opdPerId.get(b.opdId);
    const angka = { jumlah: bulat(b.jumlah), aktif: bulat(b.aktif), n: bulat(b.n) };
    return { opdId: b.opdId, opd: opd?.nama ?? null, kode: opd?.kode ?? null, ...angka, rata: rata(b.total, angka.n) };
  });
  const { compare } = new Intl.Collator('id');
  klaster.sort((a, b) => Number(a.opd === null) - Number(b.opd === null) || compare(a.opd ?? '', b.opd ?? ''));
  const total = baris.reduce((jumlah, b) => jumlah.plus(b.total ?? 0), new Big(0)).toFixed();
  const semua = (nama: 'jumlah' | 'aktif' | 'n') => klaster.reduce((a, k) => a + k[nama], 0);
  return {
    tahun,
    jumlah: semua('jumlah'),
    aktif: semua('aktif'),
    n: semua('n'),
    rata: rata(total, semua('n')),
    klaster,
  };
}

function rata(total: string | null, n: number): string | null {
  return total === null || n === 0 ? null : new Big(total).div(n).toFixed(2, Big.roundHalfUp);
}

import { type DataSource, type EntityManager } from 'typeorm';
import { BUKAN_GABUNGAN, MASIH_ADA } from '../ormas/riwayat-status.js';
import { type RuasPeta } from './pemetaan.aturan.js';
import { type DampakTahun, type OrmasTerdampak } from './pemetaan.types.js';

// Read-only questions across register, accounts, activities and scores: whom a change of the mapping moves.

type Pembaca = Pick<DataSource | EntityManager, 'query'>;

/** A bidang as its change needs it. */
export interface BidangDiubah {
  id: number;
  nama: string;
  berakhir: string | null;
  versi: number;
}

/** The bidang and the rows of its mapping, oldest first; with `kunci` nobody else changes them until the transaction ends. */
export async function bacaBidang(
  em: Pembaca,
  id: number,
  kunci: boolean,
): Promise<{ bidang: BidangDiubah; peta: RuasPeta[] } | null> {
  const akhir = kunci ? ' FOR UPDATE' : '';
  const [bidang] = await em.query<BidangDiubah[]>(
    `SELECT id, nama, berlaku_sampai AS berakhir, versi FROM bidang WHERE id = ?${akhir}`,
    [id],
  );
  if (!bidang) return null;
  const peta = await em.query<RuasPeta[]>(
    `SELECT id, opd_id AS opdId, berlaku_dari AS berlakuDari, berlaku_sampai AS berlakuSampai FROM bidang_opd
     WHERE bidang_id = ? ORDER BY berlaku_dari${akhir}`,
    [id],
  );
  return { bidang, peta };
}

/** The last day of the newest closed year, or null: clusters up to it are settled. */
export async function akhirTertutup(em: Pembaca): Promise<string | null> {
  const [b] = await em.query<{ akhir: string | null }[]>(
    "SELECT MAX(akhir) AS akhir FROM periode WHERE status = 'ditutup'",
  );
  return b?.akhir ?? null;
}

/** The same within an act: until it ends no year is closed, which settles clusters by the mapping as it was read. */
export async function akhirTertutupTerkunci(em: EntityManager): Promise<string | null> {
  await em.query('SELECT id FROM periode ORDER BY id LOCK IN SHARE MODE');
  return akhirTertutup(em);
}

/** An ormas that moves; `kini` 0: it has left the bidang since, and only its history changes. */
export interface Pindah {
  id: number;
  kini: 0 | 1;
  kelurahan: string | null;
}

/**
 * The ormas whose cluster on any day from `mulai` on follows the bidang, in the order of kelurahan and name (entries merged into others are left out): those are in
 * another cluster on these days when the bidang goes to another OPD, and nobody else is.
 */
export async function bacaPindah(em: Pembaca, bidangId: number, mulai: string): Promise<Pindah[]> {
  const baris = await em.query<{ id: number; kini: string; kelurahan: string | null }[]>(
    `SELECT o.id, MAX(k.berlaku_sampai IS NULL) AS kini, l.nama AS kelurahan
     FROM klaster_ormas k JOIN ormas o ON o.id = k.ormas_id LEFT JOIN kelurahan l ON l.id = o.kelurahan_id
     WHERE k.bidang_id = ? AND k.sumber = 'bidang' AND (k.berlaku_sampai IS NULL OR k.berlaku_sampai >= ?)
       AND ${BUKAN_GABUNGAN}
     GROUP BY o.id, l.nama, o.nama ORDER BY l.nama IS NULL, l.nama, o.nama, o.id`,
    [bidangId, mulai],
  );
  return baris.map((b) => ({ ...b, kini: Number(b.kini) === 1 ? 1 : 0 }));
}

/** The ormas of the bidang that stay because an officer decided their cluster, by name; those that have ended are left out. */
export function bacaTetap(em: Pembaca, bidangId: number): Promise<{ id: number }[]> {
  return em.query<{ id: number }[]>(
    `SELECT o.id FROM klaster_ormas k JOIN ormas o ON o.id = k.ormas_id
     WHERE k.bidang_id = ? AND k.sumber = 'petugas' AND k.berlaku_sampai IS NULL AND ${MASIH_ADA}
     ORDER BY o.nama, o.id`,
    [bidangId],
  );
}

/** The given ormas in the given order, with what is said of each on the preview. */
export async function bacaTerdampak(em: Pembaca, id: readonly number[]): Promise<OrmasTerdampak[]> {
  if (id.length === 0) return [];
  const baris = await em.query<Omit<OrmasTerdampak, 'riwayatSaja'>[]>(
    `SELECT o.id, o.nama, o.status, l.nama AS kelurahan, d.nama AS opd, (SELECT k.alasan FROM klaster_ormas k
       WHERE k.ormas_id = o.id AND k.berlaku_sampai IS NULL AND k.sumber = 'petugas' ORDER BY k.id DESC LIMIT 1) AS alasan
     FROM ormas o LEFT JOIN kelurahan l ON l.id = o.kelurahan_id LEFT JOIN opd d ON d.id = o.opd_id WHERE o.id IN (?)`,
    [id],
  );
  const perId = new Map(baris.map((b) => [b.id, b]));
  return id.flatMap((i) => {
    const b = perId.get(i);
    return b ? [{ ...b, riwayatSaja: false }] : [];
  });
}

/** Active accounts of each of the OPD. */
export async function bacaAkun(em: Pembaca, opdId: readonly number[]): Promise<Map<number, number>> {
  const baris = await em.query<{ id: number; n: string }[]>(
    "SELECT opd_id AS id, COUNT(*) AS n FROM akun WHERE peran = 'opd' AND aktif = 1 AND opd_id IN (?) GROUP BY opd_id",
    [opdId],
  );
  return new Map(baris.map((b) => [b.id, Number(b.n)]));
}

/** The years that are not closed and whose last day the change reaches, newest first, with what goes out of date in each. */
export async function bacaDampakTahun(
  em: Pembaca,
  mulai: string,
  id: readonly number[],
  opd: { lama: number; baru: number },
): Promise<DampakTahun[]> {
  const periode = await em.query<{ tahun: number; mulai: string; akhir: string; hitungId: number | null }[]>(
    `SELECT tahun, mulai, akhir, hitung_id AS hitungId FROM periode WHERE status = 'berjalan' AND akhir >= ?
     ORDER BY tahun DESC`,
    [mulai],
  );
  const hasil: DampakTahun[] = [];
  for (const p of id.length === 0 ? [] : periode) {
    const [nilai] = await em.query<{ n: string }[]>(
      'SELECT COUNT(*) AS n FROM hasil_iko WHERE hitung_id = ? AND ormas_id IN (?)',
      [p.hitungId ?? 0, id],
    );
    const [bersama] = await em.query<{ lama: string | null; baru: string | null }[]>(
      `SELECT SUM(bersama_opd_id = ?) AS lama, SUM(bersama_opd_id = ?) AS baru FROM kegiatan
       WHERE ormas_id IN (?) AND status = 'terverifikasi' AND opd_konfirmasi_pada IS NOT NULL
         AND tanggal_selesai BETWEEN ? AND ?`,
      [opd.lama, opd.baru, id, p.mulai, p.akhir],
    );
    hasil.push({
      tahun: p.tahun,
      nilai: Number(nilai?.n ?? 0),
      bersamaLama: Number(bersama?.lama ?? 0),
      bersamaBaru: Number(bersama?.baru ?? 0),
    });
  }
  return hasil;
}

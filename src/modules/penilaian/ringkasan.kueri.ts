import Big from 'big.js';
import { type DataSource, type EntityManager } from 'typeorm';
import { TINGKAT_MAKSIMUM } from '../../iko/hasil.js';
import { type RingkasanKelompok } from './penilaian.types.js';

// The one definition of means and coverage. Home page, cluster pages and the page of a year call it; the annual report
// freezes the same rows and is compared with it by a test (ADR 0016).
//
// - Population: the ormas that the run scored (`hasil_iko` of the run that counts), never the register of today.
// - Cluster: the one stored with each result, as it was on the window's last day, never the one of today.
// - n and mean: complete scores only. A provisional one (coverage too low, or a domain without a value) is counted apart,
//   and so is whoever has no score because of being registered for less than a year.

/** SQL: result `h` holds a complete score, the kind that is ranked and goes into means. */
export const SKOR_LENGKAP = "h.sementara = 0 AND h.status = 'dinilai'";

interface BarisKelompok {
  opdId: number | null;
  opd: string | null;
  tingkat: number | null;
  jenis: 'lengkap' | 'sementara' | 'profil-saja';
  n: string;
  skor: string | null;
  cakupan: string | null;
}

/**
 * Distribution and mean of a run as a whole (first, its `opdId` and `opd` null) and of each cluster by name, the one of
 * those not decided last.
 * @param batas narrows the rows of `hasil_iko h`: what the reader may see
 */
export async function bacaRingkasan(
  db: Pick<DataSource | EntityManager, 'query'>,
  hitungId: number,
  batas: { sql: string; nilai: readonly unknown[] } = { sql: '1 = 1', nilai: [] },
): Promise<[RingkasanKelompok, ...RingkasanKelompok[]]> {
  const baris = await db.query<BarisKelompok[]>(
    `SELECT h.opd_id AS opdId, p.nama AS opd, h.tingkat,
       CASE WHEN ${SKOR_LENGKAP} THEN 'lengkap' WHEN h.status = 'profil-saja' THEN 'profil-saja' ELSE 'sementara' END AS jenis,
       COUNT(*) AS n, SUM(h.skor) AS skor, SUM(h.cakupan) AS cakupan
     FROM hasil_iko h LEFT JOIN opd p ON p.id = h.opd_id
     WHERE h.hitung_id = ? AND ${batas.sql} GROUP BY h.opd_id, p.nama, h.tingkat, jenis ORDER BY p.nama IS NULL, p.nama`,
    [hitungId, ...batas.nilai],
  );
  const opd = [...new Map(baris.map((b) => [b.opdId, b.opd]))];
  return [
    ringkas(null, null, baris),
    ...opd.map(([id, nama]) =>
      ringkas(
        id,
        nama,
        baris.filter((b) => b.opdId === id),
      ),
    ),
  ];
}

function ringkas(opdId: number | null, opd: string | null, baris: readonly BarisKelompok[]): RingkasanKelompok {
  const jumlah = (isi: readonly BarisKelompok[]): number => isi.reduce((n, b) => n + Number(b.n), 0);
  const jenis = (j: BarisKelompok['jenis']): BarisKelompok[] => baris.filter((b) => b.jenis === j);
  const lengkap = jenis('lengkap');
  const n = jumlah(lengkap);
  return {
    opdId,
    opd,
    rerata: {
      rata: rata(
        lengkap.map((b) => b.skor),
        n,
      ),
      cakupan: rata(
        lengkap.map((b) => b.cakupan),
        n,
      ),
      n,
      populasi: jumlah(baris),
    },
    sementara: jumlah(jenis('sementara')),
    profilSaja: jumlah(jenis('profil-saja')),
    tingkat: Array.from({ length: TINGKAT_MAKSIMUM + 1 }, (_, t) => jumlah(lengkap.filter((b) => b.tingkat === t))),
  };
}

/** The mean of exact sums, rounded once, half up, to two decimals. */
function rata(jumlah: readonly (string | null)[], n: number): string | null {
  if (n === 0) return null;
  // Twenty places before the one rounding: no sum of two-place figures over a count can be misplaced by that.
  const total = jumlah.reduce((a, b) => a.plus(b ?? 0), new Big(0));
  return total.div(n).round(2, Big.roundHalfUp).toFixed(2);
}

import { type EntityManager } from 'typeorm';
import { tanggalWib } from '../../common/tanggal.js';

/** Series of numbers: the office's annual reports, and the provisional ones, which must not use up their numbers. */
const SERI = { tahunan: 'LMT', sementara: 'LMS' } as const;

/**
 * The portal's own number of a report, `LMT-2026-0001`: series, year of ISSUE (the year in Western Indonesian Time in
 * which it is asked for, not the year it speaks of), and a running number that begins at 1 in each series and year. A
 * report of 2025 that is issued in March 2026 as the first of that year is LMT-2026-0001. The office's agenda number is
 * another one; it is written by hand on the ratification sheet.
 *
 * The last number stands in a row of its own, which stays locked until the caller's transaction ends: two at once get
 * different numbers, and a transaction that is rolled back gives its number back, so that there is no gap.
 */
export async function nomorBerikut(em: EntityManager, sementara: boolean, pada: Date): Promise<string> {
  const seri = SERI[sementara ? 'sementara' : 'tahunan'];
  const tahun = Number(tanggalWib(pada).slice(0, 4));
  await em.query(
    'INSERT INTO laporan_nomor (seri, tahun, terakhir) VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE terakhir = terakhir + 1',
    [seri, tahun],
  );
  const [baris] = await em.query<{ terakhir: number }[]>(
    'SELECT terakhir FROM laporan_nomor WHERE seri = ? AND tahun = ?',
    [seri, tahun],
  );
  return `${seri}-${tahun}-${String(baris?.terakhir ?? 1).padStart(4, '0')}`;
}

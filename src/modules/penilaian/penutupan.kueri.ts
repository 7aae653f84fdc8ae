import { type EntityManager } from 'typeorm';
import { type MasihTerbuka, type SisaPeriode } from './penutupan.js';

// Read-only questions across the activities, like the inputs of a score: what a year leaves undone when it is closed.

/** So many are named on the page. */
const BANYAK_CONTOH = 10;

interface PeriodeDibaca {
  id: number;
  mulai: string;
  akhir: string;
  hitungId: number | null;
}

/** What a period leaves undone, with the first of each kind by name. */
export async function bacaSisa(em: EntityManager, p: PeriodeDibaca): Promise<SisaPeriode> {
  const jendela = [p.mulai, p.akhir];
  const [laporan, bersama, mandiri, [skor]] = await Promise.all([
    terbuka(
      em,
      `FROM kegiatan k JOIN ormas o ON o.id = k.ormas_id
       WHERE k.status IN ('diajukan', 'dikembalikan') AND k.tanggal_selesai BETWEEN ? AND ?`,
      jendela,
    ),
    terbuka(
      em,
      `FROM kegiatan k JOIN ormas o ON o.id = k.ormas_id
       WHERE k.status = 'terverifikasi' AND k.bersama_opd_id IS NOT NULL AND k.opd_konfirmasi_pada IS NULL
         AND NOT EXISTS (SELECT 1 FROM kegiatan_bantahan x WHERE x.kegiatan_id = k.id AND x.opd_id = k.bersama_opd_id)
         AND k.tanggal_selesai BETWEEN ? AND ?`,
      jendela,
    ),
    mandiriTerbuka(em, p.id),
    em.query<{ sementara: string | null; dinilai: string }[]>(
      `SELECT SUM(sementara = 1) AS sementara, COUNT(*) AS dinilai FROM hasil_iko
       WHERE hitung_id = ? AND status = 'dinilai'`,
      [p.hitungId ?? 0],
    ),
  ]);
  return {
    ...{ laporan, bersama, mandiri },
    sementara: Number(skor?.sementara ?? 0),
    dinilai: Number(skor?.dinilai ?? 0),
  };
}

async function terbuka(em: EntityManager, dari: string, nilai: readonly string[]): Promise<MasihTerbuka> {
  const [hitung] = await em.query<{ jumlah: string }[]>(`SELECT COUNT(*) AS jumlah ${dari}`, [...nilai]);
  const contoh = await em.query<{ id: number; judul: string; nama: string }[]>(
    `SELECT k.id, k.judul, o.nama ${dari} ORDER BY k.diajukan_pada, k.id LIMIT ${BANYAK_CONTOH}`,
    [...nilai],
  );
  return {
    jumlah: Number(hitung?.jumlah ?? 0),
    contoh: contoh.map(({ id, judul, nama }) => ({ id, teks: `${judul} (${nama})` })),
  };
}

async function mandiriTerbuka(em: EntityManager, periodeId: number): Promise<MasihTerbuka> {
  const dari = `FROM tingkat_indikator t JOIN ormas o ON o.id = t.ormas_id
    WHERE t.periode_id = ? AND t.tingkat_mandiri IS NOT NULL AND t.tingkat_akhir IS NULL AND t.tak_berlaku IS NULL`;
  const [hitung] = await em.query<{ jumlah: string }[]>(`SELECT COUNT(DISTINCT o.id) AS jumlah ${dari}`, [periodeId]);
  const contoh = await em.query<{ id: number; teks: string }[]>(
    `SELECT o.id, MIN(o.nama) AS teks ${dari} GROUP BY o.id ORDER BY teks, o.id LIMIT ${BANYAK_CONTOH}`,
    [periodeId],
  );
  return { jumlah: Number(hitung?.jumlah ?? 0), contoh };
}

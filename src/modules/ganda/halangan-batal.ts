import { type EntityManager } from 'typeorm';
import { barisTercatat } from './gabung-baris.js';

/** A merging as far as its undoing asks. */
export interface GabunganTersimpan {
  id: number;
  asalId: number;
  tujuanId: number;
  /** Ids of the years that were closed when it was done. */
  tertutup: readonly number[];
  /** The newest row of the board, where it was taken over. */
  puncakPengurus: number | null;
}

type Baca = Pick<EntityManager, 'query'>;

/**
 * Holds the years until the transaction ends: no run of scores begins and no year is closed while rows change hands. Asked
 * before the entries are locked, as a run that ends locks its year before them.
 */
export async function kunciTahun(em: Baca): Promise<void> {
  await em.query('SELECT id FROM periode ORDER BY id LOCK IN SHARE MODE');
}

/** Whether a year is being scored: then no row may change hands. */
export async function sedangDihitung(em: Baca): Promise<boolean> {
  const [b] = await em.query<{ ada: number }[]>(
    "SELECT EXISTS (SELECT 1 FROM hitung WHERE status IN ('menunggu', 'berjalan')) AS ada",
  );
  return Number(b?.ada) === 1;
}

/** Ids of the years that are closed, and their numbers. */
export function tahunTertutup(em: Baca): Promise<{ id: number; tahun: number }[]> {
  return em.query<{ id: number; tahun: number }[]>(
    "SELECT id, tahun FROM periode WHERE status = 'ditutup' ORDER BY tahun",
  );
}

/** Why a merging cannot be taken back wholly now, in a sentence that says what to do; null: nothing speaks against it. */
export async function halanganBatal(em: Baca, g: GabunganTersimpan): Promise<string | null> {
  const [t] = await em.query<{ nama: string; keId: number | null; ke: string | null }[]>(
    'SELECT o.nama, t.id AS keId, t.nama AS ke FROM ormas o LEFT JOIN ormas t ON t.id = o.digabung_ke WHERE o.id = ?',
    [g.tujuanId],
  );
  if (t && t.keId !== null)
    return `“${t.nama}” sendiri sudah digabung ke “${t.ke ?? ''}” (nomor ${t.keId}). Batalkan penggabungan itu dahulu.`;
  if (await sedangDihitung(em)) return 'IKO sedang dihitung. Tunggu sampai selesai, lalu coba lagi.';
  const baru = (await tahunTertutup(em)).filter((p) => !g.tertutup.includes(p.id));
  if (baru.length > 0) {
    const tahun = baru.map((p) => p.tahun).join(', ');
    return `Tahun ${tahun} ditutup sesudah penggabungan, dan nilainya dihitung dari kedua catatan. Buka kembali tahun itu dahulu.`;
  }
  const rencana = await barisTercatat(em, g.id, 'program_kerja');
  const dipindah = new Set((await barisTercatat(em, g.id, 'kegiatan')).map(Number));
  if (rencana.length > 0) {
    const kegiatan = await em.query<{ id: number; judul: string }[]>(
      'SELECT id, judul FROM kegiatan WHERE ormas_id = ? AND program_kerja_id IN (?) ORDER BY id',
      [g.tujuanId, rencana],
    );
    const lain = kegiatan.find((k) => !dipindah.has(k.id));
    if (lain)
      return `Kegiatan “${lain.judul}” dilaporkan sesudah penggabungan untuk rencana kerja yang akan dikembalikan. Lepaskan dahulu kegiatan itu dari rencana kerjanya.`;
  }
  if (dipindah.size > 0) {
    const [lain] = await em.query<{ judul: string }[]>(
      `SELECT k.judul FROM kegiatan k JOIN program_kerja p ON p.id = k.program_kerja_id
       WHERE k.ormas_id = ? AND k.id IN (?) AND p.ormas_id = ? AND p.id NOT IN (?) ORDER BY k.id LIMIT 1`,
      [g.tujuanId, [...dipindah], g.tujuanId, rencana.length > 0 ? rencana : [0]],
    );
    if (lain)
      return `Kegiatan “${lain.judul}” akan dikembalikan, tetapi sesudah penggabungan dikaitkan dengan rencana kerja catatan yang tetap. Lepaskan dahulu kegiatan itu dari rencana kerjanya.`;
  }
  if (g.puncakPengurus !== null) {
    const [p] = await em.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM pengurus WHERE ormas_id = ? AND id > ?', [
      g.tujuanId,
      g.puncakPengurus,
    ]);
    if (Number(p?.n) > 0)
      return 'Susunan pengurus diganti lagi sesudah penggabungan. Batalkan persetujuan perubahan pengurus itu dahulu.';
  }
  return null;
}

import { selisihHari } from '../../common/tanggal.js';
import { JENIS_DOKUMEN, type DokumenOrmas, type JenisDokumen } from './ormas.types.js';

/** Days before its end from which a document asks to be renewed. */
export const HARI_PERINGATAN = 30;

/** How a document stands on a day. */
export type KeadaanDokumen = 'sah' | 'segera-berakhir' | 'berakhir' | 'belum-diperiksa' | 'tidak-sah' | 'belum-ada';

/** One line of the legality of an ormas; `dokumen` null when there is none of the kind. */
export interface Legalitas<D extends DokumenOrmas = DokumenOrmas> {
  jenis: JenisDokumen;
  keadaan: KeadaanDokumen;
  /** Days until it ends (negative: since it ended); null without an end. */
  sisaHari: number | null;
  dokumen: D | null;
}

/** How one document stands on a day ('YYYY-MM-DD'). */
export function keadaanDokumen(d: Pick<DokumenOrmas, 'status' | 'berlakuSampai'>, hari: string): KeadaanDokumen {
  if (d.status === 'tidak-sah') return 'tidak-sah';
  if (d.berlakuSampai !== null && d.berlakuSampai < hari) return 'berakhir';
  if (d.status === 'belum-diperiksa') return 'belum-diperiksa';
  if (d.berlakuSampai !== null && selisihHari(hari, d.berlakuSampai) <= HARI_PERINGATAN) return 'segera-berakhir';
  return 'sah';
}

const URUTAN: readonly KeadaanDokumen[] = ['sah', 'segera-berakhir', 'belum-diperiksa', 'berakhir', 'tidak-sah'];

/** The legality of an ormas on a day: one line per kind of document, the best document of each kind. */
export function susunLegalitas<D extends DokumenOrmas>(dokumen: readonly D[], hari: string): Legalitas<D>[] {
  return JENIS_DOKUMEN.map((jenis) => {
    const calon = dokumen
      .filter((d) => d.jenis === jenis)
      .map((d) => ({ d, keadaan: keadaanDokumen(d, hari) }))
      .sort((a, b) => URUTAN.indexOf(a.keadaan) - URUTAN.indexOf(b.keadaan));
    const terbaik = calon[0];
    if (!terbaik) return { jenis, keadaan: 'belum-ada', sisaHari: null, dokumen: null };
    const { berlakuSampai } = terbaik.d;
    return {
      jenis,
      keadaan: terbaik.keadaan,
      sisaHari: berlakuSampai === null ? null : selisihHari(hari, berlakuSampai),
      dokumen: terbaik.d,
    };
  });
}

const BERLAKU: readonly KeadaanDokumen[] = ['sah', 'segera-berakhir'];

/**
 * Whether a document is history on a day: it has ended, ends soon, or was found not valid, and a newer one of its kind is
 * in force. What nobody has looked at yet is not: it still waits for a finding.
 */
export function sudahDiganti<D extends DokumenOrmas & { id: number }>(
  d: D,
  dokumen: readonly D[],
  hari: string,
): boolean {
  const keadaan = keadaanDokumen(d, hari);
  if (keadaan === 'sah' || d.status === 'belum-diperiksa') return false;
  return dokumen.some(
    (lain) =>
      lain.jenis === d.jenis &&
      BERLAKU.includes(keadaanDokumen(lain, hari)) &&
      (keadaan === 'tidak-sah' ? lain.id > d.id : berakhirSesudah(lain, d)),
  );
}

function berakhirSesudah(a: DokumenOrmas, b: DokumenOrmas): boolean {
  return b.berlakuSampai !== null && (a.berlakuSampai === null || a.berlakuSampai > b.berlakuSampai);
}

/** Whether a document in this state leaves a gap that somebody must close. */
export function adaKekurangan(keadaan: KeadaanDokumen): boolean {
  return keadaan !== 'sah' && keadaan !== 'belum-diperiksa' && keadaan !== 'segera-berakhir';
}

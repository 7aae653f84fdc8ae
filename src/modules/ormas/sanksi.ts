import { type DataSource, type EntityManager } from 'typeorm';
import { tanggal } from '../../common/format.js';
import { tambahHari } from '../../common/tanggal.js';
import {
  type CatatanPembinaan,
  type IsianStatus,
  type JenisPembinaan,
  SEBUTAN_STATUS,
  type SelisihStatus,
  type StatusOrmas,
} from './ormas.types.js';

// Guidance and sanctions as the register looks at them: whether what is recorded of them (module pembinaan, which reads
// the register and is not read by it) and the standing of the ormas say the same. Nothing here writes: a difference is
// shown with a way to either side, and a person decides which of the two is missing.

/** What each kind is called on every page. */
export const SEBUTAN_PEMBINAAN: Readonly<Record<JenisPembinaan, string>> = {
  pembinaan: 'Pembinaan',
  peringatan: 'Peringatan tertulis',
  penghentian: 'Penghentian kegiatan',
  pencabutan: 'Pencabutan',
};

/** SQL: row `b` of `pembinaan` is a sanction in force on a day. Two parameters: the day, twice. */
export const SANKSI_BERLAKU = `b.batal_pada IS NULL AND b.jenis <> 'pembinaan' AND b.tanggal <= ?
  AND (b.sampai IS NULL OR b.sampai >= ?)`;

/** SQL: row `b` of `pembinaan` is a sanction in force on a day whose letter is not in the portal. Parameters as above. */
export const SANKSI_TANPA_SURAT = `${SANKSI_BERLAKU} AND NOT EXISTS (SELECT 1 FROM pembinaan_berkas f WHERE f.pembinaan_id = b.id)`;

/** Whether a row is a sanction in force on a day: from its first to its last day. */
export function sanksiBerlaku(b: Pick<CatatanPembinaan, 'jenis' | 'tanggal' | 'sampai'>, hari: string): boolean {
  return b.jenis !== 'pembinaan' && b.tanggal <= hari && (b.sampai === null || b.sampai >= hari);
}

/** The log of one ormas without what was cancelled, newest first. The caller has checked permission. */
export async function bacaCatatanPembinaan(
  db: Pick<DataSource | EntityManager, 'query'>,
  ormasId: number,
): Promise<CatatanPembinaan[]> {
  return db.query<CatatanPembinaan[]>(
    `SELECT id, jenis, tanggal, sampai, nomor, dasar FROM pembinaan
     WHERE ormas_id = ? AND batal_pada IS NULL ORDER BY tanggal DESC, id DESC LIMIT 200`,
    [ormasId],
  );
}

/** The standing that goes with a sanction; guidance and a warning change none. */
const STATUS_SANKSI: Readonly<Partial<Record<JenisPembinaan, StatusOrmas>>> = {
  penghentian: 'dibekukan',
  pencabutan: 'dicabut',
};

/**
 * In what the standing of an ormas and its log differ on a day; null: in nothing. One that dissolved itself has no
 * sanction to match, and the log of an entry that was merged went over with the rest.
 */
export function selisihStatus(
  kini: StatusOrmas,
  catatan: readonly CatatanPembinaan[],
  hari: string,
): SelisihStatus | null {
  if (kini === 'bubar' || kini === 'digabung') return null;
  const berlaku = (j: JenisPembinaan) => catatan.find((b) => b.jenis === j && sanksiBerlaku(b, hari));
  const cabut = berlaku('pencabutan');
  const henti = berlaku('penghentian');
  if (kini === 'dicabut') return cabut ? null : { jenis: 'sanksi-tertinggal', sanksi: 'pencabutan', kini };
  if (cabut) return { jenis: 'status-tertinggal', sanksi: cabut, status: 'dicabut', kini };
  if (kini === 'terdaftar')
    return henti ? { jenis: 'status-tertinggal', sanksi: henti, status: 'dibekukan', kini } : null;
  if (henti) return null;
  const lalu = catatan.find((b) => b.jenis === 'penghentian' && b.sampai !== null && b.sampai < hari);
  return lalu
    ? { jenis: 'sanksi-berakhir', sanksi: lalu, kini }
    : { jenis: 'sanksi-tertinggal', sanksi: 'penghentian', kini };
}

/** SQL: `selisihStatus` of ormas `o` is not null. Parameters: the day, six times. */
export const BERSELISIH = `(
  (o.status IN ('terdaftar', 'dibekukan') AND EXISTS (SELECT 1 FROM pembinaan b
    WHERE b.ormas_id = o.id AND b.jenis = 'pencabutan' AND ${SANKSI_BERLAKU}))
  OR (o.status NOT IN ('bubar', 'dicabut', 'digabung') AND (o.status = 'dibekukan') <> EXISTS (SELECT 1 FROM pembinaan b
    WHERE b.ormas_id = o.id AND b.jenis = 'penghentian' AND ${SANKSI_BERLAKU}))
  OR (o.status = 'dicabut' AND NOT EXISTS (SELECT 1 FROM pembinaan b
    WHERE b.ormas_id = o.id AND b.jenis = 'pencabutan' AND ${SANKSI_BERLAKU})))`;

/** The six parameters of `BERSELISIH`. */
export const nilaiBerselisih = (hari: string): string[] => Array.from({ length: 6 }, () => hari);

/** A difference in words: what it is, and which act would settle it. */
export function kataSelisih(s: SelisihStatus): { judul: string; teks: string; tombol: string } {
  const kini = SEBUTAN_STATUS[s.kini].toLowerCase();
  if (s.jenis === 'status-tertinggal') {
    const sejak = `${SEBUTAN_PEMBINAAN[s.sanksi.jenis]} tercatat berlaku sejak ${tanggal(s.sanksi.tanggal)}`;
    return {
      judul: 'Status belum mengikuti sanksi',
      teks: `${sejak}, sedangkan status dalam register masih ${kini}. Status tidak berubah sendiri; catat perubahannya bila memang demikian.`,
      tombol: `Catat status ${SEBUTAN_STATUS[s.status].toLowerCase()}`,
    };
  }
  if (s.jenis === 'sanksi-berakhir')
    return {
      judul: 'Penghentian sudah berakhir',
      teks: `Penghentian kegiatan berakhir ${tanggal(s.sanksi.sampai ?? '')}, sedangkan status dalam register masih ${kini}. Status tidak berubah sendiri; catat perubahannya bila memang demikian.`,
      tombol: 'Catat status terdaftar',
    };
  return {
    judul: 'Dasar status belum tercatat',
    teks: `Status dalam register ${kini}, tetapi belum ada catatan ${SEBUTAN_PEMBINAAN[s.sanksi].toLowerCase()} yang berlaku. Catat suratnya agar dasarnya dapat dibaca.`,
    tombol: `Catat ${SEBUTAN_PEMBINAAN[s.sanksi].toLowerCase()}`,
  };
}

/**
 * The change of standing that a row of the log calls for, as its form shows it first: what the sanction means while it is
 * in force, registered again from the day after a halt is over. null: the row calls for none.
 */
export function usulStatus(b: CatatanPembinaan, hari: string): IsianStatus | null {
  const status = STATUS_SANKSI[b.jenis];
  if (status === undefined) return null;
  const surat = `${SEBUTAN_PEMBINAAN[b.jenis]}: ${b.nomor ?? b.dasar}`.slice(0, 300);
  if (sanksiBerlaku(b, hari)) return { status, berlaku: b.tanggal, alasan: surat };
  if (b.sampai === null || b.sampai >= hari) return null;
  return { status: 'terdaftar', berlaku: tambahHari(b.sampai, 1), alasan: `${surat}, sudah berakhir.`.slice(0, 300) };
}

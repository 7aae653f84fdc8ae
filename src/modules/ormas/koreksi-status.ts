import { type GalatIsian } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { HARI_PERTAMA } from '../../common/tanggal.js';
import { SEBUTAN_STATUS, type StatusOrmas } from './ormas.types.js';

// The rules by which the history of standing (`riwayat_status_ormas`) may be added to and corrected. Pure.

/** One row of the history. */
export interface BarisStatus {
  id: number;
  /** null: the row only cancels another. */
  status: StatusOrmas | null;
  /** 'YYYY-MM-DD'; null: since an unknown day. */
  berlaku: string | null;
  alasan: string | null;
  dicatat: Date;
  /** The name of who recorded it; null: the portal itself, or taken over with the register. */
  oleh: string | null;
  membatalkanId: number | null;
  /** The row that cancels this one. */
  dibatalkanOleh: number | null;
}

/** What a correction says in place of a row; `status` null: the change never was. */
export interface IsianKoreksi {
  status: StatusOrmas | null;
  berlaku: string;
  alasan: string;
}

/** How a form says that what was recorded never was. */
export const TIDAK_TERJADI = 'tidak-terjadi';

type Sah = BarisStatus & { status: StatusOrmas };

const urut = (a: Pick<BarisStatus, 'berlaku' | 'id'>, b: Pick<BarisStatus, 'berlaku' | 'id'>): number =>
  (a.berlaku ?? '').localeCompare(b.berlaku ?? '') || a.id - b.id;

/** The rows that count, oldest first: those that say a status and that no other cancels. */
export function statusSah(riwayat: readonly BarisStatus[]): Sah[] {
  return riwayat.filter((b): b is Sah => b.status !== null && b.dibatalkanOleh === null).sort(urut);
}

/** Whether a row may be corrected: the beginning of the history is the registration itself, what is cancelled is settled. */
export function dapatDikoreksi(riwayat: readonly BarisStatus[], b: BarisStatus): boolean {
  return b.dibatalkanOleh === null && b.id !== Math.min(...riwayat.map((r) => r.id));
}

/**
 * Whether a status can begin on a day: not before the ormas was registered nor before the Republic, not in the future.
 * @param o its registration, null when nobody knows the day; and today
 */
export function galatHariStatus(berlaku: string, o: { terdaftarPada: string | null; hariIni: string }): string | null {
  if (berlaku > o.hariIni) return 'Isi tanggal hari ini atau yang sudah lewat.';
  if (o.terdaftarPada !== null && berlaku < o.terdaftarPada)
    return `Ormas ini terdaftar sejak ${tanggal(o.terdaftarPada)}. Isi tanggal itu atau sesudahnya.`;
  return berlaku < HARI_PERTAMA ? `Isi tanggal ${tanggal(HARI_PERTAMA)} atau sesudahnya.` : null;
}

/**
 * What speaks against a correction: nothing that differs, or a day that would change the order of what was recorded
 * before and after the row.
 */
export function galatKoreksi(
  riwayat: readonly BarisStatus[],
  b: BarisStatus,
  isian: Pick<IsianKoreksi, 'status' | 'berlaku'>,
): GalatIsian | null {
  if (isian.status === null)
    return b.status === null ? { bidang: 'status', pesan: 'Perubahan ini memang sudah dibatalkan.' } : null;
  if (isian.status === b.status && isian.berlaku === b.berlaku)
    return { bidang: 'status', pesan: 'Belum ada yang berbeda. Ubah status atau tanggalnya.' };
  const lain = statusSah(riwayat).filter((r) => r.id !== b.id);
  const sebelum = lain.filter((r) => urut(r, b) < 0).at(-1);
  const sesudah = lain.find((r) => urut(r, b) > 0);
  if (isian.status === sebelum?.status)
    return {
      bidang: 'status',
      pesan: `Status sebelumnya juga ${SEBUTAN_STATUS[isian.status].toLowerCase()}. Bila tidak ada perubahan, pilih “Tidak pernah terjadi”.`,
    };
  if (sebelum?.berlaku && isian.berlaku < sebelum.berlaku)
    return {
      bidang: 'berlaku',
      pesan: `Status sebelumnya berlaku sejak ${tanggal(sebelum.berlaku)}. Isi tanggal itu atau sesudahnya.`,
    };
  if (sesudah?.berlaku && isian.berlaku >= sesudah.berlaku)
    return {
      bidang: 'berlaku',
      pesan: `Status berikutnya berlaku sejak ${tanggal(sesudah.berlaku)}. Isi tanggal sebelum itu.`,
    };
  return null;
}

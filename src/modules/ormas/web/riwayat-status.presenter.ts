import { tanggal, tanggalJam } from '../../../common/format.js';
import { type BarisStatus, dapatDikoreksi, statusSah } from '../koreksi-status.js';
import { SEBUTAN_STATUS } from '../ormas.types.js';
import { jalurOrmas } from './ormas.paths.js';

/** One row of `views/ormas/riwayat-status.hbs`. */
export interface BarisRiwayatStatus {
  status: string;
  masa: string;
  dasar: string;
  dicatat: string;
  oleh: string | null;
  /** Cancelled by a later row: why. null: it counts. */
  batal: string | null;
  koreksi: string | null;
}

/** A row of the history in words. */
export const sebutBaris = (b: Pick<BarisStatus, 'status'>): string =>
  b.status === null ? 'Perubahan dibatalkan' : SEBUTAN_STATUS[b.status];

/** Since when a row holds, in words. */
export const sebutMasa = (b: Pick<BarisStatus, 'berlaku'>): string =>
  b.berlaku === null ? 'sejak awal tercatat' : `sejak ${tanggal(b.berlaku)}`;

/**
 * Standing as it was ever recorded, newest first; what was corrected stays readable, with the reason.
 * @param koreksi the ormas whose rows the reader may correct; null: may not
 */
export function presentRiwayatStatus(
  riwayat: readonly BarisStatus[],
  koreksi: { ormasId: number } | null,
): BarisRiwayatStatus[] {
  const terakhir = statusSah(riwayat).at(-1);
  return riwayat.toReversed().map((b) => {
    const pembatal = riwayat.find((r) => r.id === b.dibatalkanOleh);
    return {
      status: `${sebutBaris(b)}${b.id === terakhir?.id ? ' (sekarang)' : ''}`,
      masa: sebutMasa(b),
      dasar: `${b.membatalkanId === null ? '' : 'Koreksi: '}${b.alasan ?? 'Menurut register'}`,
      dicatat: tanggalJam(b.dicatat),
      oleh: b.oleh,
      batal: pembatal ? `Dikoreksi ${tanggalJam(pembatal.dicatat)}: ${pembatal.alasan ?? ''}` : null,
      koreksi: koreksi && dapatDikoreksi(riwayat, b) ? jalurOrmas.koreksiStatus(koreksi.ormasId, b.id) : null,
    };
  });
}

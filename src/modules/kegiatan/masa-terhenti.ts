import { tanggal } from '../../common/format.js';
import { tambahHari } from '../../common/tanggal.js';
import { type BarisStatus, statusSah } from '../ormas/koreksi-status.js';
import { masihAda } from '../ormas/riwayat-status.js';
import { type StatusOrmas } from '../ormas/ormas.types.js';

// Days on which an ormas holds no activities that could be reported. Pure.

/** One such span of days, 'YYYY-MM-DD', both included; null: since, or until, no known day. */
export interface MasaTerhenti {
  status: Exclude<StatusOrmas, 'terdaftar'>;
  /** The day from which that standing holds. */
  sejak: string | null;
  mulai: string | null;
  akhir: string | null;
}

/**
 * When an ormas was suspended, revoked or dissolved, out of the history of its standing. The day on which such a standing
 * begins is still one of activities (an ormas dissolves itself in a meeting), the day on which it ends is one again.
 */
export function masaTerhenti(riwayat: readonly BarisStatus[]): MasaTerhenti[] {
  const sah = statusSah(riwayat);
  const jeda = (sebelum: StatusOrmas | undefined): number => (sebelum === undefined || sebelum === 'terdaftar' ? 1 : 0);
  return sah.flatMap(({ status, berlaku }, i): MasaTerhenti[] => {
    if (status === 'terdaftar') return [];
    const berikut = sah[i + 1];
    const mulai = berlaku === null ? null : tambahHari(berlaku, jeda(sah[i - 1]?.status));
    if (!berikut) return [{ status, sejak: berlaku, mulai, akhir: null }];
    const akhir = berikut.berlaku === null ? null : tambahHari(berikut.berlaku, -1);
    return akhir === null || (mulai !== null && akhir < mulai) ? [] : [{ status, sejak: berlaku, mulai, akhir }];
  });
}

/** The first of the spans in which a day of the activity lies; null where there is none, or the activity has no day. */
export function terhentiPada(
  masa: readonly MasaTerhenti[],
  mulai: string | null,
  selesai: string | null,
): MasaTerhenti | null {
  const awal = mulai ?? selesai;
  const akhir = selesai ?? mulai;
  if (awal === null || akhir === null) return null;
  return masa.find((m) => (m.mulai ?? '') <= akhir && (m.akhir === null || awal <= m.akhir)) ?? null;
}

const KEADAAN: Readonly<Record<MasaTerhenti['status'], string>> = {
  dibekukan: 'dibekukan',
  dicabut: 'dicabut pendaftarannya',
  bubar: 'bubar',
  digabung: 'digabung ke catatan lain',
};

/** `bubar sejak 3 Mei 2026`, `dibekukan sejak 3 Mei 2026 sampai 10 Juni 2026` (its last day). */
export function sebutMasa(m: MasaTerhenti): string {
  const sejak = m.sejak === null ? '' : ` sejak ${tanggal(m.sejak)}`;
  const sampai = m.akhir === null ? '' : ` sampai ${tanggal(m.akhir)}`;
  return `${KEADAAN[m.status]}${sejak}${sampai}`;
}

/** What the secretary is told at the day of an activity that cannot be reported. */
export function kalimatTerhenti(m: MasaTerhenti): string {
  const apa = masihAda(m.status)
    ? 'Selama dibekukan, kegiatan ormas dihentikan sehingga tidak dapat dilaporkan.'
    : m.sejak === null
      ? 'Kegiatannya tidak dapat dilaporkan lagi.'
      : 'Yang dapat dilaporkan hanya kegiatan sampai hari itu.';
  return `Menurut register, ormas ini ${sebutMasa(m)}. ${apa} Bila itu keliru, hubungi petugas; drafnya tetap tersimpan.`;
}

import { tanggal, tanggalJam } from '../../common/format.js';
import { type Peristiwa } from '../../infra/view/bagian.js';
import { type BarisAudit } from '../audit/audit.service.js';

/** One row of the audit trail as an event of a timeline, with the difference where the row holds both versions. */
export function presentPeristiwa(b: BarisAudit): Peristiwa {
  const { sebelum, sesudah, alasan, hari } = (b.rincian ?? {}) as {
    sebelum?: Record<string, unknown>;
    sesudah?: Record<string, unknown>;
    alasan?: string;
    /** Where only the day is known. */
    hari?: string;
  };
  const teks = (nilai: unknown): string =>
    typeof nilai === 'string' || typeof nilai === 'number' ? String(nilai) : '';
  const beda =
    sebelum && sesudah
      ? Object.keys(sesudah)
          .map((bidang) => ({ bidang, sebelum: teks(sebelum[bidang]), sesudah: teks(sesudah[bidang]) }))
          .filter((d) => d.sebelum !== d.sesudah)
      : [];
  return {
    jenis: 'netral',
    apa: b.ringkasan,
    saat: hari === undefined ? tanggalJam(b.waktu) : tanggal(hari),
    saatIso: b.waktu.toISOString(),
    siapa: b.aktorNama,
    ...(alasan ? { catatan: alasan } : {}),
    ...(beda.length > 0 ? { beda } : {}),
  };
}

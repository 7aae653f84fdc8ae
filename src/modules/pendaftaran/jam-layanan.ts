import { type HariLibur, jamHariKerja } from '../../common/hari-kerja.js';
import { STATUS_BERJALAN, type StatusPendaftaran } from './pendaftaran.status.js';
import { type JamLayanan } from './pendaftaran.types.js';

/** Working days within which the office answers (UU 17/2013 art. 16). */
export const JATAH_HARI_KERJA = 15;

/**
 * Where the clock of an application stands. It runs from the first submission, stands still while the applicant must
 * act (between the end of one round and the next submission), and is over with the decision.
 * @param putaran in order; `berakhirPada` null: the office still has it
 */
export function jamLayanan(
  status: StatusPendaftaran,
  putaran: readonly { diajukanPada: Date; berakhirPada: Date | null }[],
  kini: Date,
  libur: HariLibur,
): JamLayanan | null {
  const [pertama] = putaran;
  if (!pertama) return null;
  const selesai = !STATUS_BERJALAN.includes(status);
  const akhir = selesai ? (putaran.at(-1)?.berakhirPada ?? kini) : kini;
  const jeda = putaran.flatMap((p, i) => {
    const berikut = putaran[i + 1]?.diajukanPada ?? null;
    return p.berakhirPada === null || (selesai && berikut === null) ? [] : [{ dari: p.berakhirPada, sampai: berikut }];
  });
  const { terpakai, sisa, tenggat, berhenti } = jamHariKerja(
    pertama.diajukanPada,
    akhir,
    JATAH_HARI_KERJA,
    libur,
    jeda,
  );
  const keadaan = selesai ? 'selesai' : berhenti ? 'berhenti' : 'berjalan';
  return { jatah: JATAH_HARI_KERJA, terpakai, sisa, tenggat: keadaan === 'berjalan' ? tenggat : null, keadaan };
}

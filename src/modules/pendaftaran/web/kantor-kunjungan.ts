import { type Aktor } from '../../../common/aktor.js';
import { tanggal } from '../../../common/format.js';
import { type Catatan } from '../../../infra/view/bagian.js';
import { bolehRencanakanKunjungan } from '../../lapangan/kunjungan.policy.js';
import { STATUS_BERJALAN } from '../../lapangan/kunjungan.status.js';
import { type BarisKunjungan } from '../../lapangan/kunjungan.types.js';
import { STATUS_MENUNGGU_KANTOR } from '../pendaftaran.status.js';
import { type PendaftaranRinci } from '../pendaftaran.types.js';
import { kunjunganTampil, type KunjunganTampil } from './pendaftaran.kata.js';
import { jalurPendaftaran } from './pendaftaran.paths.js';

// The field visits to an application, on its page before the office.

/** Visits that are not finished, while the office still decides. */
const belumSelesai = (kunjungan: readonly BarisKunjungan[]): BarisKunjungan[] =>
  kunjungan.filter((k) => STATUS_BERJALAN.includes(k.status));

/** Sending upward, or approving, before the planned visit is written down is a decision to be taken with open eyes. */
export function peringatanKunjungan(p: PendaftaranRinci, kunjungan: readonly BarisKunjungan[]): Catatan[] {
  const belum = belumSelesai(kunjungan);
  if (belum.length === 0 || !STATUS_MENUNGGU_KANTOR.includes(p.status)) return [];
  return [
    {
      jenis: 'perlu',
      judul: 'Kunjungan lapangan belum selesai',
      teks: `Direncanakan ${belum.map((k) => tanggal(k.tanggal)).join(', ')}. Selesaikan berita acaranya sebelum meneruskan pendaftaran, atau batalkan kunjungannya.`,
    },
  ];
}

/** Whether a planned visit is not finished. */
export const adaBelumSelesai = (kunjungan: readonly BarisKunjungan[]): boolean => belumSelesai(kunjungan).length > 0;

/** The visits, and where another is planned while the office examines. */
export function bagianKunjungan(
  aktor: Aktor,
  p: PendaftaranRinci,
  kunjungan: readonly BarisKunjungan[],
): { kunjungan: KunjunganTampil[]; rencanakan: string | null } {
  const boleh = bolehRencanakanKunjungan(aktor) && STATUS_MENUNGGU_KANTOR.includes(p.status);
  return {
    kunjungan: kunjunganTampil(kunjungan, p.hari),
    rencanakan: boleh ? jalurPendaftaran.rencanakanKunjungan(p.id) : null,
  };
}

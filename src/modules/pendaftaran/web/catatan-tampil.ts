import { type Lencana } from '../../../infra/view/bagian.js';
import { catatanKantor } from '../catatan.aturan.js';
import { type CatatanKantor, type PendaftaranRinci } from '../pendaftaran.types.js';
import { jalurPendaftaran } from './pendaftaran.paths.js';

/** A remark of the office as its applicant reads it. */
export interface CatatanTampil {
  label: string;
  href: string;
  teks: string;
  lencana: Lencana;
}

/** What is to be mended, while it is the applicant's turn. */
export function catatanTampil(p: PendaftaranRinci): CatatanTampil[] {
  if (p.status !== 'perlu-perbaikan') return [];
  return catatanKantor(p).map((c) => ({
    ...{ label: c.label, teks: c.teks, href: jalurCatatan(p.id, c) },
    lencana: c.dijawab ? { jenis: 'baik', teks: 'Sudah Anda ubah' } : { jenis: 'perlu', teks: 'Belum diubah' },
  }));
}

/** The place of a remark in the form. */
export const jalurCatatan = (id: number, c: CatatanKantor): string =>
  c.jenis === 'isian'
    ? `${jalurPendaftaran.isi(id, c.tempat)}#isian-${c.bidang}`
    : `${jalurPendaftaran.dokumen(id, c.tempat)}#isian-berkas`;

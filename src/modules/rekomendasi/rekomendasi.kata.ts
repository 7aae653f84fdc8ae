import { type Lencana } from '../../infra/view/bagian.js';
import { type RingkasRekomendasi, SEBUTAN_STATUS } from './rekomendasi.types.js';

/** How it stands on a day: what is open and late says so. */
export function lencanaRekomendasi(
  r: Pick<RingkasRekomendasi, 'status' | 'jatuhTempo' | 'selesaiPada'>,
  hari: string,
): Lencana {
  if (r.status === 'terbuka' && r.jatuhTempo < hari) return { jenis: 'bahaya', teks: 'Lewat batas waktu' };
  if (r.status === 'selesai' && r.selesaiPada !== null && r.selesaiPada > r.jatuhTempo)
    return { jenis: 'netral', teks: 'Selesai, terlambat' };
  return SEBUTAN_STATUS[r.status];
}

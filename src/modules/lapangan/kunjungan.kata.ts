import { angka, hariTanggal } from '../../common/format.js';
import { selisihHari } from '../../common/tanggal.js';
import { type Lencana } from '../../infra/view/bagian.js';
import { kataJam } from './kunjungan.aturan.js';
import { SEBUTAN_STATUS, type StatusKunjungan } from './kunjungan.status.js';
import { type BarisKunjungan, type SikapOrmas } from './kunjungan.types.js';

// The same words for the same thing on every page of visits.

/** How a visit stands as its badge: a planned one whose day has passed says so. */
export function lencanaKunjungan(k: { status: StatusKunjungan; tanggal: string }, hari: string): Lencana {
  const lewat = selisihHari(k.tanggal, hari);
  if (k.status === 'direncanakan' && lewat > 0) return { jenis: 'perlu', teks: `Terlewat ${angka(lewat)} hari` };
  if (k.status === 'direncanakan' && lewat === 0) return { jenis: 'perlu', teks: 'Hari ini' };
  return SEBUTAN_STATUS[k.status];
}

const SIKAP: Readonly<Record<SikapOrmas, Lencana>> = {
  setuju: { jenis: 'baik', teks: 'Ormas setuju' },
  'tidak-setuju': { jenis: 'bahaya', teks: 'Ormas tidak setuju' },
  belum: { jenis: 'netral', teks: 'Ormas belum menyatakan sikap' },
};

export const lencanaSikap = (sikap: SikapOrmas): Lencana => SIKAP[sikap];

/** What came of a finished visit, as badges: whether anybody was met, and what the ormas said. */
export function lencanaHasil(k: Pick<BarisKunjungan, 'status' | 'ditemui' | 'sikap'>): Lencana[] {
  if (k.status !== 'selesai') return [];
  if (k.ditemui === false && k.sikap === 'belum') return [{ jenis: 'perlu', teks: 'Tidak ada yang ditemui' }];
  return k.sikap === null ? [] : [SIKAP[k.sikap]];
}

/** `Selasa, 5 Desember 2026, 09.30 WIB`. */
export const kapan = (tanggal: string, jam: string | null): string =>
  hariTanggal(tanggal) + (jam === null ? '' : `, ${kataJam(jam)}`);

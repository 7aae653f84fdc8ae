import { tambahHari } from '../../common/tanggal.js';
import { type DataPemetaan, type SumberKlaster } from './klaster.types.js';

/** What the place of an ormas in a cluster is derived from; see `klaster_ormas`. */
export interface BarisKlaster {
  opdId: number | null;
  bidangId: number | null;
  berlakuDari: string;
  berlakuSampai: string | null;
  sumber: 'bidang' | 'petugas';
  alasan: string | null;
}

/** A span of days in one cluster. */
export interface RuasKlaster extends Omit<BarisKlaster, 'sumber'> {
  sumber: SumberKlaster;
}

type Masa = Pick<DataPemetaan, 'berlakuDari' | 'berlakuSampai'>;
type Peta = Pick<DataPemetaan, 'bidangId' | 'opdId' | 'alasan'> & Masa;

/** Whether a day ('YYYY-MM-DD') lies in a span, both of its ends included. */
export const berlakuPada = (m: Masa, hari: string): boolean =>
  m.berlakuDari <= hari && (m.berlakuSampai === null || hari <= m.berlakuSampai);

/** The rule by which a bidang belongs to an OPD on a day ('YYYY-MM-DD'), or null: belum ditetapkan. */
export function pemetaanPada<P extends Pick<Peta, 'bidangId' | 'opdId'> & Masa>(
  pemetaan: readonly P[],
  bidangId: number | null,
  hari: string,
): P | null {
  return pemetaan.find((p) => p.bidangId === bidangId && berlakuPada(p, hari)) ?? null;
}

/**
 * In whose cluster a row of the history puts an ormas on a day: the one definition, for every page, policy, report and
 * score. An officer's decision holds as decided; who follows the bidang is where the bidang is on that day. Before the
 * first day of the mapping what the row says holds.
 */
export function opdPada(
  k: Pick<BarisKlaster, 'opdId' | 'bidangId' | 'sumber'>,
  pemetaan: readonly (Pick<Peta, 'bidangId' | 'opdId'> & Masa)[],
  hari: string,
): number | null {
  if (k.sumber === 'petugas' || k.bidangId === null) return k.opdId;
  return pemetaanPada(pemetaan, k.bidangId, hari)?.opdId ?? k.opdId;
}

/** The spans of one row of the history: it is cut where the OPD of its bidang changes. Oldest first. */
export function ruasKlaster(k: BarisKlaster, pemetaan: readonly Peta[]): RuasKlaster[] {
  const potong = pemetaan
    .filter((p) => k.sumber === 'bidang' && p.bidangId === k.bidangId && p.berlakuDari > k.berlakuDari)
    .filter((p) => k.berlakuSampai === null || p.berlakuDari <= k.berlakuSampai)
    .sort((a, b) => (a.berlakuDari < b.berlakuDari ? -1 : 1));
  const ruas: RuasKlaster[] = [{ ...k, opdId: opdPada(k, pemetaan, k.berlakuDari) }];
  for (const p of potong) {
    const lalu = ruas.at(-1) as RuasKlaster;
    if (p.opdId === lalu.opdId) continue;
    lalu.berlakuSampai = tambahHari(p.berlakuDari, -1);
    ruas.push({
      ...{ opdId: p.opdId, bidangId: k.bidangId, berlakuDari: p.berlakuDari, berlakuSampai: k.berlakuSampai },
      ...{ sumber: 'pemetaan', alasan: p.alasan },
    });
  }
  return ruas;
}

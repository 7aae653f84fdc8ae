import { type DataPemetaan } from './klaster.types.js';

/** The rule by which a bidang belongs to an OPD on a day ('YYYY-MM-DD'), or null: belum ditetapkan. */
export function pemetaanPada(
  pemetaan: readonly DataPemetaan[],
  bidangId: number | null,
  hari: string,
): DataPemetaan | null {
  return (
    pemetaan.find(
      (p) => p.bidangId === bidangId && p.berlakuDari <= hari && (p.berlakuSampai === null || hari <= p.berlakuSampai),
    ) ?? null
  );
}

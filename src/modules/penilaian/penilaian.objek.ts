/** How one score is called in the audit trail (`objek` 'nilai'): its year and its ormas. */
export function objekNilai(tahun: number, ormasId: number): string {
  return `${tahun}/${ormasId}`;
}

/** The object of files attached to a level; its id is that of the level's row. */
export const OBJEK_BUKTI = 'tingkat';

/** How one score is called in the audit trail (`objek` 'nilai'): its year and its ormas. */
export function objekNilai(tahun: number, ormasId: number): string {
  return `${tahun}/${ormasId}`;
}

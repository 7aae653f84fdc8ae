/** What may end: a document of the ormas, a letter of this office, an SKKO from a register, the term of its board. */
export const BENDA_RADAR = ['dokumen', 'surat', 'skko', 'masa-bakti'] as const;
export type BendaRadar = (typeof BENDA_RADAR)[number];

/** A span to look at: ending within 0–30, 31–60 or 61–90 days, or ended. */
export const MASA_RADAR = ['30', '60', '90', 'berakhir'] as const;
export type MasaRadar = (typeof MASA_RADAR)[number];

/** How many end in each span; the spans do not overlap. */
export interface RingkasRadar {
  berakhir: number;
  hari30: number;
  hari60: number;
  hari90: number;
}

/** One thing that ends or has ended. `rinci` names it further: the kind of document; `bendaId`: its row. */
export interface BarisRadar {
  benda: BendaRadar;
  bendaId: number;
  rinci: string;
  nomor: string | null;
  berlakuSampai: string;
  ormasId: number;
  ormas: string;
  opd: string | null;
  kelurahan: string | null;
}

/** What to show: codes that stand in the address; `''` narrows nothing. */
export interface SaringanRadar {
  masa: MasaRadar;
  benda: BendaRadar | '';
  /** Code of an OPD, or `belum`. */
  opd: string;
}

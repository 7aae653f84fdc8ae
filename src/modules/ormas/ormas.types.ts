/** Legal form (UU 17/2013 art. 10–11): legal entities, non-legal-entity ormas, or the branch of a larger one. */
export const BENTUK_ORMAS = ['yayasan', 'perkumpulan', 'non-badan-hukum', 'cabang'] as const;
export type BentukOrmas = (typeof BENTUK_ORMAS)[number];

/** Standing in the register; whether it is active is computed from verified activities, never typed. */
export const STATUS_ORMAS = ['terdaftar', 'dibekukan', 'dicabut', 'bubar'] as const;
export type StatusOrmas = (typeof STATUS_ORMAS)[number];

/** Documents whose validity the instrument asks about (EFK3, KBL1). */
export const JENIS_DOKUMEN = [
  'dasar-hukum',
  'ad-art',
  'sk-pengurus',
  'program-kerja',
  'sop-keuangan',
  'domisili',
  'npwp',
] as const;
export type JenisDokumen = (typeof JENIS_DOKUMEN)[number];

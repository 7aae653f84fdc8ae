import { MASIH_ADA } from '../ormas/riwayat-status.js';

// Read-only questions across register, letters and documents: what ends is in four tables, and is asked for at once.

/**
 * SQL: everything of ormas `o` in the register whose validity ends on or before a day and that nothing later replaces:
 * `benda, benda_id, rinci, nomor, berlaku_sampai` and the ormas. Takes the day four times ({@link nilaiBenda}).
 */
export const BENDA_BERAKHIR = `(
  SELECT 'dokumen' AS benda, d.id AS benda_id, d.ormas_id, d.jenis AS rinci,
    CASE WHEN d.jenis = 'npwp' THEN NULL ELSE d.nomor END AS nomor, d.berlaku_sampai
  FROM ormas_dokumen d WHERE d.status = 'sah' AND d.berlaku_sampai <= ? AND NOT EXISTS (SELECT 1 FROM ormas_dokumen x
    WHERE x.ormas_id = d.ormas_id AND x.jenis = d.jenis AND x.status = 'sah' AND x.id <> d.id
      AND (x.berlaku_sampai IS NULL OR x.berlaku_sampai > d.berlaku_sampai))
  UNION ALL
  SELECT 'surat', s.id, s.ormas_id, 'surat', s.nomor, s.berlaku_sampai
  FROM surat s WHERE s.status = 'terbit' AND s.berlaku_sampai <= ?
    AND NOT EXISTS (SELECT 1 FROM surat x WHERE x.ormas_id = s.ormas_id AND x.status = 'terbit' AND x.id > s.id)
  UNION ALL
  SELECT 'skko', k.id, k.id, 'skko', k.nomor_skko, k.skko_berlaku_sampai
  FROM ormas k WHERE k.skko_berlaku_sampai <= ?
    AND NOT EXISTS (SELECT 1 FROM surat x WHERE x.ormas_id = k.id AND x.status = 'terbit')
  UNION ALL
  SELECT 'masa-bakti', p.id, p.ormas_id, 'masa-bakti', NULL, p.sampai
  FROM pengurus p WHERE p.jabatan = 'ketua' AND p.sampai <= ?
    AND NOT EXISTS (SELECT 1 FROM pengurus x WHERE x.ormas_id = p.ormas_id AND x.jabatan = 'ketua' AND x.id <> p.id
      AND (x.sampai IS NULL OR x.sampai > p.sampai))
    AND NOT EXISTS (SELECT 1 FROM ormas_dokumen x WHERE x.ormas_id = p.ormas_id AND x.jenis = 'sk-pengurus'
      AND x.status = 'sah' AND x.berlaku_sampai >= p.sampai)
) b JOIN ormas o ON o.id = b.ormas_id AND ${MASIH_ADA}`;

/** The values of {@link BENDA_BERAKHIR}. @param sampai 'YYYY-MM-DD' up to which one looks */
export const nilaiBenda = (sampai: string): string[] => [sampai, sampai, sampai, sampai];

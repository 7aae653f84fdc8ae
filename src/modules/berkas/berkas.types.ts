/** What is stored: photos keep JPEG, other pictures become WebP, documents stay PDF. */
export type MimeTersimpan = 'image/jpeg' | 'image/webp' | 'application/pdf';

/** What a place for a file may ask for. */
export type JenisBerkas = 'dokumen' | 'foto';

/** Largest file as received, in bytes. */
export const UKURAN_BERKAS_MAKS = 10_000_000;
/**
 * Bytes that the files of one ormas may take, those taken off again included: 500 MB is some thousand photos as they are
 * stored, ten years of a busy ormas, and a thousand ormas of that kind fit on the smallest disk an office buys.
 */
export const KUOTA_ORMAS = 500_000_000;
/**
 * Bytes that one account may store in a day (Jakarta) of files that take no ormas' room: an officer's own, an applicant's.
 * A day of field work with two hundred photos is a tenth of it.
 */
export const KUOTA_AKUN_SEHARI = 500_000_000;
/** The `accept` list of an upload field for photos, and for documents. */
export const TERIMA_FOTO = 'image/jpeg,image/png,image/webp';
export const TERIMA_DOKUMEN = 'application/pdf';

/**
 * A file that was checked and whose bytes are durable, but that belongs to nothing yet. Bytes that never get a row
 * hurt nobody: they are found under their hash when the same file comes again.
 */
export interface BerkasSiap {
  /** Name for the download, cleaned, with the ending of the stored kind. */
  nama: string;
  mime: MimeTersimpan;
  /** Of the stored bytes. */
  sha256: string;
  ukuran: number;
  /** Of the bytes as received: equal to the above unless a picture was re-encoded. */
  sha256Asal: string;
  ukuranAsal: number;
  /** Pixels; null for documents. */
  lebar: number | null;
  tinggi: number | null;
  /** The small picture for lists; null for documents. */
  sha256Kecil: string | null;
}

/** Whose file it becomes: `objek` names a guard (`BerkasService.daftarkanPenjaga`), `objekId` the row it belongs to. */
export interface PemilikBerkas {
  objek: string;
  objekId: number;
  ormasId: number | null;
  dibuatOleh: number | null;
}

/** A stored file's row as others see it. */
export interface BerkasTersimpan extends BerkasSiap, PemilikBerkas {
  /** Opaque: 128 random bits. */
  id: string;
  dibuatPada: Date;
}

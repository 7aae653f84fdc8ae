/** Where a register file stands on its way into the register. */
export const STATUS_IMPOR = ['menunggu', 'memeriksa', 'siap', 'memasukkan', 'selesai', 'gagal'] as const;
export type StatusImpor = (typeof STATUS_IMPOR)[number];

/** What became of a line. */
export const HASIL_BARIS = ['diterima', 'ganda', 'ditolak'] as const;
export type HasilBaris = (typeof HASIL_BARIS)[number];

/** Lines by what becomes of them; `mirip`: taken, but with a name that is nearly another's; `dilewati`: left out by the officer, whatever they are. */
export type PilahBaris = HasilBaris | 'mirip' | 'dilewati' | 'dikoreksi';

/** A preview with how far it is. */
export interface PratinjauImpor {
  id: number;
  /** Name of the file on the sender's device. */
  berkas: string;
  ukuran: number;
  status: StatusImpor;
  tataLetak: string | null;
  /** The headings of the file. */
  judul: string[];
  /** Lines with content, and how many of them have been looked at (or stored). */
  jumlah: number;
  diproses: number;
  hitungan: Record<PilahBaris, number>;
  /** How many ormas were stored. */
  masuk: number | null;
  /** What the officer should know: why it failed, or what has changed since the preview. */
  pesan: string | null;
  versi: number;
  dibuatPada: Date;
  mulaiPada: Date | null;
  selesaiPada: Date | null;
  kedaluwarsaPada: Date;
}

/** A preview in a list. */
export type RingkasImpor = Pick<PratinjauImpor, 'id' | 'berkas' | 'status' | 'jumlah' | 'masuk' | 'dibuatPada'>;

/** One line of a preview. */
export interface BarisPratinjau {
  nomor: number;
  nama: string;
  hasil: HasilBaris;
  /** Why it is rejected, or what it repeats; each begins with the heading of its column where it has one. */
  alasan: string | null;
  catatan: { kolom: string; pesan: string }[];
  /** The line of the file, or the ormas of the register, that it repeats. */
  kembaran: number | null;
  kembaranOrmas: { id: number; nama: string } | null;
  /** The line, or the ormas, whose name it nearly has. */
  mirip: number | null;
  miripOrmas: { id: number; nama: string } | null;
  dilewati: boolean;
  dikoreksi: { oleh: string; pada: Date } | null;
}

/** A line with its cells, for correcting it. */
export interface BarisLengkap extends BarisPratinjau {
  sel: string[];
  /** The cells as they stood in the file, when they were corrected since. */
  selAsal: string[] | null;
  versi: number;
}

/** The form field of a column of the file, from 0. */
export const bidangKolom = (i: number): string => `kolom${i}`;

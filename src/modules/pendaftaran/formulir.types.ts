/** A condition on another answer: it holds when that answer is (or contains) one of the values. */
export interface Bila {
  bidang: string;
  nilai: readonly string[];
}

/** How a field is asked. `centang`: several of the choices. */
export type JenisKolom = 'teks' | 'panjang' | 'tanggal' | 'bulat' | 'pilihan' | 'radio' | 'centang';

/** One field of the form. */
export interface KolomFormulir {
  nama: string;
  label: string;
  jenis: JenisKolom;
  /** Whether an answer is asked for; a condition: only then. */
  wajib: boolean | Bila;
  /** What is said when the answer is missing. */
  pesan: string;
  petunjuk?: string;
  maksimal?: number;
  pola?: 'telepon' | 'surel' | 'npwp' | 'rtrw';
  /** A day that must have been, or one that may lie ahead. */
  waktu?: 'lampau';
  /** Choices out of the reference data. */
  sumber?: 'bidang' | 'kelurahan';
  opsi?: readonly (readonly [nilai: string, teks: string])[];
  otomatis?: string;
  satuan?: string;
}

/** One page of the form: one topic. */
export interface HalamanFormulir {
  kode: string;
  judul: string;
  pengantar: string;
  kolom: readonly KolomFormulir[];
}

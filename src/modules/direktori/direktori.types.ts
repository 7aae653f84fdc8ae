import { type Halaman } from '../../common/page.js';
import { type OrmasPublik } from '../ormas/ormas-publik.service.js';
import { type OpsiSaringan } from '../ormas/ormas.types.js';

/** What the register says to somebody who asks for an organisation. */
export type Jawaban =
  /** Nobody asked for one: the list is only leafed through. */
  | { jenis: 'tidak-ditanya' }
  /** Exactly this name, or this number, stands in the register. */
  | { jenis: 'ada'; ormas: OrmasPublik; menurut: 'nama' | 'nomor' }
  /** Names that contain what was typed; which of them is meant, the reader knows. */
  | { jenis: 'mungkin' }
  /** Punctuation alone: there is nothing one could look for. */
  | { jenis: 'tak-tercari' }
  /** No name like it. `mirip`: names that differ by a few letters. */
  | { jenis: 'tidak-ada'; mirip: { id: number; nama: string }[] };

/** One page of the directory with the answer to what was asked. */
export interface HasilDirektori {
  halaman: Halaman<OrmasPublik>;
  jawaban: Jawaban;
  /** The kecamatan that was typed, as a choice of the filter; null: none. */
  kecamatan: OpsiSaringan | null;
}

/** The office, as the directory speaks of it. */
export interface Kantor {
  kota: string;
  lembaga: string;
  alamat: string;
  kontak: string;
}

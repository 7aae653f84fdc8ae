import { type Halaman } from '../../common/page.js';
import { type KecamatanTercari } from '../ormas/kata-kecamatan.js';
import { type OrmasPublik, type SaringanPublik } from '../ormas/ormas-publik.service.js';

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
  /** No name like it, but a kecamatan: its ormas are the list. */
  | { jenis: 'kecamatan'; kecamatan: KecamatanTercari }
  /** No name like it. `mirip`: names that differ by a few letters. */
  | { jenis: 'tidak-ada'; mirip: { id: number; nama: string }[] };

/** One page of the directory with the answer to what was asked. */
export interface HasilDirektori {
  halaman: Halaman<OrmasPublik>;
  jawaban: Jawaban;
  /** The filter that the page shows: what was asked for, or the kecamatan that it was read as. */
  saringan: SaringanPublik;
  /** The kecamatan that was typed; null: none. */
  kecamatan: KecamatanTercari | null;
}

/** The office, as the directory speaks of it. */
export interface Kantor {
  kota: string;
  lembaga: string;
  alamat: string;
  kontak: string;
}

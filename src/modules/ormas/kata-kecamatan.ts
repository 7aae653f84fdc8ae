import { angka } from '../../common/format.js';
import { type Catatan } from '../../infra/view/bagian.js';
import { type OpsiSaringan } from './ormas.types.js';

/** The kecamatan that a search names, as a choice of the filter, and the words beside it. */
export interface KecamatanDisebut extends OpsiSaringan {
  sisa: string;
}

/** The same with what is there. */
export interface KecamatanTercari extends KecamatanDisebut {
  diketik: string;
  /** Ormas there that also match the words beside it. */
  jumlah: number;
  /** There are more than were counted. */
  lebih: boolean;
  /** No name matched: what was typed is read as the kecamatan, and its ormas are the list. */
  dibaca: boolean;
}

/** Above the names that were found: the way to the kecamatan of that name; null: the list is that already, or none is there. */
export function tawaranKecamatan(k: KecamatanTercari | null): string | null {
  if (k === null || k.dibaca || k.jumlah === 0) return null;
  const memuat = k.sisa === '' ? '' : ` yang memuat “${k.sisa}”`;
  return `Tampilkan ormas di Kecamatan ${k.teks}${memuat} (${k.lebih ? 'lebih dari ' : ''}${angka(k.jumlah)})`;
}

/** Says how a search was read that is in no name. */
export function catatanKecamatan(k: KecamatanTercari): Catatan {
  return {
    jenis: 'netral',
    judul: k.jumlah > 0 ? `Ormas di Kecamatan ${k.teks}` : `Belum ada ormas di Kecamatan ${k.teks}`,
    teks: `Tidak ada nama yang memuat “${k.diketik}”; kata itu dibaca sebagai nama kecamatan.`,
  };
}

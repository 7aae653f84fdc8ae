import { kata } from './normalisasi.js';
import { sha256 } from './sidik.js';

/** Words of addresses that two hands write differently; '' says only that a number follows. */
const UNGKAPAN: ReadonlyMap<string, string> = new Map([
  ['jl', 'jalan'],
  ['jln', 'jalan'],
  ['gg', 'gang'],
  ['blk', 'blok'],
  ['komp', 'kompleks'],
  ['komplek', 'kompleks'],
  ['perum', 'perumahan'],
  ['no', ''],
  ['nomor', ''],
  ['nmr', ''],
]);
/** From these words on an address repeats the place, which the register has as a column. */
const TEMPAT = new Set(['kel', 'kelurahan', 'desa', 'kec', 'kecamatan', 'kota']);
const RT_RW = /^r[tw](\d*)$/;
const PANJANG_KUNCI = 16;

/** An address in the one spelling by which two are compared: 'jalan melati 5 a' for "Jl. Melati No. 05-A, RT 01". */
export function normalAlamat(alamat: string): string {
  const hasil: string[] = [];
  const semua = kata(alamat);
  for (let i = 0; i < semua.length; i++) {
    const k = semua[i] ?? '';
    if (TEMPAT.has(k) && hasil.length > 0) break;
    const rtRw = RT_RW.exec(k);
    if (rtRw) {
      // "RT 01" and "RT01"; what stands behind it is no number of a house.
      if (rtRw[1] === '' && /^\d+$/.test(semua[i + 1] ?? '')) i++;
      continue;
    }
    hasil.push(...((UNGKAPAN.get(k) ?? k).match(/\d+|\D+/g) ?? []).map((b) => b.replace(/^0+(?=\d)/, '')));
  }
  return hasil.join(' ');
}

/**
 * The key of a secretariat's address, stored beside it (`ormas.alamat_kunci`, 16 characters) so that the same house is
 * found by an index. Without the number of a house or a block a street says nothing: it has hundreds of them.
 * @param kelurahanId null: outside the city
 * @returns null when the address is not one by which two could be told to be the same
 */
export function kunciAlamat(alamat: string, kelurahanId: number | null): string | null {
  const normal = normalAlamat(alamat);
  if (!/\d/.test(normal) || !/[a-z]{3}/.test(normal)) return null;
  return sha256(`${kelurahanId ?? 'luar'}|${normal}`).slice(0, PANJANG_KUNCI);
}

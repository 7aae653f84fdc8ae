import { angka } from '../../common/format.js';
import { jumlahHalaman, type Halaman } from '../../common/page.js';
import { type Penomoran } from './bagian.js';

/**
 * The page links under a list: first, last, and the neighbours of the present page, gaps shown as an ellipsis.
 * @param alamat the address of page n
 */
export function susunPenomoran(h: Halaman<unknown>, alamat: (halaman: number) => string): Penomoran {
  const akhir = jumlahHalaman(h);
  const kini = h.halaman;
  const nomor: Penomoran['nomor'] = [];
  let lalu = 0;
  for (let n = 1; n <= akhir; n++) {
    if (n !== 1 && n !== akhir && Math.abs(n - kini) > 1) continue;
    if (n - lalu === 2) nomor.push({ teks: angka(n - 1), href: alamat(n - 1), kini: false });
    else if (n - lalu > 2) nomor.push({ teks: '…', href: null, kini: false });
    nomor.push({ teks: angka(n), href: n === kini ? null : alamat(n), kini: n === kini });
    lalu = n;
  }
  const awal = (kini - 1) * h.perHalaman + 1;
  return {
    ringkasan:
      h.isi.length === 0
        ? 'Tidak ada baris'
        : `${angka(awal)}–${angka(awal + h.isi.length - 1)} dari ${h.lebih ? 'lebih dari ' : ''}${angka(h.jumlah)}`,
    sebelum: kini > 1 ? alamat(kini - 1) : null,
    sesudah: kini < akhir ? alamat(kini + 1) : null,
    nomor,
  };
}

/** What a sheet for print says that holds less than its list, with a space before it; '' when it holds all. */
export function kalimatTerpotong(h: Pick<Halaman<unknown>, 'isi' | 'jumlah'>): string {
  return h.isi.length >= h.jumlah
    ? ''
    : ` Lembar ini memuat ${angka(h.isi.length)} yang pertama dari ${angka(h.jumlah)}: persempit saringannya untuk mencetak yang lain.`;
}

import { angka } from '../../../common/format.js';
import { type Lencana } from '../../../infra/view/bagian.js';
import { type BagianRingkas } from '../laporan.types.js';

/** One line of what a report holds: parts that are printed in pieces stand together, as they do in the report. */
export interface IsiLaporan {
  judul: string;
  /** The numbers as they stand at the foot of its pages, `1–17`; empty until all before it is made. */
  halaman: string;
  lencana: Lencana;
}

/** Which piece of a part it is stands at the end of its title. */
const POTONGAN = / \(\d+ dari \d+\)$/;

/** What a report holds, in order. The front matter has Roman numbers of its own, so the first part begins on page 1. */
export function susunIsi(bagian: readonly BagianRingkas[]): IsiLaporan[] {
  const kelompok: { judul: string; bagian: BagianRingkas[] }[] = [];
  for (const b of bagian) {
    const judul = b.judul.replace(POTONGAN, '');
    const akhir = kelompok.at(-1);
    if (akhir?.judul === judul) akhir.bagian.push(b);
    else kelompok.push({ judul, bagian: [b] });
  }
  // null: a part before is not made, and nobody knows yet where this one begins.
  let sebelum: number | null = 0;
  return kelompok.map(({ judul, bagian: isi }) => {
    const dari = sebelum;
    for (const b of isi) sebelum = sebelum === null || b.halaman === null ? null : sebelum + b.halaman;
    return { judul, halaman: rentang(dari, sebelum), lencana: keadaan(isi) };
  });
}

function rentang(dari: number | null, sampai: number | null): string {
  if (dari === null || sampai === null || sampai === dari) return '';
  return sampai === dari + 1 ? `${sampai}` : `${dari + 1}–${sampai}`;
}

function keadaan(isi: readonly BagianRingkas[]): Lencana {
  const selesai = isi.filter((b) => b.status === 'selesai').length;
  if (selesai === isi.length) return { jenis: 'baik', teks: 'Selesai' };
  if (selesai === 0) return { jenis: 'netral', teks: 'Menunggu' };
  return { jenis: 'proses', teks: `${angka(selesai)} dari ${angka(isi.length)} selesai` };
}

import { type BagianRingkas } from '../laporan.types.js';
import { susunIsi } from './isi-laporan.js';

const bagian = (...isi: [judul: string, halaman: number | null][]): BagianRingkas[] =>
  isi.map(([judul, halaman], i) => ({
    ...{ urutan: i + 1, judul, halaman },
    status: halaman === null ? 'menunggu' : 'selesai',
  }));

describe('what a report holds', () => {
  it('says on which pages each part stands, not how many it has; pieces of one part stand together', () => {
    const isi = susunIsi(
      bagian(
        ['BAB I sampai BAB V', 17],
        ['Cara membaca halaman ormas', 1],
        ['Halaman ormas, klaster DLH (1 dari 2)', 15],
        ['Halaman ormas, klaster DLH (2 dari 2)', 6],
        ['Lampiran 1', 1200],
      ),
    );
    expect(isi.map((b) => `${b.judul}: ${b.halaman}`)).toEqual([
      'BAB I sampai BAB V: 1–17',
      'Cara membaca halaman ormas: 18',
      'Halaman ormas, klaster DLH: 19–39',
      'Lampiran 1: 40–1239',
    ]);
  });

  it('while it is made: how far each part is, and no page before it is known', () => {
    const isi = susunIsi(bagian(['A', 4], ['B (1 dari 2)', 2], ['B (2 dari 2)', null], ['C', 3], ['D', null]));
    expect(isi.map((b) => [b.judul, b.halaman, b.lencana.teks])).toEqual([
      ['A', '1–4', 'Selesai'],
      ['B', '', '1 dari 2 selesai'],
      ['C', '', 'Selesai'],
      ['D', '', 'Menunggu'],
    ]);
  });
});

import { kalimatTerpotong } from './penomoran.js';

describe('a sheet for print', () => {
  it.each([
    [3, 3, ''],
    [0, 0, ''],
    [2, 1200, ' Lembar ini memuat 2 yang pertama dari 1.200: persempit saringannya untuk mencetak yang lain.'],
  ])('of %d rows out of %d says what it lacks', (isi, jumlah, kalimat) => {
    expect(kalimatTerpotong({ isi: Array(isi).fill(null), jumlah })).toBe(kalimat);
  });
});

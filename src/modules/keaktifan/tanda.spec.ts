import { type TandaOrmas } from './keaktifan.types.js';
import { kataDiam, tandaTerakhir } from './tanda.js';

const TIADA: TandaOrmas = {
  ...{ laporan: null, pertemuan: null, kunjungan: null, perubahan: null, konfirmasi: null, masuk: null },
};

describe('the newest sign of life', () => {
  it.each<[string, Partial<TandaOrmas>, ReturnType<typeof tandaTerakhir>]>([
    ['none', {}, null],
    ['a report', { laporan: '2026-01-02' }, { jenis: 'laporan', pada: '2026-01-02' }],
    ['a later sign-in', { laporan: '2026-01-02', masuk: '2026-01-03' }, { jenis: 'masuk', pada: '2026-01-03' }],
    [
      'of one day the strongest',
      { masuk: '2026-01-03', konfirmasi: '2026-01-03', pertemuan: '2026-01-03' },
      { jenis: 'pertemuan', pada: '2026-01-03' },
    ],
  ])('%s', (_apa, tanda, harapan) => {
    expect(tandaTerakhir({ ...TIADA, ...tanda })).toEqual(harapan);
  });
});

describe('the length of a silence in words', () => {
  it.each([
    [null, 'belum pernah'],
    ['2026-11-21', 'hari ini'],
    ['2026-11-20', 'diam 1 hari'],
    ['2026-09-23', 'diam 59 hari'],
    ['2026-08-21', 'diam 3 bulan'],
    ['2024-11-21', 'diam 23 bulan'],
  ])('since %s: %s', (sejak, kata) => {
    expect(kataDiam(sejak, '2026-11-21')).toBe(kata);
  });
});

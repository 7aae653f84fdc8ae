import { catatanJendela } from './penilaian.kata.js';

describe('a window that runs', () => {
  const periode = { tahun: 2027, mulai: '2026-12-01', akhir: '2027-11-30' };

  it.each([
    ['2026-12-01T00:01:00+07:00', 'baru 0 dari 365 hari'],
    ['2026-12-02T00:01:00+07:00', 'baru 1 dari 365 hari'],
    ['2027-11-30T23:59:00+07:00', 'baru 364 dari 365 hari'],
  ])('at %s says: %s', (saat, kata) => {
    const teks = catatanJendela(periode, new Date(saat))?.teks;
    expect(teks).toContain(kata);
    expect(teks).toContain('sampai 30 November 2027');
    expect(teks).toContain('belum diperingkat');
  });

  it('says nothing once it is over', () => {
    expect(catatanJendela(periode, new Date('2027-12-01T00:00:00+07:00'))).toBeNull();
  });
});

import { aktifPada } from './keaktifan.js';

describe('an ormas is active', () => {
  it.each([
    ['2025-11-21', true],
    ['2025-11-20', false],
    ['2026-11-21', true],
    [null, false],
  ])('on 21 November 2026 when its last verified activity was on %s: %s', (terakhir, aktif) => {
    expect(aktifPada(terakhir, '2026-11-21')).toBe(aktif);
  });

  it('counts a year from 29 February to 28 February', () => {
    expect(aktifPada('2027-02-28', '2028-02-29')).toBe(true);
  });
});

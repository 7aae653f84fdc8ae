import { aktifPada } from './keaktifan.js';

describe('an ormas is active', () => {
  it.each([
    ['terdaftar', '2025-11-21', true],
    ['terdaftar', '2025-11-20', false],
    ['terdaftar', '2026-11-21', true],
    ['terdaftar', null, false],
    ['dibekukan', '2026-11-21', true],
    ['dicabut', '2026-11-21', false],
    ['bubar', '2026-11-21', false],
  ] as const)(
    'on 21 November 2026 when it is %s and its last verified activity was on %s: %s',
    (status, terakhir, aktif) => {
      expect(aktifPada(status, terakhir, '2026-11-21')).toBe(aktif);
    },
  );

  it('counts a year from 29 February to 28 February', () => {
    expect(aktifPada('terdaftar', '2027-02-28', '2028-02-29')).toBe(true);
  });
});

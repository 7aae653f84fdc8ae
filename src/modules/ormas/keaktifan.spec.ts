import { aktifPada, baruTerdaftar } from './keaktifan.js';
import { lencanaKeaktifan } from './ormas.lencana.js';

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

describe('an ormas without a report', () => {
  it.each([
    ['terdaftar', '2026-11-21', 'Baru terdaftar'],
    ['terdaftar', '2025-11-22', 'Baru terdaftar'],
    ['terdaftar', '2025-11-21', 'Tidak aktif'],
    ['terdaftar', null, 'Tidak aktif'],
    ['bubar', '2026-11-01', 'Tidak aktif'],
  ] as const)('that is %s since %s is called on 21 November 2026: %s', (status, sejak, kata) => {
    const baru = baruTerdaftar(status, sejak, '2026-11-21');
    expect(lencanaKeaktifan({ aktif: false, baru }).teks).toBe(kata);
    expect(lencanaKeaktifan({ aktif: true, baru }).teks).toBe('Aktif');
  });
});

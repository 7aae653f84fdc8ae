import { jendelaTahun, ketepatanLaporanTahunan, masaLaporanTahunan, tahunBerjalan, tahunJendela } from './jendela.js';

describe('the window of a year of assessment', () => {
  it('runs from 1 December of the year before to 30 November', () => {
    expect(jendelaTahun('12-01', 2025)).toEqual({ mulai: '2024-12-01', akhir: '2025-11-30' });
  });

  it('is the calendar year when it starts on 1 January', () => {
    expect(jendelaTahun('01-01', 2025)).toEqual({ mulai: '2025-01-01', akhir: '2025-12-31' });
  });

  it('ends on the leap day when it starts on 1 March', () => {
    expect(jendelaTahun('03-01', 2028)).toEqual({ mulai: '2027-03-01', akhir: '2028-02-29' });
  });

  it.each([
    ['2025-11-30', 2025],
    ['2025-12-01', 2026],
    ['2025-12-31', 2026],
    ['2026-01-01', 2026],
  ])('puts %s into the year %d', (hari, tahun) => {
    expect(tahunJendela('12-01', hari)).toBe(tahun);
  });

  it.each([
    ['2026-11-30T23:59:00+07:00', 2026],
    ['2026-12-01T00:01:00+07:00', 2027],
    ['2027-01-01T00:01:00+07:00', 2027],
  ])('at %s the running year is %d', (saat, tahun) => {
    expect(tahunBerjalan('12-01', new Date(saat))).toBe(tahun);
  });

  it('puts every day of a calendar window into its own year', () => {
    expect(tahunJendela('01-01', '2025-12-31')).toBe(2025);
    expect(tahunJendela('01-01', '2025-01-01')).toBe(2025);
  });
});

describe('the yearly report of an ormas', () => {
  it.each([
    ['12-01', 2026, { buka: '2026-10-01', batas: '2026-11-30' }],
    ['01-01', 2026, { buka: '2026-11-01', batas: '2026-12-31' }],
    ['03-01', 2028, { buka: '2027-12-31', batas: '2028-02-29' }],
  ])('of a window from %s is sent for %d within its last days', (mulai, tahun, masa) => {
    expect(masaLaporanTahunan(jendelaTahun(mulai, tahun))).toEqual(masa);
  });

  it.each([
    ['2026-09-30T23:59:59+07:00', 'belum-dibuka'],
    ['2026-10-01T00:01:00+07:00', 'tepat'],
    ['2026-11-30T23:59:59+07:00', 'tepat'],
    ['2026-12-01T00:00:00+07:00', 'terlambat'],
  ])('sent at %s is %s', (saat, ketepatan) => {
    expect(ketepatanLaporanTahunan(jendelaTahun('12-01', 2026), new Date(saat))).toBe(ketepatan);
  });
});

import { halanganTutup, type KeadaanTutup } from './penutupan.js';

const SIAP: KeadaanTutup = {
  ...{ tahun: 2026, akhir: '2026-11-30', hitungId: 9, terakhir: 'selesai', usangSejak: null },
};

describe('whether a period may be closed', () => {
  it.each<[string, Partial<KeadaanTutup>, string, RegExp | null]>([
    ['ten days before its window ends', {}, '2026-11-20', /berlangsung sampai 30 November 2026/],
    ['on the last day of its window', {}, '2026-11-30', /berlangsung sampai 30 November 2026/],
    ['on the day after', {}, '2026-12-01', null],
    ['months later', {}, '2027-03-01', null],
    ['never computed', { hitungId: null, terakhir: null }, '2026-12-01', /belum pernah dihitung/],
    ['its only run failed', { hitungId: null, terakhir: 'gagal' }, '2026-12-01', /belum pernah dihitung/],
    ['a run waits', { terakhir: 'menunggu' }, '2026-12-01', /belum selesai/],
    ['a run goes', { terakhir: 'berjalan' }, '2026-12-01', /belum selesai/],
    ['the newest run failed, the one before counts', { terakhir: 'gagal' }, '2026-12-01', null],
    [
      'facts changed since',
      { usangSejak: new Date('2026-11-20T20:00:00Z') },
      '2026-12-01',
      /sejak 21 November 2026\. Hitung ulang IKO dahulu/,
    ],
    [
      'too early and out of date: the window is named first',
      { usangSejak: new Date() },
      '2026-11-21',
      /berlangsung sampai/,
    ],
  ])('%s', (_, ubah, hari, kata) => {
    const halangan = halanganTutup({ ...SIAP, ...ubah }, hari);
    if (kata === null) expect(halangan).toBeNull();
    else expect(halangan).toMatch(kata);
  });
});

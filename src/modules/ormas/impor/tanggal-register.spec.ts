import fc from 'fast-check';
import { selisihHari, tambahHari } from '../../../common/tanggal.js';
import { bacaTanggal, cariTeksTanggal } from './tanggal-register.js';

describe('a date in a register', () => {
  it.each([
    ['28/02/2007', '2007-02-28'],
    ['1/2/2019', '2019-02-01'],
    ['01-02-2019', '2019-02-01'],
    ['01.02.2019', '2019-02-01'],
    ['29/02/2000', '2000-02-29'],
    ['2023-09-27', '2023-09-27'],
    ['2023/9/7', '2023-09-07'],
    ['2023-09-27 00:00:00', '2023-09-27'],
    ['2023-09-27T17:30:00Z', '2023-09-27'],
    ['27/09/2023 08.15', '2023-09-27'],
    ['5 Mei 2014', '2014-05-05'],
    ['05-Des-2014', '2014-12-05'],
    ['17 Nopember 1999', '1999-11-17'],
    ['36785', '2000-09-16'],
    ['36785.75', '2000-09-16'],
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['73415', '2100-12-31'],
  ])('%s is %s', (teks, tanggal) => expect(bacaTanggal(teks)).toBe(tanggal));

  it.each([
    '31/02/2019',
    '29/02/2001',
    '29/02/1900',
    '12/31/2019',
    '00/01/2019',
    '01/00/2019',
    '2019-13-01',
    '0000-00-00',
    '31/12/1899',
    '01/01/2101',
    '01/02-2019',
    '05/07/14',
    '2014',
    '0',
    '60',
    '73416',
    '999999',
    '20190231',
    '-5',
    '5 Constructor 2014',
    'kemarin',
    '31 Juni 2014',
  ])('%s is no day', (teks) => expect(bacaTanggal(teks)).toBeNull());

  const hari = fc
    .integer({ min: 0, max: selisihHari('1900-01-01', '2100-12-31') })
    .map((n) => tambahHari('1900-01-01', n));

  it('is the same day in every way of writing it', () => {
    fc.assert(
      fc.property(hari, (tanggal) => {
        const [y, m, d] = tanggal.split('-').map(Number) as [number, number, number];
        const sejak = selisihHari('1899-12-31', tanggal);
        const serial = sejak < 60 ? sejak : sejak + 1;
        const tulisan = [`${d}/${m}/${y}`, `${d}-${m}-${y}`, `${y}-${m}-${d}`, tanggal, `${serial}.5`];
        if (serial < 1900 || serial > 2100) tulisan.push(String(serial));
        for (const t of tulisan) expect([t, bacaTanggal(t)]).toEqual([t, tanggal]);
      }),
      { numRuns: 1000 },
    );
  });

  it('stands inside the text of a deed', () => {
    expect(cariTeksTanggal('Akta No. 88 tanggal 05-05-1999')).toBe('05-05-1999');
    expect(cariTeksTanggal('Akta No. 88 tgl 5 Mei 1999, Notaris Contoh')).toBe('5 Mei 1999');
    expect(cariTeksTanggal('Akta No. 12/2014')).toBeNull();
  });
});

import { memuatNomorPribadi } from './nomor-pribadi.js';

describe('what may be a number of a person', () => {
  it.each([
    '012345678901000',
    '01.234.567.8-901.000',
    'NPWP 01.234.567.8-901.000',
    'NPWP01.234.567.8\u2011901.000',
    'a.n. Rekaan, 0812-0000-0001',
    '+62 (812) 0000 0001',
    '0812\u20110000\u20110001',
    '\u202a081200000001\u202c',
    '08\u200b12\u200d00000001',
    '0812 0000 0001 / 0812 0000 0002',
    '\uff10\uff18\uff11\uff12\uff10\uff10',
    'rekaan@contoh.invalid',
    'RW 12345',
  ])('%j stands in no address', (teks) => {
    expect(memuatNomorPribadi(teks)).toBe(true);
  });

  it.each(['', 'Yayasan Rekaan 12', 'Karang Taruna RW 05', 'Angkatan 1945', 'RT 01 RW 05', 'SK 220'])(
    '%j may',
    (teks) => {
      expect(memuatNomorPribadi(teks)).toBe(false);
    },
  );
});

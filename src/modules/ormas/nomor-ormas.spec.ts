import { uraiNomor } from './nomor-ormas.js';

describe('what was typed, as a number', () => {
  it.each(['012345678901000', '0012345678901000', '01.234.567.8-901.000'])(
    '%s is one NPWP, however it is written',
    (teks) => {
      expect(uraiNomor(teks)?.npwp).toEqual(['0012345678901000', '012345678901000']);
    },
  );

  it.each(['081200000001', '+62 812-0000-0001', '6281200000001', '0062 81200000001'])('%s is one phone', (teks) => {
    expect(uraiNomor(teks)).toMatchObject({ telepon: ['081200000001'] });
  });

  it('a number with letters is that of a document, and of no person', () => {
    expect(uraiNomor('AHU-0012345.AH.01.07')).toEqual({
      npwp: [],
      telepon: [],
      dasarHukum: 'ahu.12345.ah.1.7',
      tertulis: 'AHU-0012345.AH.01.07',
    });
  });

  it.each([
    'NPWP 01.234.567.8-901.000',
    'npwp: 01.234.567.8\u2011901.000',
    'a.n. Rekaan 012345678901000',
    '\u202a012345678901000\u202c',
    '0123\u200b45678901000',
  ])('%j is an NPWP whatever stands around and in it', (teks) => {
    expect(uraiNomor(teks)?.npwp).toEqual(['0012345678901000', '012345678901000']);
  });

  it('two numbers are two', () => {
    expect(uraiNomor('0812-0000-0001 / 0812-0000-0002')?.telepon).toEqual(['081200000001', '081200000002']);
    expect(uraiNomor('012345678901000 081200000001')).toMatchObject({
      npwp: ['0012345678901000', '012345678901000'],
      telepon: ['081200000001'],
    });
  });

  it.each(['', 'Yayasan Contoh', 'RW 05', 'Karang Taruna 2015', '1234'])('%j is no number', (teks) => {
    expect(uraiNomor(teks)).toBeNull();
  });
});

import { hanyaAngka, uraiNomor } from './nomor-ormas.js';

describe('what was typed, as a number', () => {
  it.each(['012345678901000', '0012345678901000', '01.234.567.8-901.000'])(
    '%s is one NPWP, however it is written',
    (teks) => {
      expect(uraiNomor(teks)?.npwp).toEqual(['0012345678901000', '012345678901000']);
    },
  );

  it.each(['081200000001', '+62 812-0000-0001', '6281200000001', '0062 81200000001'])('%s is one phone', (teks) => {
    expect(uraiNomor(teks)).toMatchObject({ telepon: '081200000001' });
  });

  it('a number with letters is that of a document, and of no person', () => {
    expect(uraiNomor('AHU-0012345.AH.01.07')).toEqual({
      npwp: [],
      telepon: null,
      dasarHukum: 'ahu.12345.ah.1.7',
      tertulis: 'AHU-0012345.AH.01.07',
    });
    expect(hanyaAngka('AHU-0012345.AH.01.07')).toBe(false);
    expect(hanyaAngka('220/002')).toBe(true);
  });

  it.each(['', 'Yayasan Contoh', 'RW 05', 'Karang Taruna 2015', '1234'])('%j is no number', (teks) => {
    expect(uraiNomor(teks)).toBeNull();
  });
});

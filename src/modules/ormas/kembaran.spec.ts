import fc from 'fast-check';
import { type AsalCiri, bedaSatuHuruf, ciriOrmas, kekuatanKembar, sebabKembar } from './kembaran.js';

const DASAR: AsalCiri = {
  nama: 'Yayasan Rekaan Sejahtera',
  kelurahanId: 1,
  npwp: null,
  dasarHukum: [],
  alamat: '',
};
const sebab = (a: Partial<AsalCiri>, b: Partial<AsalCiri>) =>
  sebabKembar(ciriOrmas({ ...DASAR, ...a }), ciriOrmas({ ...DASAR, nama: 'Perkumpulan Lain Sekali', ...b }));

describe('why two organisations may be one', () => {
  it.each<[string, Partial<AsalCiri>, Partial<AsalCiri>, string[]]>([
    ['nothing in common', {}, {}, []],
    ['one name in two spellings', {}, { nama: 'YYS. REKAAN  SEJAHTERA', kelurahanId: 9 }, ['nama']],
    ['one letter more', {}, { nama: 'Yayasan Rekaan Sejahtera i' }, ['nama-mirip']],
    ['one letter more in another kelurahan', {}, { nama: 'Yayasan Rekaan Sejahterai', kelurahanId: 2 }, []],
    ['words exchanged', {}, { nama: 'Yayasan Sejahtera Rekaan' }, ['urutan-kata']],
    ['another number', { nama: 'Karang Taruna RW 05' }, { nama: 'Karang Taruna RW 06' }, []],
    ['NPWP of 15 and of 16 digits', { npwp: '012345678901000' }, { npwp: '0012345678901000' }, ['npwp']],
    ['no NPWP twice', { npwp: null }, { npwp: null }, []],
    [
      'one legal number',
      { dasarHukum: ['AHU-0012.AH.01.07 Tahun 2019'] },
      { dasarHukum: [null, 'ahu 12 ah 1 7 2019'] },
      ['dasar-hukum'],
    ],
    ['one house', { alamat: 'Jl. Rekaan No. 5' }, { alamat: 'Jalan Rekaan 5 RT 01' }, ['alamat']],
    ['one street', { alamat: 'Jl. Rekaan' }, { alamat: 'Jalan Rekaan' }, []],
    [
      'everything',
      { npwp: '012345678901000', dasarHukum: ['220/0469/Rekaan'], alamat: 'Jl. Rekaan 5' },
      { nama: DASAR.nama, npwp: '012345678901000', dasarHukum: ['220/469/REKAAN'], alamat: 'Jl Rekaan No 5' },
      ['npwp', 'dasar-hukum', 'nama', 'alamat'],
    ],
  ])('%s', (_apa, a, b, hasil) => {
    expect(sebab(a, b)).toEqual(hasil);
  });

  it('says the same from both sides, and never that nothing is in common with oneself', () => {
    const ormas = fc.record({
      nama: fc.string({ minLength: 1, maxLength: 30 }),
      kelurahanId: fc.option(fc.integer({ min: 1, max: 3 })),
      npwp: fc.option(fc.stringMatching(/^\d{15}$/)),
      dasarHukum: fc.array(fc.option(fc.string({ maxLength: 20 })), { maxLength: 2 }),
      alamat: fc.string({ maxLength: 20 }),
    });
    fc.assert(
      fc.property(ormas, ormas, (a, b) => {
        const [x, y] = [ciriOrmas(a), ciriOrmas(b)];
        expect(sebabKembar(x, y)).toEqual(sebabKembar(y, x));
        if (x.namaNormal !== '') expect(sebabKembar(x, x)).toContain('nama');
      }),
    );
  });
});

describe('names that differ by one letter', () => {
  it.each([
    ['yayasanrekaan', 'yayasanrekan'],
    ['yayasanrekaan', 'yayasanrekaam'],
    ['yayasanrekaan', 'yayasanrekana'],
  ])('%s and %s', (a, b) => {
    expect(bedaSatuHuruf(a, b)).toBe(true);
    expect(bedaSatuHuruf(b, a)).toBe(true);
  });

  it.each([
    ['yayasanrekaan', 'yayasanrekaan'],
    ['yayasanrekaan', 'yayasanrekxxn'],
    ['angkatan2010', 'angkatan2011'],
    ['pssibogor', 'pstibogor'],
  ])('but not %s and %s', (a, b) => {
    expect(bedaSatuHuruf(a, b)).toBe(false);
  });
});

it('puts a number before a name, a name before a house, and one kelurahan before two', () => {
  const urut = [
    kekuatanKembar(['npwp', 'nama'], true),
    kekuatanKembar(['npwp'], false),
    kekuatanKembar(['dasar-hukum'], false),
    kekuatanKembar(['nama'], true),
    kekuatanKembar(['nama'], false),
    kekuatanKembar(['nama-mirip'], true),
    kekuatanKembar(['alamat'], true),
    kekuatanKembar([], true),
  ];
  expect([...urut].sort((a, b) => b - a)).toEqual(urut);
});

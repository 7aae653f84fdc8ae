import fc from 'fast-check';
import { bedaSatuHuruf } from '../ormas/kembaran.js';
import { pasanganSekelompok, pasanganSenada } from './pasangan-senada.js';

it('finds what comparing every name with every other finds', () => {
  const nama = fc.array(fc.stringMatching(/^yayasan[ab]{4,7}$/), { maxLength: 12 });
  fc.assert(
    fc.property(nama, (daftar) => {
      const ormas = [...new Set(daftar)].map((n, i) => ({ id: i + 1, nama: n }));
      const ada = new Set(pasanganSenada(ormas).map((p) => p.join('-')));
      for (const a of ormas)
        for (const b of ormas)
          if (a.id < b.id && bedaSatuHuruf(a.nama, b.nama)) expect(ada.has(`${a.id}-${b.id}`)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('finds words in another order, and leaves short names and equal ones alone', () => {
  expect(
    pasanganSenada([
      { id: 9, nama: 'yayasanrekaanbakti' },
      { id: 4, nama: 'yayasanbaktirekaan' },
      { id: 5, nama: 'pssi' },
      { id: 6, nama: 'psti' },
      { id: 7, nama: 'perkumpulanwarga' },
      { id: 8, nama: 'perkumpulanwarga' },
    ]),
  ).toEqual([[4, 9]]);
});

it('makes every pair of a small group, and none of one that shares its key with half the city', () => {
  expect(pasanganSekelompok([[3, 1, 2], [9], [5, 5]])).toEqual([
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
  expect(pasanganSekelompok([[1, 2, 3, 4, 5, 6, 7]])).toEqual([]);
});

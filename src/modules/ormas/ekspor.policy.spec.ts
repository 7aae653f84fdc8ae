import { type Aktor, PERAN } from '../../common/aktor.js';
import { bolehEkspor, bolehEksporPribadi } from './ekspor.policy.js';

const SIAPA = [...PERAN, 'sistem', 'publik'] as const;
type Siapa = (typeof SIAPA)[number];
const aktor = (siapa: Siapa): Aktor | null =>
  siapa === 'publik' ? null : { id: 1, nama: 'Uji', peran: siapa, opdId: 3, ormasId: 7 };

const HUKUM: [string, (a: Aktor | null) => boolean, Siapa[]][] = [
  ['takes the list along', bolehEkspor, ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'opd', 'sistem']],
  ['with personal columns', bolehEksporPribadi, ['petugas', 'kabid', 'kaban', 'sistem']],
];

it.each(HUKUM.flatMap(([apa, boleh, siapa]) => SIAPA.map((s) => [s, apa, boleh, siapa.includes(s)] as const)))(
  '%s %s',
  (siapa, _, boleh, harapan) => {
    expect(boleh(aktor(siapa))).toBe(harapan);
  },
);

it('an OPD without its scope takes nothing along', () => {
  expect(bolehEkspor({ id: 1, nama: 'Uji', peran: 'opd', opdId: null, ormasId: null })).toBe(false);
});

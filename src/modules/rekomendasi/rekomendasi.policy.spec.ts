import { type Aktor, PERAN } from '../../common/aktor.js';
import { bolehKelolaRekomendasi, bolehLihatRekomendasi } from './rekomendasi.policy.js';

const ORMAS = { id: 7, opdId: 3 };
const aktor = (peran: Aktor['peran'], opdId: number | null = null, ormasId: number | null = null): Aktor => ({
  id: 1,
  nama: peran,
  peran,
  opdId,
  ormasId,
});
const SIAPA: [string, Aktor | null][] = [
  ...[...PERAN, 'sistem' as const]
    .filter((p) => p !== 'opd' && p !== 'sekretaris')
    .map((p): [string, Aktor] => [p, aktor(p)]),
  ['opd klaster', aktor('opd', 3)],
  ['opd lain', aktor('opd', 4)],
  ['opd tanpa lingkup', aktor('opd')],
  ['sekretaris', aktor('sekretaris', null, 7)],
  ['sekretaris lain', aktor('sekretaris', null, 8)],
  ['publik', null],
];
const PEMBACA = ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'sistem', 'opd klaster', 'sekretaris'];
const PENGELOLA = ['petugas', 'kabid'];

describe('who may do what with recommendations', () => {
  it.each(SIAPA)('%s', (nama, a) => {
    expect(bolehLihatRekomendasi(a, ORMAS)).toBe(PEMBACA.includes(nama));
    expect(bolehKelolaRekomendasi(a)).toBe(PENGELOLA.includes(nama));
  });
});

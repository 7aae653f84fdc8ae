import { type Aktor, PERAN } from '../../common/aktor.js';
import {
  AKSI_PEMBINAAN,
  bolehKelolaPembinaan,
  bolehLihatDaftarPembinaan,
  bolehLihatPembinaan,
  bolehLihatSelisih,
  bolehPembinaan,
} from './pembinaan.policy.js';
import { KEADAAN_PEMBINAAN } from './pembinaan.types.js';

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
/** Who reads the list of the city: also an OPD, of its cluster. */
const PEMBACA_DAFTAR = [...PEMBACA.filter((p) => p !== 'sekretaris'), 'opd lain'];

describe('who may do what with guidance and sanctions', () => {
  it.each(SIAPA)('%s reads and records', (nama, a) => {
    expect(bolehLihatPembinaan(a, ORMAS)).toBe(PEMBACA.includes(nama));
    expect(bolehKelolaPembinaan(a)).toBe(PENGELOLA.includes(nama));
    expect(bolehLihatDaftarPembinaan(a)).toBe(PEMBACA_DAFTAR.includes(nama));
    expect(bolehLihatSelisih(a)).toBe(['petugas', 'kabid', 'kaban'].includes(nama));
  });

  const TABEL = SIAPA.flatMap(([nama, a]) =>
    KEADAAN_PEMBINAAN.flatMap((keadaan) => [false, true].map((lewat) => ({ nama, a, keadaan, lewat }))),
  );
  it.each(TABEL)('$nama on a row that is $keadaan, its last day past: $lewat', ({ nama, a, keadaan, lewat }) => {
    const dapat = AKSI_PEMBINAAN.filter((aksi) => bolehPembinaan(a, aksi, { ormas: ORMAS, keadaan, lewat }));
    const kelola = PENGELOLA.includes(nama) && keadaan !== 'batal';
    expect(dapat).toEqual([
      ...(PEMBACA.includes(nama) ? ['lihat'] : []),
      ...(PEMBACA.includes(nama) && nama !== 'admin' && nama !== 'sistem' ? ['bukaBerkas'] : []),
      ...(kelola && !lewat ? ['akhiri'] : []),
      ...(kelola ? ['lampirkan', 'koreksi', 'batalkan'] : []),
    ]);
  });
});

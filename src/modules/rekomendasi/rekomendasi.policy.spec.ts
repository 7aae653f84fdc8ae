import { type Aktor, PERAN } from '../../common/aktor.js';
import {
  bolehBukaBukti,
  bolehKelolaRekomendasi,
  bolehLihatDaftarRekomendasi,
  bolehLihatRekomendasi,
  bolehRekomendasi,
} from './rekomendasi.policy.js';
import { STATUS_REKOMENDASI, TINDAKAN_REKOMENDASI } from './rekomendasi.types.js';

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
    expect(bolehBukaBukti(a, ORMAS)).toBe(PEMBACA.includes(nama) && nama !== 'admin' && nama !== 'sistem');
    expect(bolehLihatDaftarRekomendasi(a)).toBe(
      [...PEMBACA.filter((p) => p !== 'sekretaris'), 'opd lain'].includes(nama),
    );
  });

  const PENGELOLA_DAPAT = {
    terbuka: ['selesaikan', 'batalkan'],
    dilaporkan: ['terima', 'kembalikan', 'batalkan'],
    selesai: ['bukaKembali'],
    batal: ['pulihkan'],
  };
  it.each(SIAPA.flatMap(([nama, a]) => STATUS_REKOMENDASI.map((status) => ({ nama, a, status }))))(
    '$nama with one that is $status',
    ({ nama, a, status }) => {
      const dapat = TINDAKAN_REKOMENDASI.filter((t) => bolehRekomendasi(a, t, { ormas: ORMAS, status }));
      const lapor = nama === 'sekretaris' && status === 'terbuka' ? ['lapor'] : [];
      expect(dapat).toEqual(PENGELOLA.includes(nama) ? PENGELOLA_DAPAT[status] : lapor);
    },
  );
});

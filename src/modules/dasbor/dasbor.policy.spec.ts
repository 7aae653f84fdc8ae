import { AKTOR_SISTEM, type Aktor, PERAN, type Peran } from '../../common/aktor.js';
import { bolehKelolaSistem, bolehLihatDaftar } from './dasbor.policy.js';
import { DAFTAR_TUGAS, type NamaDaftar } from './dasbor.types.js';

type Pelaku = Peran | 'sistem' | 'publik';
const aktor = (p: Pelaku): Aktor | null =>
  p === 'publik'
    ? null
    : p === 'sistem'
      ? AKTOR_SISTEM
      : {
          id: 1,
          nama: 'Rekaan',
          peran: p,
          opdId: p === 'opd' ? 3 : null,
          ormasId: p === 'sekretaris' ? 4 : null,
        };
const SEMUA: Pelaku[] = [...PERAN, 'sistem', 'publik'];

describe('who may open what behind the home page', () => {
  it.each<[NamaDaftar, Pelaku[]]>([
    ['dokumen', ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'opd', 'sistem']],
    ['bulan-ini', ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'opd', 'sistem']],
    ['tahun-ini', ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'opd', 'sistem']],
    ['dikembalikan', ['petugas', 'kabid']],
    ['tingkat', ['petugas', 'kabid']],
  ])('the list %s is for %j and nobody else', (daftar, boleh) => {
    for (const p of SEMUA) expect([p, bolehLihatDaftar(aktor(p), daftar)]).toEqual([p, boleh.includes(p)]);
  });

  it('covers every list', () => {
    expect(DAFTAR_TUGAS).toHaveLength(5);
  });

  it('an OPD account without its OPD sees no list', () => {
    const tanpa = { ...(aktor('opd') as Aktor), opdId: null };
    for (const d of DAFTAR_TUGAS) expect(bolehLihatDaftar(tanpa, d)).toBe(false);
  });

  it('the state of the system is for the admin and nobody else', () => {
    for (const p of SEMUA) expect([p, bolehKelolaSistem(aktor(p))]).toEqual([p, p === 'admin']);
  });
});

import { type Aktor, PERAN, type Peran } from '../../common/aktor.js';
import {
  bolehBacaDokumen,
  bolehDaftarkan,
  bolehKonfirmasiProfil,
  bolehKoreksiStatus,
  bolehLihatBank,
  bolehLihatDataPribadi,
  bolehLihatKlaster,
  bolehLihatOrmas,
  bolehLihatSemuaKlaster,
  bolehPeriksaDokumen,
  bolehSerahkanDokumen,
  bolehPindahKlaster,
  bolehTetapkanKlaster,
  bolehUbahKontak,
  bolehUbahStatus,
} from './ormas.policy.js';
import { STATUS_ORMAS, type StatusOrmas } from './ormas.types.js';

type Siapa = Peran | 'sistem' | 'publik' | 'opd lain' | 'sekretaris lain';
const SIAPA: Siapa[] = [...PERAN, 'sistem', 'publik', 'opd lain', 'sekretaris lain'];
const KANTOR: Siapa[] = ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'sistem'];

/** The ormas of the tables: number 7, in the cluster of OPD 3. */
function aktor(siapa: Siapa): Aktor | null {
  if (siapa === 'publik') return null;
  const [peran, lain] = siapa.split(' ') as [Peran | 'sistem', string | undefined];
  return {
    id: 1,
    nama: 'Uji',
    peran,
    opdId: peran === 'opd' ? (lain ? 4 : 3) : null,
    ormasId: peran === 'sekretaris' ? (lain ? 8 : 7) : null,
  };
}

const HIDUP: StatusOrmas[] = ['terdaftar', 'dibekukan'];
const kasus = SIAPA.flatMap((siapa) => STATUS_ORMAS.map((status) => [siapa, status] as const));

describe.each(kasus)('%s and an ormas that is %s', (siapa, status) => {
  const a = aktor(siapa);
  const o = { id: 7, opdId: 3, status };

  it('sees it only in the office, in its own OPD, or as its own ormas', () => {
    expect(bolehLihatOrmas(a, o)).toBe([...KANTOR, 'opd', 'sekretaris'].includes(siapa));
  });

  it('reads phone and NPWP in the office and as its own, never as OPD', () => {
    expect(bolehLihatDataPribadi(a, o)).toBe([...KANTOR, 'sekretaris'].includes(siapa));
  });

  it('changes contact details only as petugas or its own sekretaris, while it lives', () => {
    expect(bolehUbahKontak(a, o)).toBe(['petugas', 'sekretaris'].includes(siapa) && HIDUP.includes(status));
  });

  it('reads at which bank its account is only as the office that decides', () => {
    expect(bolehLihatBank(a)).toBe(['petugas', 'kabid', 'kaban'].includes(siapa));
  });

  it('confirms the profile only as its own sekretaris, while it lives', () => {
    expect(bolehKonfirmasiProfil(a, o)).toBe(siapa === 'sekretaris' && HIDUP.includes(status));
  });

  it('moves it to another cluster only as petugas, while it lives', () => {
    expect(bolehPindahKlaster(a, o)).toBe(siapa === 'petugas' && HIDUP.includes(status));
  });

  it('hands documents in as petugas or as its own sekretaris, while it lives', () => {
    expect(bolehSerahkanDokumen(a, o)).toBe(['petugas', 'sekretaris'].includes(siapa) && HIDUP.includes(status));
  });

  it('finds its documents valid or not only as petugas, while it lives', () => {
    expect(bolehPeriksaDokumen(a, o)).toBe(siapa === 'petugas' && HIDUP.includes(status));
  });
});

describe.each(SIAPA)('%s', (siapa) => {
  const a = aktor(siapa);

  it('sees an ormas without a cluster only in the office or as its own', () => {
    expect(bolehLihatOrmas(a, { id: 7, opdId: null })).toBe([...KANTOR, 'sekretaris'].includes(siapa));
  });

  it('reads the files of documents only as who decides on them, or as its own sekretaris', () => {
    expect(bolehBacaDokumen(a, 7)).toBe(['petugas', 'kabid', 'kaban', 'sekretaris'].includes(siapa));
    expect(bolehBacaDokumen(a, null)).toBe(false);
  });

  it('reads registers in only as petugas, admin or the portal itself', () => {
    expect(bolehDaftarkan(a)).toBe(['petugas', 'admin', 'sistem'].includes(siapa));
  });

  it('sees suggestions for clusters and decides on many only as petugas', () => {
    expect(bolehTetapkanKlaster(a)).toBe(siapa === 'petugas');
  });

  it('records standing in the register, and puts it right, only as petugas', () => {
    for (const status of [...STATUS_ORMAS, 'digabung'] as const) {
      const boleh = siapa === 'petugas' && status !== 'digabung';
      expect([status, bolehUbahStatus(a, { status })]).toEqual([status, boleh]);
      expect([status, bolehKoreksiStatus(a, { status })]).toEqual([status, boleh]);
    }
  });

  it('sees all clusters only in the office, and else only its own', () => {
    expect(bolehLihatSemuaKlaster(a)).toBe(KANTOR.includes(siapa));
    expect(bolehLihatKlaster(a, 3)).toBe([...KANTOR, 'opd'].includes(siapa));
  });
});

it('an account of OPD or sekretaris without its scope sees nothing', () => {
  for (const peran of ['opd', 'sekretaris'] as const) {
    const a: Aktor = { id: 1, nama: 'Uji', peran, opdId: null, ormasId: null };
    expect(bolehLihatOrmas(a, { id: 7, opdId: null })).toBe(false);
    expect(bolehLihatKlaster(a, 3)).toBe(false);
  }
});

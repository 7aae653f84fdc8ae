import { type Aktor, PERAN } from '../../common/aktor.js';
import {
  type AksiPasangan,
  bolehBatalkanGabungan,
  bolehCariGanda,
  bolehPasangan,
  type ObjekPasangan,
} from './ganda.policy.js';
import { bolehLihatGanda } from '../ormas/ormas.policy.js';

const SEMUA = [...PERAN, 'sistem', null] as const;
const aktor = (peran: (typeof SEMUA)[number]): Aktor | null =>
  peran === null ? null : { id: 7, nama: 'x', peran, opdId: 1, ormasId: 1 };
const siapa = (boleh: (a: Aktor | null) => boolean) => SEMUA.filter((p) => boleh(aktor(p)));

const KEADAAN: Readonly<Record<string, ObjekPasangan>> = {
  dugaan: { status: 'dugaan', sudahDigabung: false },
  'bukan-kembaran': { status: 'bukan-kembaran', sudahDigabung: false },
  'tak diduga': { status: null, sudahDigabung: false },
  'dugaan, digabung': { status: 'dugaan', sudahDigabung: true },
  'bukan-kembaran, digabung': { status: 'bukan-kembaran', sudahDigabung: true },
  'tak diduga, digabung': { status: null, sudahDigabung: true },
};
const PEMUTUS = ['petugas', 'kabid'];

describe('who may do what with two entries: role × state × act', () => {
  it.each<[AksiPasangan, string[], string[]]>([
    ['lihat', [...PEMUTUS, 'kaban'], Object.keys(KEADAAN)],
    ['nyatakanBukan', PEMUTUS, ['dugaan', 'tak diduga']],
    ['tarik', PEMUTUS, ['bukan-kembaran']],
    ['gabungkan', PEMUTUS, ['dugaan', 'tak diduga']],
  ])('%s', (aksi, peran, keadaan) => {
    for (const [nama, objek] of Object.entries(KEADAAN)) {
      const hasil = siapa((a) => bolehPasangan(a, aksi, objek));
      expect([nama, hasil]).toEqual([nama, keadaan.includes(nama) ? SEMUA.filter((p) => p && peran.includes(p)) : []]);
    }
  });

  it('the list is for those who see numbers of people; it is looked through anew by those who decide, and by the portal', () => {
    expect(siapa(bolehLihatGanda)).toEqual(['petugas', 'kabid', 'kaban']);
    expect(siapa(bolehCariGanda)).toEqual(['petugas', 'kabid', 'sistem']);
  });

  it('a merging that holds is taken back by those who merge, one that was taken back by nobody', () => {
    expect(siapa((a) => bolehBatalkanGabungan(a, { berlaku: true }))).toEqual(PEMUTUS);
    expect(siapa((a) => bolehBatalkanGabungan(a, { berlaku: false }))).toEqual([]);
  });
});

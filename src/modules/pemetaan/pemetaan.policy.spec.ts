import { AKTOR_SISTEM, type Aktor, PERAN } from '../../common/aktor.js';
import {
  type AksiPemetaan,
  bolehLihatPemetaan,
  bolehPemetaan,
  bolehUbahPemetaan,
  KEADAAN_PEMETAAN,
  type KeadaanPemetaan,
} from './pemetaan.policy.js';

const AKTOR: [string, Aktor | null][] = [
  ['nobody', null],
  ['sistem', AKTOR_SISTEM],
  ...PERAN.map((peran): [string, Aktor] => [
    peran,
    {
      ...{ id: 1, nama: peran, peran, opdId: peran === 'opd' ? 3 : null },
      ormasId: peran === 'sekretaris' ? 7 : null,
    },
  ]),
];
const KANTOR = ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'sistem'];
const PEMUTUS = ['admin', 'kabid'];

/** The whole law: act → states → who. */
const HUKUM: Record<AksiPemetaan, [readonly KeadaanPemetaan[], string[]]> = {
  lihat: [KEADAAN_PEMETAAN, KANTOR],
  batalkan: [['direncanakan'], PEMUTUS],
  balikkan: [['berlaku'], PEMUTUS],
};

describe.each(AKTOR)('the mapping and %s', (siapa, aktor) => {
  it('reads and changes the lists', () => {
    expect(bolehLihatPemetaan(aktor)).toBe(KANTOR.includes(siapa));
    expect(bolehUbahPemetaan(aktor)).toBe(PEMUTUS.includes(siapa));
  });

  it.each((Object.keys(HUKUM) as AksiPemetaan[]).flatMap((aksi) => KEADAAN_PEMETAAN.map((k) => [aksi, k] as const)))(
    '%s on a decision that is %s',
    (aksi, keadaan) => {
      const [pada, boleh] = HUKUM[aksi];
      expect(bolehPemetaan(aktor, aksi, keadaan)).toBe(pada.includes(keadaan) && boleh.includes(siapa));
    },
  );
});

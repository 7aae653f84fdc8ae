import { AKTOR_SISTEM, type Aktor, PERAN } from '../../common/aktor.js';
import { bolehLihatKabarOrmas, bolehSalin } from './notifikasi.policy.js';

const siapa: (Aktor | null)[] = [
  ...PERAN.map((peran): Aktor => ({ ...AKTOR_SISTEM, id: 1, peran })),
  AKTOR_SISTEM,
  null,
];

describe.each(siapa.map((a) => [a?.peran ?? 'publik', a] as const))('%s', (peran, aktor) => {
  it('sees what was told to ormas only as petugas or kabid', () => {
    expect(bolehLihatKabarOrmas(aktor)).toBe(['petugas', 'kabid'].includes(peran));
  });

  it('gets a text to pass on only where the phone number may be seen', () => {
    expect(bolehSalin(aktor)).toBe(['petugas', 'kabid', 'sekretaris'].includes(peran));
  });
});

import { AKTOR_SISTEM, PERAN, type Aktor } from '../../common/aktor.js';
import { bolehKelolaAkun, bolehKelolaSesi } from './akun.policy.js';

const aktor = (peran: Aktor['peran'], id: number | null = 7): Aktor => ({ id, nama: 'x', peran, opdId: 1, ormasId: 1 });

describe('who may do what with accounts', () => {
  it.each([...PERAN, 'sistem' as const])('only the admin (and the portal itself) keeps accounts: %s', (peran) => {
    expect(bolehKelolaAkun(aktor(peran))).toBe(peran === 'admin' || peran === 'sistem');
  });

  it.each(PERAN)('%s ends own sessions only', (peran) => {
    expect(bolehKelolaSesi(aktor(peran), { akunId: 7 })).toBe(true);
    expect(bolehKelolaSesi(aktor(peran), { akunId: 8 })).toBe(false);
    expect(bolehKelolaSesi(aktor(peran), { akunId: null })).toBe(false);
  });

  it('nobody owns the sessions of visitors, not even the portal itself', () => {
    expect(bolehKelolaSesi(AKTOR_SISTEM, { akunId: null })).toBe(false);
  });
});

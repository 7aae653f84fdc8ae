import { AKTOR_SISTEM, type Aktor, PERAN } from '../../common/aktor.js';
import { bolehUbahSetelan } from './setelan.policy.js';

it.each([...PERAN.map((peran): Aktor => ({ ...AKTOR_SISTEM, id: 1, peran })), AKTOR_SISTEM])(
  'the settings of the office are changed by admin alone ($peran)',
  (aktor) => {
    expect(bolehUbahSetelan(aktor)).toBe(aktor.peran === 'admin');
  },
);

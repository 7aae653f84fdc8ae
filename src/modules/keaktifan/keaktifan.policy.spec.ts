import { AKTOR_SISTEM, type Aktor, PERAN } from '../../common/aktor.js';
import { bolehLihatKeaktifan } from './keaktifan.policy.js';

const siapa: (Aktor | null)[] = [
  ...PERAN.map((peran): Aktor => ({ ...AKTOR_SISTEM, id: 1, peran, opdId: 3, ormasId: 7 })),
  AKTOR_SISTEM,
  null,
];

it.each(siapa.map((a) => [a?.peran ?? 'publik', a] as const))(
  '%s sees the ladder unless an ormas or the public',
  (peran, a) => {
    expect(bolehLihatKeaktifan(a)).toBe(!['sekretaris', 'publik'].includes(peran));
  },
);

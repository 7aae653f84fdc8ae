import { type Aktor, PERAN } from '../../common/aktor.js';
import { bolehBatalkanImpor, bolehImpor, bolehLihatImpor, bolehUbahImpor } from './impor.policy.js';
import { STATUS_IMPOR, type StatusImpor } from './impor.types.js';

const SIAPA = [...PERAN, 'sistem', 'publik'] as const;
type Siapa = (typeof SIAPA)[number];
const PENGIMPOR: Siapa[] = ['petugas', 'admin'];

const aktor = (siapa: Siapa, id = 1): Aktor | null =>
  siapa === 'publik' ? null : { id: siapa === 'sistem' ? null : id, nama: 'Uji', peran: siapa, opdId: 3, ormasId: 7 };

const HUKUM: Record<string, { boleh: typeof bolehUbahImpor; status: StatusImpor[] }> = {
  'looks into a preview': { boleh: bolehLihatImpor, status: [...STATUS_IMPOR] },
  'corrects, leaves out, takes in': { boleh: bolehUbahImpor, status: ['siap'] },
  cancels: { boleh: bolehBatalkanImpor, status: ['menunggu', 'memeriksa', 'siap', 'gagal'] },
};

describe.each(Object.entries(HUKUM))('%s', (_, { boleh, status: pada }) => {
  it.each(SIAPA.flatMap((siapa) => STATUS_IMPOR.map((status) => [siapa, status] as const)))(
    '%s, own preview, %s',
    (siapa, status) => {
      expect(boleh(aktor(siapa), { dibuatOleh: 1, status })).toBe(PENGIMPOR.includes(siapa) && pada.includes(status));
      expect(boleh(aktor(siapa, 2), { dibuatOleh: 1, status })).toBe(false);
    },
  );
});

it.each(SIAPA)('%s opens the page of imports', (siapa) => {
  expect(bolehImpor(aktor(siapa))).toBe(PENGIMPOR.includes(siapa));
});

import { KOLOM_PRIBADI, KOLOM_UMUM } from '../ekspor-kolom.js';
import { BENTUK_ORMAS, SEBUTAN_BENTUK } from '../ormas.types.js';
import { bacaBentuk } from './bentuk.js';
import { kenaliTataLetak } from './tata-letak.js';

const UMUM = KOLOM_UMUM.map((k) => k.judul);

it.each([
  ['with the columns about persons', [...UMUM, ...KOLOM_PRIBADI.map((k) => k.judul)]],
  ['without them', UMUM],
])('the portal knows its own export %s', (_, judul) => {
  const { tataLetak, kolom } = kenaliTataLetak(judul, 1);
  expect(tataLetak).toBe('portal');
  for (const medan of ['nama', 'bentuk', 'alamat', 'nomorSkko', 'berlakuSkko', 'terdaftarPada', 'dasarHukum'] as const)
    expect([medan, kolom.has(medan)]).toEqual([medan, true]);
});

it('and reads the legal forms in the words in which it writes them', () => {
  for (const b of BENTUK_ORMAS) expect(bacaBentuk(SEBUTAN_BENTUK[b])).toBe(b);
});

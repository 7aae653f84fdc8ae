import { hariTerdini, keadaanPemetaan, periksaUsul, type RuasPeta, sidikPratinjau } from './pemetaan.aturan.js';

const peta: RuasPeta[] = [
  { id: 1, opdId: 10, berlakuDari: '2022-01-01', berlakuSampai: '2025-12-31' },
  { id: 2, opdId: 20, berlakuDari: '2026-01-01', berlakuSampai: null },
];
const opd = { nama: 'DLH', berlakuDari: '2022-01-01', berlakuSampai: null };
const dasar = { opd, bidangBerakhir: null, peta, tertutup: '2025-11-30', hari: '2026-03-10' };
const galat = (usul: { opdId: number | null; mulai: string }, ubah: Partial<typeof dasar> = {}) =>
  periksaUsul({ ...dasar, ...ubah, usul }).map((g) => g.bidang);

describe('a proposal', () => {
  it.each([
    ['from today on', { opdId: 10, mulai: '2026-03-10' }, []],
    ['from a later day on', { opdId: 10, mulai: '2027-01-01' }, []],
    ['from a day that is past and open', { opdId: 10, mulai: '2026-01-02' }, []],
    ['on the first day of the present row, which it replaces', { opdId: 10, mulai: '2026-01-01' }, []],
    ['before the present row', { opdId: 10, mulai: '2025-12-31' }, ['mulai']],
    ['within a closed year', { opdId: 10, mulai: '2025-11-30' }, ['mulai']],
    ['too far ahead', { opdId: 10, mulai: '2029-03-11' }, ['mulai']],
    ['on a day that does not exist', { opdId: 10, mulai: '2026-02-30' }, ['mulai']],
    ['without a day', { opdId: 10, mulai: '' }, ['mulai']],
    ['for the OPD that guides it already', { opdId: 20, mulai: '2026-04-01' }, ['opd']],
  ] as const)('%s', (_apa, usul, bidang) => expect(galat(usul)).toEqual(bidang));

  it('asks for an OPD that there is and that holds', () => {
    expect(periksaUsul({ ...dasar, opd: null, usul: { opdId: null, mulai: '2026-04-01' } })).toHaveLength(1);
    expect(
      periksaUsul({
        ...{ ...dasar, usul: { opdId: 10, mulai: '2026-04-01' } },
        opd: { ...opd, berlakuDari: '2026-05-01' },
      }).map((g) => g.pesan),
    ).toEqual(['DLH baru berlaku mulai 1 Mei 2026.']);
    expect(
      periksaUsul({
        ...{ ...dasar, usul: { opdId: 10, mulai: '2026-04-01' } },
        opd: { nama: 'DLH', berlakuDari: '2022-01-01', berlakuSampai: '2026-12-31' },
      }),
    ).toHaveLength(1);
  });

  it('waits until a planned change is cancelled', () => {
    const rencana = [...peta, { id: 3, opdId: 10, berlakuDari: '2026-06-01', berlakuSampai: null }];
    expect(galat({ opdId: 20, mulai: '2026-07-01' }, { peta: rencana })).toEqual(['mulai']);
    expect(galat({ opdId: 20, mulai: '2026-06-01' }, { peta: rencana })).toEqual(['mulai']);
  });

  it('cannot begin after the bidang has ended', () => {
    expect(galat({ opdId: 10, mulai: '2026-07-01' }, { bidangBerakhir: '2026-06-30' as never })).toEqual(['mulai']);
  });
});

it('knows the first day that a change may have', () => {
  expect(hariTerdini(peta, '2025-11-30')).toBe('2026-01-01');
  expect(hariTerdini(peta, '2026-11-30')).toBe('2026-12-01');
  expect(hariTerdini(peta, null)).toBe('2026-01-01');
});

it.each([
  ['ditetapkan', '2026-03-11', 'direncanakan'],
  ['ditetapkan', '2026-03-10', 'berlaku'],
  ['ditetapkan', '2026-02-01', 'lampau'],
  ['dibatalkan', '2026-03-11', 'dibatalkan'],
  ['diganti', '2026-03-10', 'diganti'],
] as const)('a decision that is %s from %s on is %s', (status, mulai, keadaan) => {
  expect(keadaanPemetaan({ status, mulai }, '2026-03-10', '2026-03-10')).toBe(keadaan);
});

it('stands for exactly one preview', () => {
  const p = { bidangId: 1, versi: 1, opdId: 10, mulai: '2026-04-01', pindah: [1, 2], tetap: [3] };
  expect(sidikPratinjau({ ...p, pindah: [2, 1] })).toBe(sidikPratinjau(p));
  for (const ubah of [
    { bidangId: 2 },
    { versi: 2 },
    { opdId: 11 },
    { mulai: '2026-04-02' },
    { pindah: [1] },
    { tetap: [] },
  ])
    expect(sidikPratinjau({ ...p, ...ubah })).not.toBe(sidikPratinjau(p));
});

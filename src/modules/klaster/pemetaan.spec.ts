import { opdPada, pemetaanPada, ruasKlaster } from './pemetaan.js';

const pemetaan = [
  { bidangId: 1, opdId: 10, opdUsulan: null, alasan: null, berlakuDari: '2022-01-01', berlakuSampai: '2024-12-31' },
  { bidangId: 1, opdId: 20, opdUsulan: null, alasan: null, berlakuDari: '2025-01-01', berlakuSampai: null },
];

describe('which OPD a bidang belongs to', () => {
  it.each([
    ['2021-12-31', null],
    ['2022-01-01', 10],
    ['2024-12-31', 10],
    ['2025-01-01', 20],
    ['2030-06-01', 20],
  ])('on %s', (hari, opdId) => {
    expect(pemetaanPada(pemetaan, 1, hari)?.opdId ?? null).toBe(opdId);
  });

  it('is not decided for a bidang that is unknown', () => {
    expect(pemetaanPada(pemetaan, null, '2025-06-01')).toBeNull();
    expect(pemetaanPada(pemetaan, 99, '2025-06-01')).toBeNull();
  });
});

describe('the place of an ormas on a day', () => {
  const k = { opdId: 10, bidangId: 1, berlakuDari: '2023-05-01', berlakuSampai: null, alasan: null } as const;
  it('follows its bidang, unless an officer decided it', () => {
    expect(opdPada({ ...k, sumber: 'bidang' }, pemetaan, '2024-12-31')).toBe(10);
    expect(opdPada({ ...k, sumber: 'bidang' }, pemetaan, '2025-01-01')).toBe(20);
    expect(opdPada({ ...k, sumber: 'petugas' }, pemetaan, '2025-01-01')).toBe(10);
    expect(opdPada({ ...k, bidangId: null, sumber: 'bidang' }, pemetaan, '2025-01-01')).toBe(10);
    expect(opdPada({ ...k, sumber: 'bidang' }, pemetaan, '2021-12-31')).toBe(10);
  });

  it('is told span by span, with the reason of each change', () => {
    const peta = pemetaan.map((p, i) => ({ ...p, alasan: i === 1 ? 'Keputusan rekaan.' : null }));
    expect(ruasKlaster({ ...k, sumber: 'bidang' }, peta)).toEqual([
      { ...k, sumber: 'bidang', opdId: 10, berlakuSampai: '2024-12-31' },
      { ...k, sumber: 'pemetaan', opdId: 20, berlakuDari: '2025-01-01', alasan: 'Keputusan rekaan.' },
    ]);
    expect(ruasKlaster({ ...k, sumber: 'petugas' }, peta)).toHaveLength(1);
    expect(ruasKlaster({ ...k, sumber: 'bidang', berlakuSampai: '2024-06-30' }, peta)).toHaveLength(1);
    expect(ruasKlaster({ ...k, sumber: 'bidang', berlakuDari: '2025-01-01' }, peta)).toEqual([
      { ...k, sumber: 'bidang', opdId: 20, berlakuDari: '2025-01-01' },
    ]);
  });
});

import { pemetaanPada } from './pemetaan.js';

const pemetaan = [
  { bidangId: 1, opdId: 10, opdUsulan: null, berlakuDari: '2022-01-01', berlakuSampai: '2024-12-31' },
  { bidangId: 1, opdId: 20, opdUsulan: null, berlakuDari: '2025-01-01', berlakuSampai: null },
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

import { dataLaporan, ormasLaporan } from '../../../../test/factories/data-laporan.js';
import { rencanaBagian } from './susun.js';

const lampiranSatu = (...banyak: number[]): number => {
  const ormas = banyak.flatMap((n, k) =>
    Array.from({ length: n }, (_, i) => ormasLaporan(k * 10_000 + i, { opdId: k })),
  );
  return rencanaBagian(dataLaporan(ormas)).filter((b) => b.kunci.startsWith('skor/')).length;
};

describe('annex 1', () => {
  it.each([
    ['nobody', [], 1],
    ['a town', [80, 40, 30], 1],
    ['a city', [120, 60, 30], 2],
    ['large clusters', [300, 300, 90, 10], 3],
    ['one cluster that no browser could print at once', [900, 5], 3],
    ['small clusters, which stand together', Array.from({ length: 40 }, () => 30), 8],
  ] as const)('is divided between clusters where it can be: %s', (_, banyak, bagian) => {
    expect(lampiranSatu(...banyak)).toBe(bagian);
  });
});

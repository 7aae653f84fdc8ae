import fc from 'fast-check';
import { dataLaporan, ormasDiam, ormasLaporan } from '../../../test/factories/data-laporan.js';
import { arahSelisih, CAKUPAN_BANDING, hitungAngka, layakBanding, MINIMUM_BANDING } from './laporan.angka.js';
import { kalimatKlasterKecil, narasiKlaster } from './laporan.narasi-klaster.js';
import { narasiDomain, narasiIko } from './laporan.narasi.js';
import { narasiSimpulan } from './laporan.tindak.js';
import { type OrmasLaporan } from './laporan.types.js';

// Over generated groups: where there is too little, the words neither rank nor compare nor see a trend.

/** Words that rank or compare scores, or tell a change. */
const PEMBANDING =
  /\b(naik|turun|kenaikan|penurunan|ter(?:tinggi|rendah|besar|kecil|kuat|lemah|baik|buruk|banyak)|paling|lebih|disusul|di atas|di bawah|relatif tetap|hampir sama|setara|berturut-turut)\b/i;

const skor = fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2));
const satu = fc.record({
  skor,
  lengkap: fc.boolean(),
  lalu: fc.option(fc.record({ skor, sementara: fc.boolean() }), { nil: null }),
});
type Satu = { skor: string; lengkap: boolean; lalu: { skor: string; sementara: boolean } | null };

const jadi = (isi: readonly Satu[]): OrmasLaporan[] =>
  isi.map((o, i) => {
    const lalu = o.lalu ? [2022, 2023, 2024].map((tahun) => ({ tahun, ...o.lalu! })) : [];
    return o.lengkap
      ? ormasLaporan(i + 1, { skor: o.skor, lalu, domainLalu: lalu.length > 0 ? ormasLaporan(1).domain : null })
      : ormasDiam(i + 1, { skor: o.skor, lalu });
  });
const tahunLalu = [{ tahun: 2024, sebanding: true, rata: '55.00', n: 9, populasi: 10 }];
const semua = (ormas: readonly OrmasLaporan[]) => {
  const d = dataLaporan(ormas, { tahunLalu });
  const k = hitungAngka(ormas, d.instrumen, d.tahun);
  return { d, k };
};
/** Everything the report says of the scores of a group, as the city and as its only cluster. */
const ucapan = (ormas: readonly OrmasLaporan[]): string => {
  const { d, k } = semua(ormas);
  const klaster = [{ nama: 'DLH', angka: k }];
  return [
    ...narasiIko(d, k),
    ...narasiDomain(k),
    ...(d.klaster[0] ? narasiKlaster(d, d.klaster[0], k, k) : []),
    ...narasiSimpulan(d, k, klaster),
    kalimatKlasterKecil(klaster),
  ].join(' ');
};

describe('too few to compare', () => {
  it('never ranks, compares or sees a trend below the minimum of complete scores', () => {
    fc.assert(
      fc.property(fc.array(satu, { minLength: 1, maxLength: 14 }), (isi) => {
        const ormas = jadi(isi);
        const n = isi.filter((o) => o.lengkap).length;
        fc.pre(n < MINIMUM_BANDING || n * 100 < isi.length * CAKUPAN_BANDING);
        const teks = ucapan(ormas);
        expect(teks).not.toMatch(PEMBANDING);
        expect(teks).not.toMatch(/–|null|NaN|undefined/);
        if (n > 0) expect(teks).toContain('terlalu sedikit untuk dibandingkan');
      }),
    );
  });

  it('never tells a change of fewer pairs than the minimum, however many are complete this year', () => {
    fc.assert(
      fc.property(fc.array(satu, { minLength: 5, maxLength: 12 }), fc.integer({ min: 0, max: 4 }), (isi, pasangan) => {
        const ormas = jadi(
          isi.map((o, i) => ({ ...o, lengkap: true, lalu: i < pasangan ? { skor: '40.00', sementara: false } : null })),
        );
        const teks = ucapan(ormas);
        expect(teks).not.toMatch(/\b(naik|turun|kenaikan|penurunan|relatif tetap|berturut-turut)\b/);
      }),
    );
  });

  it('compares where there is enough, and calls less than half a point no change', () => {
    fc.assert(
      fc.property(fc.array(satu, { minLength: 5, maxLength: 12 }), fc.integer({ min: -49, max: 49 }), (isi, geser) => {
        const ormas = jadi(
          isi.map((o) => ({
            skor: (Math.min(99, Math.max(1, Number(o.skor))) + geser / 100).toFixed(2),
            lengkap: true,
            lalu: { skor: Math.min(99, Math.max(1, Number(o.skor))).toFixed(2), sementara: false },
          })),
        );
        const { k } = semua(ormas);
        expect([k.perubahan.layak, k.perubahan.naik, k.perubahan.turun, k.perubahan.arah]).toEqual([true, 0, 0, null]);
        expect(ucapan(ormas)).not.toMatch(/\b(kenaikan|penurunan) /);
      }),
    );
  });

  it.each([
    [4, 4, false],
    [5, 5, true],
    [5, 10, true],
    [5, 11, false],
    [0, 0, false],
  ])('%d of %d: %s', (n, populasi, layak) => expect(layakBanding({ n, populasi })).toBe(layak));

  it.each([
    ['0.50', 'naik'],
    ['0.49', 'sama'],
    ['-0.49', 'sama'],
    ['-0.50', 'turun'],
  ])('%s goes %s', (selisih, arah) => expect(arahSelisih(selisih)).toBe(arah));
});

describe('clusters with too few scores', () => {
  const kelompok = (n: number, lain = 0) => semua(jadi([...isi(n, true), ...isi(lain, false)])).k;
  const isi = (n: number, lengkap: boolean): Satu[] =>
    Array.from({ length: n }, () => ({ skor: '60.00', lengkap, lalu: null }));

  it('stand in one sentence, with how many of how many', () => {
    expect(
      kalimatKlasterKecil([
        { nama: 'DLH', angka: kelompok(6) },
        { nama: 'Disnaker', angka: kelompok(2, 1) },
        { nama: 'Kesra', angka: kelompok(0, 4) },
        { nama: 'Kosong', angka: kelompok(0) },
      ]),
    ).toBe(
      'Jumlah skor lengkap di klaster Disnaker (2 dari 3) dan Kesra (0 dari 4) terlalu sedikit untuk dibandingkan; angkanya disajikan tanpa peringkat dan tanpa arah perubahan.',
    );
    expect(
      kalimatKlasterKecil([
        { nama: 'DLH', angka: kelompok(1) },
        { nama: 'Kesra', angka: kelompok(2) },
      ]),
    ).toMatch(/^Di semua klaster /);
    expect(kalimatKlasterKecil([{ nama: 'DLH', angka: kelompok(6) }])).toBe('');
  });

  it('are left out of the conclusion on the highest and the lowest', () => {
    const tinggi = semua(jadi(isi(5, true).map((o) => ({ ...o, skor: '70.00' })))).k;
    const { d, k } = semua(jadi(isi(12, true)));
    const teks = narasiSimpulan(d, k, [
      { nama: 'DLH', angka: tinggi },
      { nama: 'Disnaker', angka: kelompok(6) },
      { nama: 'Kesra', angka: semua(jadi(isi(1, true).map((o) => ({ ...o, skor: '99.00' })))).k },
    ]).join(' ');
    expect(teks).toContain(
      'Di antara 2 klaster yang skor lengkapnya cukup, rata-rata tertinggi dicapai DLH (70,00 dari 5 ormas) dan terendah Disnaker (60,00 dari 6 ormas). Skor lengkap di satu klaster lainnya terlalu sedikit untuk dibandingkan.',
    );
    expect(teks).not.toContain('99,00');
  });
});

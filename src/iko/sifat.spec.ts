import Big from 'big.js';
import fc from 'fast-check';
import { type Nilai, type Penilaian, isTakBerlaku, ringkas } from './hasil.js';
import { hitungIko, siapkanInstrumen } from './hitung-iko.js';
import { type Instrumen, validasiInstrumen } from './instrumen.js';
import { kanonik, type NilaiJson } from './kanonik.js';

const PITA = [
  { tingkat: 0, sebutan: 'Belum terukur', dari: '0' },
  { tingkat: 1, sebutan: 'Tumbuh', dari: '25' },
  { tingkat: 2, sebutan: 'Berkembang', dari: '37.5' },
  { tingkat: 3, sebutan: 'Berkembang (lanjut)', dari: '62.5' },
  { tingkat: 4, sebutan: 'Dewasa', dari: '87.5' },
];

const bobot = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map(String),
  fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 99999 }))
    .map(([a, b]) => `${a}.${String(b).padStart(5, '0')}`),
  fc.bigInt({ min: 1n, max: 10n ** 40n }).map((n) => `0.${n.toString().padStart(41, '0')}`),
);
const instrumen = fc
  .tuple(
    fc.array(fc.array(bobot, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
    fc.integer({ min: 0, max: 100 }),
  )
  .map(([domain, minimum]): Instrumen => ({
    kode: 'acak',
    versi: 1,
    cakupanMinimum: String(minimum),
    tingkat: PITA,
    domain: domain.map((isi, d) => ({
      kode: `D${d}`,
      nama: `Domain ${d}`,
      indikator: isi.map((b, i) => ({ kode: `D${d}I${i}`, nama: 'x', bobot: b, bolehTakBerlaku: true })),
    })),
  }));
const nilai: fc.Arbitrary<Nilai | undefined> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.constant({ takBerlaku: 'tidak ada' }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const kodeSemua = (i: Instrumen): string[] => i.domain.flatMap((d) => d.indikator.map((x) => x.kode));
const penilaianUntuk = (i: Instrumen): fc.Arbitrary<Penilaian> =>
  fc.tuple(...kodeSemua(i).map((kode) => nilai.map((n): [string, Nilai | undefined] => [kode, n]))).map((pasangan) => ({
    id: 'x',
    tingkat: Object.fromEntries(pasangan.filter((p): p is [string, Nilai] => p[1] !== undefined)),
  }));
const kasus = instrumen.chain((i) => fc.tuple(fc.constant(i), penilaianUntuk(i)));
const hitung = (i: Instrumen, p: Penilaian) => hitungIko(siapkanInstrumen(i), p);
const angka = (skor: string | null): number => (skor === null ? NaN : Number(skor));
const ganti = (p: Penilaian, kode: string, n: Nilai | undefined): Penilaian => {
  const { [kode]: _lama, ...lain } = p.tingkat;
  return { id: p.id, tingkat: n === undefined ? lain : { ...lain, [kode]: n } };
};

/** The formula of the method read literally, in fractions of decimals: nothing shared with the engine. */
class Rasio {
  constructor(
    readonly n: Big,
    readonly d: Big,
  ) {}
  static dari(teks: string | number): Rasio {
    return new Rasio(new Big(teks), new Big(1));
  }
  tambah(b: Rasio): Rasio {
    return new Rasio(this.n.times(b.d).plus(b.n.times(this.d)), this.d.times(b.d));
  }
  kali(b: Rasio): Rasio {
    return new Rasio(this.n.times(b.n), this.d.times(b.d));
  }
  bagi(b: Rasio): Rasio {
    return new Rasio(this.n.times(b.d), this.d.times(b.n));
  }
  /** Half up to two decimals by comparing, without any division. */
  cetak(): string {
    let bawah = new Big(0);
    for (let langkah = new Big('1e5'); langkah.gte('0.01'); langkah = langkah.div(10))
      while (bawah.plus(langkah).times(this.d).lte(this.n)) bawah = bawah.plus(langkah);
    const naik = bawah.plus('0.005').times(this.d).lte(this.n);
    return (naik ? bawah.plus('0.01') : bawah).toFixed(2);
  }
}

function rujukan(i: Instrumen, p: Penilaian) {
  let atas = Rasio.dari(0);
  let bawah = Rasio.dari(0);
  let terpakai = Rasio.dari(0);
  let semua = Rasio.dari(0);
  const domain: Record<string, string | null> = {};
  for (const d of i.domain) {
    const W = d.indikator.reduce((j, x) => j.tambah(Rasio.dari(x.bobot)), Rasio.dari(0));
    semua = semua.tambah(W);
    const dinilai = d.indikator.filter((x) => typeof p.tingkat[x.kode] === 'number');
    domain[d.kode] = null;
    if (dinilai.length === 0) continue;
    const ws = dinilai.reduce(
      (j, x) => j.tambah(Rasio.dari(x.bobot).kali(Rasio.dari(p.tingkat[x.kode] as number))),
      Rasio.dari(0),
    );
    const w = dinilai.reduce((j, x) => j.tambah(Rasio.dari(x.bobot)), Rasio.dari(0));
    const nilaiDomain = W.kali(ws.bagi(w.kali(Rasio.dari(4))));
    domain[d.kode] = nilaiDomain.cetak();
    atas = atas.tambah(nilaiDomain);
    bawah = bawah.tambah(W);
    terpakai = terpakai.tambah(w);
  }
  const cakupan = terpakai.bagi(semua).kali(Rasio.dari(100)).cetak();
  const skor = bawah.n.eq(0) ? null : atas.bagi(bawah).kali(Rasio.dari(100)).cetak();
  const pita = skor === null ? undefined : i.tingkat.filter((t) => new Big(t.dari).lte(skor)).at(-1);
  const kurang = new Big(cakupan).lt(i.cakupanMinimum) || Object.values(domain).includes(null);
  return {
    id: p.id,
    skor,
    tingkat: pita?.tingkat ?? null,
    sebutan: pita?.sebutan ?? null,
    cakupan,
    sementara: kurang,
    domain,
  };
}

describe('the score, for any instrument and any levels', () => {
  it('equals the formula read literally in exact fractions', () => {
    fc.assert(
      fc.property(kasus, ([i, p]) => {
        expect(validasiInstrumen(i).ok).toBe(true);
        expect(ringkas(hitung(i, p))).toEqual(rujukan(i, p));
      }),
      { numRuns: 300 },
    );
  });

  it('lies between 0 and 100, as does the coverage, and no domain exceeds its weight', () => {
    fc.assert(
      fc.property(kasus, ([i, p]) => {
        const h = hitung(i, p);
        expect(h.skor === null || (angka(h.skor) >= 0 && angka(h.skor) <= 100)).toBe(true);
        expect(Number(h.cakupan) >= 0 && Number(h.cakupan) <= 100).toBe(true);
        for (const d of h.jejak.domain)
          expect(new Big(h.domain[d.kode] ?? 0).lte(new Big(d.bobot).round(2, 1))).toBe(true);
      }),
    );
  });

  it('never falls when a level rises, nor does the level of the IKO', () => {
    fc.assert(
      fc.property(kasus, fc.nat(), ([i, p], pilih) => {
        const kode = kodeSemua(i)[pilih % kodeSemua(i).length]!;
        const tangga = [0, 1, 2, 3, 4].map((t) => hitung(i, ganti(p, kode, t)));
        for (let t = 1; t < tangga.length; t++) {
          expect(angka(tangga[t]!.skor)).toBeGreaterThanOrEqual(angka(tangga[t - 1]!.skor));
          expect(tangga[t]!.tingkat).toBeGreaterThanOrEqual(tangga[t - 1]!.tingkat!);
        }
      }),
    );
  });

  it('does not depend on the order of domains, indicators or values', () => {
    fc.assert(
      fc.property(kasus, ([i, p]) => {
        const balik: Instrumen = {
          ...i,
          domain: [...i.domain].reverse().map((d) => ({ ...d, indikator: [...d.indikator].reverse() })),
        };
        const pBalik = { id: p.id, tingkat: Object.fromEntries(Object.entries(p.tingkat).reverse()) };
        expect(ringkas(hitung(balik, pBalik))).toEqual(ringkas(hitung(i, p)));
      }),
    );
  });

  it('does not change when all weights are scaled alike; only the domain scores scale', () => {
    fc.assert(
      fc.property(kasus, fc.integer({ min: 2, max: 1000 }), ([i, p], kali) => {
        const skala: Instrumen = {
          ...i,
          domain: i.domain.map((d) => ({
            ...d,
            indikator: d.indikator.map((x) => ({ ...x, bobot: new Big(x.bobot).times(kali).toFixed() })),
          })),
        };
        const { domain: _a, ...satu } = ringkas(hitung(i, p));
        const { domain: _b, ...dua } = ringkas(hitung(skala, p));
        expect(dua).toEqual(satu);
      }),
    );
  });

  it('treats N/A and unscored alike in every figure, and never as level 0', () => {
    fc.assert(
      fc.property(kasus, fc.nat(), ([i, p], pilih) => {
        const kode = kodeSemua(i)[pilih % kodeSemua(i).length]!;
        const na = hitung(i, ganti(p, kode, { takBerlaku: 'tidak ada' }));
        const kosong = hitung(i, ganti(p, kode, undefined));
        const nol = hitung(i, ganti(p, kode, 0));
        expect(ringkas(na)).toEqual(ringkas(kosong));
        expect(na.jejak).not.toEqual(kosong.jejak);
        expect(new Big(nol.jejak.cakupan.pembilang).gt(na.jejak.cakupan.pembilang)).toBe(true);
        if (na.skor === null) return;
        const nilaiNa = pecahan(na.jejak.iko!.nilai);
        const nilaiNol = pecahan(nol.jejak.iko!.nilai);
        const domain = na.jejak.domain.find((d) => kode.startsWith(`${d.kode}I`))!;
        // Level 0 pulls the score down exactly where there is something to pull down.
        const adaNilai = domain.nilai === null ? nilaiNa.n.gt(0) : !['0', null].includes(domain.nilai);
        const selisih = nilaiNa.n.times(nilaiNol.d).cmp(nilaiNol.n.times(nilaiNa.d));
        expect(selisih).toBe(adaNilai ? 1 : 0);
      }),
    );
  });

  it('spreads silent weight pro rata inside the domain: spread weights sum to the domain, contributions to its score', () => {
    fc.assert(
      fc.property(kasus, ([i, p]) => {
        const { jejak } = hitung(i, p);
        for (const d of jejak.domain) {
          const isi = jejak.indikator.filter((x) => x.kode.startsWith(`${d.kode}I`) && x.tingkat !== undefined);
          if (d.nilai === null) {
            expect(isi).toEqual([]);
            continue;
          }
          expect(samaRasio(jumlah(isi.map((x) => x.bobotSebar ?? x.bobot)), pecahan(d.bobot))).toBe(true);
          expect(samaRasio(jumlah(isi.map((x) => x.sumbangan!)), pecahan(d.nilai))).toBe(true);
          for (const a of isi)
            for (const b of isi)
              expect(
                samaRasio(
                  pecahan(a.bobotSebar ?? a.bobot).kali(pecahan(b.bobot)),
                  pecahan(b.bobotSebar ?? b.bobot).kali(pecahan(a.bobot)),
                ),
              ).toBe(true);
        }
      }),
    );
  });

  it('is the same to the byte when replayed from its JSON', () => {
    fc.assert(
      fc.property(kasus, ([i, p]) => {
        const tulis = (a: Instrumen, b: Penilaian): string => kanonik(hitung(a, b) as unknown as NilaiJson);
        const [a, b] = JSON.parse(JSON.stringify([i, p])) as [Instrumen, Penilaian];
        expect(tulis(a, b)).toBe(tulis(i, p));
      }),
    );
  });

  it('is full marks at level 4 throughout and 0.00 at level 0 throughout', () => {
    fc.assert(
      fc.property(kasus, ([i, p]) => {
        const semua = (t: number): Penilaian => ({
          id: 'x',
          tingkat: Object.fromEntries(Object.entries(p.tingkat).map(([k, n]) => [k, isTakBerlaku(n) ? n : t])),
        });
        const ada = Object.values(p.tingkat).some((n) => typeof n === 'number');
        expect([hitung(i, semua(4)).skor, hitung(i, semua(0)).skor]).toEqual(ada ? ['100.00', '0.00'] : [null, null]);
      }),
    );
  });
});

function pecahan(teks: string): Rasio {
  const [n = '0', d = '1'] = teks.split('/');
  return new Rasio(new Big(n), new Big(d));
}

function jumlah(teks: readonly string[]): Rasio {
  return teks.reduce((j, t) => j.tambah(pecahan(t)), Rasio.dari(0));
}

function samaRasio(a: Rasio, b: Rasio): boolean {
  return a.n.times(b.d).eq(b.n.times(a.d));
}

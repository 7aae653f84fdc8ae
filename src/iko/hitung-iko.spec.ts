import { readFileSync } from 'node:fs';
import { hitungDokumen } from './dokumen-hitung.js';
import { GalatPenilaian } from './galat.js';
import { type HasilRingkas, type Nilai, type Penilaian, ringkas } from './hasil.js';
import { hitungIko, siapkanInstrumen } from './hitung-iko.js';
import { type Instrumen, validasiInstrumen } from './instrumen.js';
import { kanonik, type NilaiJson } from './kanonik.js';

interface Kasus {
  masukan: { instrumen: Instrumen; penilaian: Penilaian[] };
  hasil: HasilRingkas[];
}
const baca = (letak: string): unknown => JSON.parse(readFileSync(new URL(letak, import.meta.url), 'utf8'));
const GOLDEN = baca('../../test/fixtures/golden/iko.json') as Kasus[];
const IKO_2022 = baca('../database/seed/instrumen/iko-2022.v1.json') as Instrumen;
const contoh = (): Penilaian => structuredClone(GOLDEN[0]!.masukan.penilaian[0]!);

describe('the golden cases', () => {
  it('are there', () => {
    expect(GOLDEN.reduce((n, k) => n + k.hasil.length, 0)).toBe(101);
  });

  it.each(GOLDEN.map((kasus, i) => [i, kasus] as const))('case %i agrees, assessment by assessment', (_i, kasus) => {
    const siap = siapkanInstrumen(kasus.masukan.instrumen);
    expect(kasus.masukan.penilaian.map((p) => ringkas(hitungIko(siap, p)))).toEqual(kasus.hasil);
  });

  it.each(GOLDEN.map((kasus, i) => [i, kasus] as const))('case %i agrees as a document', (_i, kasus) => {
    const hasil = hitungDokumen(JSON.stringify(kasus.masukan));
    expect(hasil).toMatchObject({ ok: true });
    expect(hasil.ok && JSON.parse(hasil.keluaran)).toEqual({ hasil: kasus.hasil });
  });
});

describe('the worked example of the method', () => {
  const hasil = hitungIko(siapkanInstrumen(IKO_2022), contoh());

  it('is 68.75, level 3, coverage 94.00', () => {
    expect(ringkas(hasil)).toEqual({
      id: 'contoh',
      skor: '68.75',
      tingkat: 3,
      sebutan: 'Berkembang (lanjut)',
      cakupan: '94.00',
      sementara: false,
      domain: { EFK: '14.50', EFS: '12.00', REL: '15.00', KBL: '14.00', KTH: '13.25' },
    });
  });

  it('opens every number: weights, spread weights, contributions, numerators and denominators, the band', () => {
    const { indikator, domain, iko, cakupan, pita } = hasil.jejak;
    expect(indikator.filter((i) => i.kode.startsWith('REL'))).toEqual([
      { kode: 'REL1', bobot: '7', tingkat: 3, bobotSebar: '10', sumbangan: '15/2' },
      { kode: 'REL2', bobot: '7', tingkat: 3, bobotSebar: '10', sumbangan: '15/2' },
      { kode: 'REL3', bobot: '6', takBerlaku: 'tidak ada rekomendasi tahun ini' },
    ]);
    expect(indikator[0]).toEqual({ kode: 'EFK1', bobot: '8', tingkat: 3, sumbangan: '6' });
    expect(domain[0]).toEqual({ kode: 'EFK', bobot: '20', pembilang: '58', penyebut: '80', nilai: '29/2' });
    expect(domain[2]).toEqual({ kode: 'REL', bobot: '20', pembilang: '42', penyebut: '56', nilai: '15' });
    expect(iko).toEqual({ pembilang: '275/4', penyebut: '100', nilai: '275/4' });
    expect(cakupan).toEqual({ pembilang: '94', penyebut: '100', minimum: '80' });
    expect(pita).toEqual({ tingkat: 3, dari: '62.5', sampai: '87.5' });
  });

  it('is the same to the byte when it is computed again', () => {
    const lagi = hitungIko(siapkanInstrumen(structuredClone(IKO_2022)), contoh());
    expect(kanonik(lagi as unknown as NilaiJson)).toBe(kanonik(hasil as unknown as NilaiJson));
  });

  it('keeps the jejak compact', () => {
    expect(JSON.stringify(hasil.jejak).length).toBeLessThan(2000);
  });
});

/** Two domains of one indicator each, so that weights steer the score to any fraction. */
function instrumenDua(bobotA: string, bobotB: string, lain: Partial<Instrumen> = {}): Instrumen {
  const satu = (kode: string, bobot: string) => ({
    kode,
    nama: kode,
    indikator: [{ kode: `${kode}1`, nama: kode, bobot, bolehTakBerlaku: true }],
  });
  return { ...IKO_2022, domain: [satu('A', bobotA), satu('B', bobotB)], ...lain };
}

describe('rounding and levels', () => {
  // A at level 4 with weight w, B at level 0 with weight 100 − w: the IKO is w itself.
  it.each([
    ['24.994', '24.99', 0],
    ['24.9949999999999999999999999999999999', '24.99', 0],
    ['24.995', '25.00', 1],
    ['25', '25.00', 1],
    ['37.494', '37.49', 1],
    ['37.495', '37.50', 2],
    ['62.494999', '62.49', 2],
    ['62.495', '62.50', 3],
    ['87.4949', '87.49', 3],
    ['87.495', '87.50', 4],
    ['0.004', '0.00', 0],
    ['0.005', '0.01', 0],
    ['99.994', '99.99', 4],
    ['99.995', '100.00', 4],
  ])('an exact IKO of %s prints %s and is level %i', (bobot, skor, tingkat) => {
    const skala = bobot.split('.')[1]?.length ?? 0;
    const sisa = (100n * 10n ** BigInt(skala) - BigInt(bobot.replace('.', ''))).toString().padStart(skala + 1, '0');
    const bobotB = skala === 0 ? sisa : `${sisa.slice(0, -skala)}.${sisa.slice(-skala)}`;
    const hasil = hitungIko(siapkanInstrumen(instrumenDua(bobot, bobotB)), { id: 'x', tingkat: { A1: 4, B1: 0 } });
    expect([hasil.skor, hasil.tingkat]).toEqual([skor, tingkat]);
  });

  it('rounds each printed figure from its exact value, not from printed parts', () => {
    const { instrumen } = GOLDEN[1]!.masukan;
    const hasil = hitungIko(siapkanInstrumen(instrumen), { id: 'x', tingkat: { D0I0: 1, D0I1: 0, D0I2: 1, D1I0: 0 } });
    // 9.5/4 = 2.375 prints 2.38; of 43.8 that is 5.4223…, where the printed 2.38 would give 5.4338.
    expect([hasil.domain.D0, hasil.skor]).toEqual(['2.38', '5.42']);
  });
});

describe('coverage and provisional scores', () => {
  const nilai = (bobotA: string, bobotB: string, minimum: string, tingkat: Record<string, Nilai>) => {
    const dasar = instrumenDua(bobotA, bobotB, { cakupanMinimum: minimum });
    const [a, b] = dasar.domain;
    // Both indicators in one domain: coverage can fall without a domain becoming undefined.
    const domain = [{ ...a!, indikator: [...a!.indikator, ...b!.indikator] }];
    return hitungIko(siapkanInstrumen({ ...dasar, domain }), { id: 'x', tingkat });
  };

  it.each([
    ['79.99', '20.01', '79.99', true],
    ['80', '20', '80.00', false],
    ['79.995', '20.005', '80.00', false],
    ['79.994', '20.006', '79.99', true],
  ])('a scored weight of %s of 100 is coverage %s…', (a, b, cakupan, sementara) => {
    const hasil = nilai(a, b, '80', { A1: 3 });
    expect([hasil.cakupan, hasil.sementara]).toEqual([cakupan, sementara]);
  });

  it('counts N/A as not covered, exactly as unscored', () => {
    expect(nilai('80', '20', '81', { A1: 3, B1: { takBerlaku: 'tidak ada' } })).toMatchObject({
      cakupan: '80.00',
      sementara: true,
    });
    expect(nilai('80', '20', '81', { A1: 3 })).toMatchObject({ cakupan: '80.00', sementara: true });
  });

  it('is provisional with an undefined domain, whatever the coverage', () => {
    const hasil = hitungIko(siapkanInstrumen(instrumenDua('99', '1', { cakupanMinimum: '0' })), {
      id: 'x',
      tingkat: { A1: 2 },
    });
    expect(hasil).toMatchObject({ skor: '50.00', cakupan: '99.00', sementara: true, domain: { A: '49.50', B: null } });
  });

  it('has no score and no level when nothing is scored, even if all is N/A', () => {
    const hasil = hitungIko(siapkanInstrumen(instrumenDua('1', '1', { cakupanMinimum: '0' })), {
      id: 'x',
      tingkat: { A1: { takBerlaku: 'a' }, B1: { takBerlaku: 'b' } },
    });
    expect(hasil).toMatchObject({
      skor: null,
      tingkat: null,
      sebutan: null,
      cakupan: '0.00',
      sementara: true,
      domain: { A: null, B: null },
    });
    expect(hasil.jejak).toMatchObject({ iko: null, pita: null });
    expect(hasil.jejak.domain[0]).toEqual({ kode: 'A', bobot: '1', pembilang: '0', penyebut: '0', nilai: null });
  });

  it('tells level 0, N/A and unscored apart in the jejak', () => {
    const { jejak } = nilai('3', '2', '80', { A1: 0, B1: { takBerlaku: 'alasan' } });
    expect(jejak.indikator).toEqual([
      { kode: 'A1', bobot: '3', tingkat: 0, bobotSebar: '5', sumbangan: '0' },
      { kode: 'B1', bobot: '2', takBerlaku: 'alasan' },
    ]);
    expect(nilai('3', '2', '80', { A1: 0 }).jejak.indikator[1]).toEqual({ kode: 'B1', bobot: '2' });
  });
});

describe('the guard of the engine', () => {
  const siap = siapkanInstrumen(IKO_2022);
  it.each<[string, unknown]>([
    ['a level above 4', 5],
    ['a fraction', 2.5],
    ['not a number', NaN],
    ['null', null],
    ['N/A where it is not allowed', { takBerlaku: 'alasan' }],
  ])('refuses %s, naming id and indicator', (_apa, nilai) => {
    const coba = (): unknown => hitungIko(siap, { id: 'A7', tingkat: { EFK1: nilai as Nilai } });
    expect(coba).toThrow(GalatPenilaian);
    expect(coba).toThrow(/"A7".*"EFK1"/);
  });

  it('refuses an unknown indicator', () => {
    expect(() => hitungIko(siap, { id: 'A7', tingkat: { EFK9: 1 } })).toThrow(/"EFK9".*tidak ada dalam instrumen/);
  });

  it('refuses to prepare an instrument with a numeral that is none', () => {
    expect(() => siapkanInstrumen(instrumenDua('abc', '1'))).toThrow(RangeError);
  });
});

describe('the instruments that the portal ships with', () => {
  it.each(['iko-2022.v1', 'kemendagri-2021.v1'])('%s passes the same validation', (nama) => {
    expect(validasiInstrumen(baca(`../database/seed/instrumen/${nama}.json`))).toMatchObject({ ok: true });
  });

  it('the default is the golden instrument: same codes, weights, permissions and bands', () => {
    const inti = (i: Instrumen) => ({
      ...i,
      domain: i.domain.map((d) => ({
        kode: d.kode,
        nama: d.nama,
        indikator: d.indikator.map((x) => [x.kode, x.bobot, x.bolehTakBerlaku]),
      })),
    });
    expect(inti(IKO_2022)).toMatchObject(inti(GOLDEN[0]!.masukan.instrumen));
  });

  it('every indicator has source, rubric and evidence', () => {
    for (const nama of ['iko-2022.v1', 'kemendagri-2021.v1'])
      for (const i of (baca(`../database/seed/instrumen/${nama}.json`) as Instrumen).domain.flatMap(
        (d) => d.indikator,
      )) {
        expect(i).toMatchObject({ sumber: expect.any(String) as string, bukti: expect.any(Array) as string[] });
        expect(new Set(i.rubrik).size).toBe(5);
      }
  });
});

import { readFileSync } from 'node:fs';
import { FAKTA_KOSONG, type FaktaOrmas } from './fakta.js';
import { type Instrumen } from './instrumen.js';
import { kanonik } from './kanonik.js';
import { bekukan, type MasukanOrmas, nilaiOrmas, siapkanPenilai, tulisHasil, ulangi } from './nilai-ormas.js';
import {
  bulatkan,
  fpb,
  jumlahkan,
  rataRata,
  tulisDesimal,
  tulisPecahan,
  tulisPerseratus,
  uraiDesimal,
} from './pembulatan.js';
import { type NilaiManusia } from './tingkat.js';

const baca = (nama: string): Instrumen =>
  JSON.parse(readFileSync(new URL(`../database/seed/instrumen/${nama}.json`, import.meta.url), 'utf8')) as Instrumen;
const IKO = siapkanPenilai(baca('iko-2022.v1'));
const KEMENDAGRI = siapkanPenilai(baca('kemendagri-2021.v1'));

const FAKTA: FaktaOrmas = {
  ...FAKTA_KOSONG,
  terdaftarSejak: '2015-04-01',
  butirRencana: 8,
  butirTerlaksana: 6,
  kegiatan: 9,
  laporanTepatWaktu: 7,
  kegiatanTercatat: 5,
  kegiatanSebidang: 9,
  kegiatanBersamaOpd: 1,
  wargaBanyakNilai: 12,
  wargaJumlahNilai: 41,
  wargaPenilai: 12,
  wargaKelompok: 2,
  adArtSah: true,
  skPengurusSah: true,
  programKerjaSah: true,
  sopKeuanganSah: true,
  dasarHukumSah: true,
  domisiliSah: true,
  npwpSah: true,
  profilMutakhir: true,
  forumDihadiri: 1,
};
const petugas = (tingkat: number): NilaiManusia => ({ mandiri: tingkat, petugas: tingkat, adaBerkas: true });
const MASUKAN: MasukanOrmas = {
  id: 'ormas-contoh',
  hariTerakhir: '2026-11-30',
  fakta: FAKTA,
  manusia: {
    EFK2: petugas(2),
    EFS1: petugas(2),
    KBL2: petugas(2),
    KBL3: petugas(2),
    KTH1: petugas(3),
    KTH2: { petugas: 3 },
  },
};

describe('the score of one ormas from facts and officers', () => {
  it('makes the worked example out of a register: 68.75', () => {
    const { hasil, masa, penanda, asal } = nilaiOrmas(IKO, MASUKAN);
    expect([masa, penanda]).toEqual(['penuh', []]);
    expect(asal.map((a) => a.akhir)).toEqual([
      3,
      2,
      4,
      2,
      3,
      2,
      3,
      3,
      { takBerlaku: expect.any(String) as string },
      4,
      2,
      2,
      3,
      3,
      2,
    ]);
    expect(hasil).toMatchObject({ skor: '68.75', tingkat: 3, cakupan: '94.00', sementara: false });
  });

  it('scores the same facts with the second instrument, which reuses rules with cut-offs of its own', () => {
    const { hasil, asal } = nilaiOrmas(KEMENDAGRI, {
      ...MASUKAN,
      manusia: {
        SD1: { petugas: 3 },
        SD2: petugas(2),
        SD3: petugas(2),
        SD4: petugas(3),
        PR1: petugas(3),
        PR3: petugas(2),
      },
    });
    // (12.5 × (3+2+2+3) + 10×3 + 15×3 + 15×2 + 10×3) ÷ 4 = 260 ÷ 4
    expect(hasil).toMatchObject({
      skor: '65.00',
      tingkat: 3,
      sebutan: 'Baik',
      cakupan: '100.00',
      domain: { SD: '31.25', PR: '33.75' },
    });
    expect(asal.find((a) => a.kode === 'PR4')).toMatchObject({
      cara: 'hitungan',
      akhir: 3,
      masukan: { laporanTepatWaktu: 7 },
    });
  });

  it('gives no score for "profil saja", but says where each level would come from', () => {
    const hasil = nilaiOrmas(IKO, { ...MASUKAN, fakta: { ...FAKTA, terdaftarSejak: '2026-02-01' } });
    expect(hasil).toMatchObject({ masa: 'profil-saja', hasil: null, penanda: ['terdaftar-belum-lama'] });
    expect(hasil.asal).toHaveLength(15);
  });

  it('marks, but does not change, the score of one registered for less than two years or at an unknown date', () => {
    for (const terdaftarSejak of ['2025-02-01', null]) {
      const hasil = nilaiOrmas(IKO, { ...MASUKAN, fakta: { ...FAKTA, terdaftarSejak } });
      expect(hasil.penanda).toHaveLength(1);
      expect(hasil.hasil?.skor).toBe('68.75');
    }
  });

  it('leaves unscored what waits for an officer, and is provisional then', () => {
    const { hasil } = nilaiOrmas(IKO, { ...MASUKAN, manusia: { EFK2: { mandiri: 4, adaBerkas: true } } });
    expect(hasil).toMatchObject({ sementara: true, cakupan: '56.00' });
  });

  it('is replayed from its frozen input to the same byte', () => {
    const beku = bekukan(MASUKAN);
    expect(ulangi(siapkanPenilai(baca('iko-2022.v1')), beku)).toBe(tulisHasil(nilaiOrmas(IKO, MASUKAN)));
    const acak = {
      manusia: MASUKAN.manusia,
      fakta: Object.fromEntries(Object.entries(FAKTA).reverse()),
      hariTerakhir: MASUKAN.hariTerakhir,
      id: MASUKAN.id,
    };
    expect(bekukan(acak as unknown as MasukanOrmas)).toBe(beku);
  });
});

describe('canonical JSON', () => {
  it('sorts members, keeps arrays, leaves out what is undefined, and escapes as JSON does', () => {
    expect(kanonik({ b: [3, 1, null, true], a: { z: 'é"\n', y: undefined }, Z: '' })).toBe(
      '{"Z":"","a":{"z":"é\\"\\n"},"b":[3,1,null,true]}',
    );
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => kanonik({ a: [Infinity] })).toThrow(RangeError);
  });
});

describe('exact arithmetic', () => {
  it('reads plain decimals only', () => {
    expect(uraiDesimal('8.50')).toEqual({ bulat: 850n, skala: 2 });
    expect(uraiDesimal('-0.5')).toEqual({ bulat: -5n, skala: 1 });
    for (const teks of ['', '.', '.5', '5.', '1e3', '+1', ' 1', '1 ', '1,5', '٣', '--1', '1'.repeat(201)])
      expect(uraiDesimal(teks)).toBeNull();
  });

  it('writes decimals and fractions in their shortest form', () => {
    expect([
      tulisDesimal(850n, 2),
      tulisDesimal(2000n, 2),
      tulisDesimal(5n, 3),
      tulisDesimal(0n, 2),
      tulisDesimal(7n, 0),
    ]).toEqual(['8.5', '20', '0.005', '0', '7']);
    expect([tulisPecahan(550n, 8n), tulisPecahan(0n, 7n), tulisPecahan(21n, 7n)]).toEqual(['275/4', '0', '3']);
    expect(fpb(2n ** 80n * 9n, 2n ** 70n * 15n)).toBe(2n ** 70n * 3n);
    expect(jumlahkan({ n: 1n, d: 6n }, { n: 1n, d: 3n })).toEqual({ n: 1n, d: 2n });
  });

  it.each([
    [1n, 3n, '0.33'],
    [2n, 3n, '0.67'],
    [1n, 200n, '0.01'],
    [1n, 201n, '0.00'],
    [24995n, 1000n, '25.00'],
    [24994n, 1000n, '24.99'],
    [1005n, 1000n, '1.01'],
    [0n, 5n, '0.00'],
  ])('rounds %s/%s half up to %s', (n, d, hasil) => {
    expect(tulisPerseratus(bulatkan(n, d))).toBe(hasil);
  });

  it('gives a mean with n and the population', () => {
    expect(rataRata(['68.75', '50.00', '0.005'], 210)).toEqual({ rata: '39.59', n: 3, populasi: 210 });
    expect(rataRata([], 210)).toEqual({ rata: null, n: 0, populasi: 210 });
    expect(() => rataRata(['x'], 1)).toThrow(RangeError);
  });
});

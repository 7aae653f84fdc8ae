import {
  arahTren,
  denganPersen,
  kataRata,
  kataUbah,
  Sejumlah,
  sejumlah,
  singkat,
  syaratNaik,
  tandaUbah,
  untai,
  uraianTingkat,
} from './laporan.kata.js';

describe('counts in words', () => {
  it.each([
    [0, 'tidak ada ormas', 'Tidak ada ormas'],
    [1, 'satu ormas', 'Satu ormas'],
    [2, '2 ormas', 'Sebanyak 2 ormas'],
    [1234, '1.234 ormas', 'Sebanyak 1.234 ormas'],
  ])('%i', (n, dalam, awal) => {
    expect(sejumlah(n, 'ormas')).toBe(dalam);
    expect(Sejumlah(n, 'ormas')).toBe(awal);
  });

  it.each([
    [0, 210, 'tidak ada ormas'],
    [1, 210, 'satu ormas (0,5%)'],
    [168, 210, '168 ormas (80,0%)'],
    [0, 0, 'tidak ada ormas'],
  ])('%i of %i with its share', (n, dari, kata) => expect(denganPersen(n, dari, 'ormas')).toBe(kata));
});

describe('lists', () => {
  it.each([
    [[], Infinity, ''],
    [['A'], Infinity, 'A'],
    [['A', 'B'], Infinity, 'A dan B'],
    [['A', 'B', 'C'], Infinity, 'A, B, dan C'],
    [['A', 'B', 'C', 'D', 'E'], 2, 'A, B, dan 3 ormas lainnya'],
    [['A', 'B', 'C'], 2, 'A, B, dan C'],
  ])('%j, at most %d', (nama, maks, kata) => expect(untai(nama, maks, 'ormas')).toBe(kata));
});

describe('means and changes', () => {
  it.each([
    [{ rata: '61.20', n: 168, populasi: 210 }, '61,20 dari 168 ormas bernilai tetap (80,0% dari 210 ormas)'],
    [{ rata: '61.20', n: 1, populasi: 2 }, '61,20 dari satu ormas bernilai tetap (50,0% dari 2 ormas)'],
    [{ rata: null, n: 0, populasi: 12 }, 'belum dapat dihitung karena belum ada ormas yang bernilai tetap (0 dari 12)'],
  ])('a mean always tells n and coverage: %j', (r, kata) => expect(kataRata(r)).toBe(kata));

  it.each([
    ['4.25', 'naik 4,25', '+4,25'],
    ['-1.10', 'turun 1,10', '−1,10'],
    ['0.00', 'tidak berubah', '0,00'],
    ['-0.00', 'tidak berubah', '0,00'],
  ])('%s', (selisih, kata, tanda) => {
    expect(kataUbah(selisih)).toBe(kata);
    expect(tandaUbah(selisih)).toBe(tanda);
  });

  it.each<[[number, string | null][], ReturnType<typeof arahTren>]>([
    [[[2025, '60.00']], null],
    [
      [
        [2024, '58.00'],
        [2025, '60.00'],
      ],
      { arah: 'naik', kali: 1, sejak: 2024 },
    ],
    [
      [
        [2022, '70.00'],
        [2023, '55.00'],
        [2024, '58.00'],
        [2025, '60.00'],
      ],
      { arah: 'naik', kali: 2, sejak: 2023 },
    ],
    [
      [
        [2023, '62.00'],
        [2024, '61.00'],
        [2025, '60.00'],
      ],
      { arah: 'turun', kali: 2, sejak: 2023 },
    ],
    [
      [
        [2024, '60.00'],
        [2025, '60.00'],
      ],
      { arah: 'sama', kali: 1, sejak: 2024 },
    ],
    [
      [
        [2022, '50.00'],
        [2024, '58.00'],
        [2025, '60.00'],
      ],
      { arah: 'naik', kali: 1, sejak: 2024 },
    ],
    [
      [
        [2023, '50.00'],
        [2024, null],
        [2025, '60.00'],
      ],
      null,
    ],
  ])('since when %j', (deret, arah) => {
    expect(arahTren(deret.map(([tahun, rata]) => ({ tahun, rata })))).toEqual(arah);
  });
});

describe('rubric sentences', () => {
  const RUBRIK = [
    'Tidak ada.',
    'Alamat ditemukan.',
    'Seperti tingkat 1, dan ada papan nama.',
    'Seperti tingkat 2, ada arsip.',
    'Semua, atau lebih tetapi kurang.',
  ];

  it('are spelled out where they point to another level', () => {
    expect(uraianTingkat(RUBRIK, 1)).toBe('Alamat ditemukan.');
    expect(uraianTingkat(RUBRIK, 3)).toBe('Alamat ditemukan; ada papan nama; ada arsip.');
    expect(uraianTingkat(undefined, 2)).toBe('');
  });

  it('say what the next level asks for beyond the present one', () => {
    expect(syaratNaik(RUBRIK, 1)).toBe('Ada papan nama.');
    expect(syaratNaik(RUBRIK, 3)).toBe('Semua.');
    expect(syaratNaik(RUBRIK, 4)).toBeNull();
    expect(syaratNaik(undefined, 0)).toBeNull();
  });

  it('are cut at a clause or a word, never within one', () => {
    expect(singkat('Pendek.', 20)).toBe('Pendek.');
    expect(singkat('Ada laporan keuangan tahunan, dibagikan kepada seluruh anggota', 40)).toBe(
      'Ada laporan keuangan tahunan…',
    );
    expect(singkat('Dokumentasi pertanggungjawaban keuangan', 20)).toBe('Dokumentasi…');
    expect(singkat('x'.repeat(50), 20)).toHaveLength(20);
  });
});

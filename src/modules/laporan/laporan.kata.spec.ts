import {
  alasanBelumAkhir,
  denganPersen,
  hariKeadaan,
  kataRata,
  kataUbah,
  Sejumlah,
  sejumlah,
  sepanjang,
  singkat,
  syaratNaik,
  tandaSementara,
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
    [{ rata: '61.20', n: 168, populasi: 210 }, '61,20 dari 168 ormas berskor lengkap (80,0% dari 210 ormas)'],
    [{ rata: '61.20', n: 1, populasi: 2 }, '61,20 dari satu ormas berskor lengkap (50,0% dari 2 ormas)'],
    [{ rata: null, n: 0, populasi: 12 }, 'belum dapat dihitung karena belum ada ormas berskor lengkap (0 dari 12)'],
  ])('a mean always tells n and coverage: %j', (r, kata) => expect(kataRata(r)).toBe(kata));

  it.each([
    ['4.25', 'naik 4,25', '+4,25'],
    ['-1.10', 'turun 1,10', '−1,10'],
    ['0.50', 'naik 0,50', '+0,50'],
    ['0.49', 'relatif tetap (+0,49)', '+0,49'],
    ['-0.30', 'relatif tetap (−0,30)', '−0,30'],
    ['0.00', 'tidak berubah', '0,00'],
    ['-0.00', 'tidak berubah', '0,00'],
  ])('%s', (selisih, kata, tanda) => {
    expect(kataUbah(selisih)).toBe(kata);
    expect(tandaUbah(selisih)).toBe(tanda);
  });
});

describe('a report of a year that is not closed', () => {
  it('carries the mark and the day of its data; a final one carries none', () => {
    expect(tandaSementara({ sementara: true, dihitung: '2026-11-21' })).toBe('SEMENTARA, data per 21 November 2026');
    expect(tandaSementara({ sementara: false, dihitung: '2026-11-21' })).toBe('');
  });

  const dihitungPada = new Date('2026-11-21T03:00:00Z');
  const biasa = { tahun: 2026, usang: false, sementara: false, terbuka: false, kurang: [] as string[], dihitungPada };
  it.each([
    ['final', {}, null],
    ['provisional', { sementara: true, terbuka: true }, 'Setelah Kepala Bidang menutup periode, susun laporan baru'],
    ['provisional, closed since', { sementara: true }, 'Periode kini sudah ditutup: susun laporan baru'],
    ['older results', { usang: true, terbuka: true }, 'telah dihitung ulang'],
    [
      'no letterhead',
      { kurang: ['alamat kantor', 'nama pejabat'] },
      'ketika alamat kantor dan nama pejabat belum diisi',
    ],
    ['opened again', { terbuka: true }, 'dibuka kembali sesudah laporan ini disusun'],
  ])('says why it cannot be signed and what to do: %s', (_, ubah, kata) => {
    const alasan = alasanBelumAkhir({ ...biasa, ...ubah });
    if (kata === null) expect(alasan).toBeNull();
    else expect(alasan?.teks).toContain(kata);
  });

  it('speaks of the day of its data while the window is open, else of the last day of the window', () => {
    const jendela = { akhir: '2026-11-30', dihitung: '2026-11-21' };
    expect(hariKeadaan({ ...jendela, sementara: true })).toBe('2026-11-21');
    expect(hariKeadaan({ ...jendela, dihitung: '2026-12-03', sementara: true })).toBe('2026-11-30');
    expect(hariKeadaan({ ...jendela, sementara: false })).toBe('2026-11-30');
    expect(sepanjang({ ...jendela, sementara: true })).toBe('sampai 21 November 2026');
    expect(sepanjang({ ...jendela, sementara: false })).toBe('selama jendela penilaian');
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

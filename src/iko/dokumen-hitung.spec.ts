import { readFileSync } from 'node:fs';
import { hitungDokumen } from './dokumen-hitung.js';

interface Dokumen {
  instrumen: Record<string, unknown> & { domain: Record<string, unknown>[]; tingkat: Record<string, unknown>[] };
  penilaian: Record<string, unknown>[];
}
const BAWAAN = JSON.parse(
  readFileSync(new URL('../database/seed/instrumen/iko-2022.v1.json', import.meta.url), 'utf8'),
) as unknown;

/** A small valid document in the exchange format, changed by `ubah`. */
function dokumen(ubah: (d: Dokumen) => void = () => undefined): string {
  const indikator = (kode: string, bobot: string, bolehTakBerlaku: boolean) => ({
    kode,
    nama: kode,
    bobot,
    bolehTakBerlaku,
  });
  const d: Dokumen = {
    instrumen: {
      kode: 'uji',
      versi: 1,
      cakupanMinimum: '80',
      domain: [
        { kode: 'X', nama: 'X', indikator: [indikator('X1', '8', false), indikator('X2', '2.50', true)] },
        { kode: 'Y', nama: 'Y', indikator: [indikator('Y1', '1', false)] },
      ],
      tingkat: [
        { tingkat: 0, sebutan: 'Rendah', dari: '0' },
        { tingkat: 1, sebutan: 'Tinggi', dari: '50' },
      ],
    },
    penilaian: [
      { id: 'A001', tingkat: { X1: 3, X2: { takBerlaku: 'alasan' }, Y1: 4 } },
      { id: 'A002', tingkat: {} },
    ],
  };
  ubah(d);
  return JSON.stringify(d);
}
const tingkatSatu = (d: Dokumen): Record<string, unknown> => d.penilaian[0]!.tingkat as Record<string, unknown>;
const indikatorSatu = (d: Dokumen): Record<string, unknown> =>
  (d.instrumen.domain[0]!.indikator as Record<string, unknown>[])[0]!;
const galat = (teks: string): readonly string[] => {
  const hasil = hitungDokumen(teks);
  if (hasil.ok) throw new Error(`accepted: ${hasil.keluaran}`);
  return hasil.galat;
};

describe('a document that is right', () => {
  it('gives the results in order, one ormas a line, figures as strings with two decimals', () => {
    expect(hitungDokumen(dokumen())).toEqual({
      ok: true,
      keluaran: [
        '{"hasil":[',
        '{"id":"A001","skor":"77.17","tingkat":1,"sebutan":"Tinggi","cakupan":"78.26","sementara":true,"domain":{"X":"7.88","Y":"1.00"}},',
        '{"id":"A002","skor":null,"tingkat":null,"sebutan":null,"cakupan":"0.00","sementara":true,"domain":{"X":null,"Y":null}}',
        ']}',
        '',
      ].join('\n'),
    });
  });

  it('may assess nobody', () => {
    expect(hitungDokumen(dokumen((d) => (d.penilaian = [])))).toEqual({ ok: true, keluaran: '{"hasil":[]}\n' });
  });

  it('may carry the whole default instrument with rubric, sources and rules', () => {
    expect(hitungDokumen(JSON.stringify({ instrumen: BAWAAN, penilaian: [] }))).toMatchObject({ ok: true });
  });

  it('may begin with a byte order mark', () => {
    expect(hitungDokumen(`\uFEFF${dokumen()}`)).toEqual(hitungDokumen(dokumen()));
  });

  it('may have weights of many digits, trailing zeros, and codes that look like parts of the language', () => {
    const teks = dokumen((d) => {
      indikatorSatu(d).bobot = `${'9'.repeat(80)}.${'1'.repeat(80)}`;
      d.instrumen.domain[1]!.kode = '7';
      d.instrumen.domain[1]!.indikator = [{ kode: 'constructor', nama: 'n', bobot: '1.000', bolehTakBerlaku: true }];
      d.penilaian = [{ id: 'toString', tingkat: { constructor: 2 } }];
    });
    const hasil = hitungDokumen(teks);
    expect(hasil.ok && JSON.parse(hasil.keluaran)).toMatchObject({
      hasil: [{ id: 'toString', skor: '50.00', domain: { X: null, 7: '0.50' } }],
    });
  });

  it('may call a domain or an indicator "__proto__"', () => {
    const teks = dokumen((d) => (d.penilaian = [{ id: 'A', tingkat: { X1: 4 } }]))
      .replaceAll('"Y1"', '"__proto__"')
      .replaceAll('"kode":"Y"', '"kode":"__proto__"')
      .replace('"X1":4', '"X1":4,"__proto__":2');
    const hasil = hitungDokumen(teks);
    expect(hasil).toMatchObject({ ok: true });
    expect(hasil.ok && hasil.keluaran).toContain('"domain":{"X":"10.50","__proto__":"0.50"}');
  });
});

describe('an assessment that is wrong', () => {
  it.each<[string, (d: Dokumen) => void, RegExp[]]>([
    ...[5, -1, 2.5, '3', null, true, [3], 1e9].map((nilai): [string, (d: Dokumen) => void, RegExp[]] => [
      `a level of ${JSON.stringify(nilai)}`,
      (d) => (tingkatSatu(d).X1 = nilai),
      [/"A001".*"X1".*bilangan bulat 0 sampai 4/],
    ]),
    ['an unknown indicator', (d) => (tingkatSatu(d).Z9 = 3), [/"A001".*"Z9".*tidak ada dalam instrumen/]],
    ['the code of a domain as an indicator', (d) => (tingkatSatu(d).X = 3), [/"A001".*"X":/]],
    [
      'an indicator that only a prototype has',
      (d) => (tingkatSatu(d)['toString'] = 3 as never),
      [/"A001".*"toString"/],
    ],
    [
      'N/A where it is not allowed',
      (d) => (tingkatSatu(d).X1 = { takBerlaku: 'alasan' }),
      [/"A001".*"X1".*tidak boleh/],
    ],
    ...['', '  \t', null, 7, true].map((alasan): [string, (d: Dokumen) => void, RegExp[]] => [
      `N/A with the reason ${JSON.stringify(alasan)}`,
      (d) => (tingkatSatu(d).X2 = { takBerlaku: alasan }),
      [/"A001".*"X2".*beralasan/],
    ]),
    ['N/A without its member', (d) => (tingkatSatu(d).X2 = {}), [/"A001".*"X2"/]],
    ['N/A with more beside it', (d) => (tingkatSatu(d).X2 = { takBerlaku: 'alasan', tingkat: 3 }), [/"A001".*"X2"/]],
    ['a repeated id', (d) => (d.penilaian[1]!.id = 'A001'), [/"A001".*lebih dari sekali/]],
    ['an id that is a number', (d) => (d.penilaian[1]!.id = 7), [/ke-2.*"id"/]],
    ['an empty id', (d) => (d.penilaian[1]!.id = ' '), [/ke-2.*"id"/]],
    ['no id', (d) => delete d.penilaian[1]!.id, [/ke-2.*"id" tidak ada/]],
    ['no levels', (d) => delete d.penilaian[1]!.tingkat, [/"A002".*"tingkat" tidak ada/]],
    ['levels as an array', (d) => (d.penilaian[1]!.tingkat = []), [/"A002".*objek/]],
    ['an assessment that is null', (d) => (d.penilaian[1] = null as never), [/ke-2.*objek/]],
    ['an unknown field', (d) => (d.penilaian[1]!.Tingkat = {}), [/"A002".*"Tingkat" tidak dikenal/]],
    ['assessments that are no array', (d) => (d.penilaian = {} as never), [/"penilaian" harus berupa larik/]],
  ])('is refused: %s', (_apa, ubah, pola) => {
    const pesan = galat(dokumen(ubah));
    expect(pesan).toHaveLength(pola.length);
    pola.forEach((p, i) => expect(pesan[i]).toMatch(p));
  });

  it('is refused for a member named __proto__, which is an unknown indicator', () => {
    expect(galat(dokumen().replace('"X1":3', '"__proto__":3'))).toEqual([
      expect.stringMatching(/"A001".*"__proto__".*tidak ada/),
    ]);
  });

  it('is refused for an indicator written twice, though JSON would take the last', () => {
    expect(galat(dokumen().replace('"X1":3', '"X1":3,"X1":4'))).toEqual([
      'Penilaian "A001", indikator "X1": "X1" tertulis lebih dari sekali.',
    ]);
  });

  it('sees an escaped spelling of the same indicator', () => {
    expect(galat(dokumen().replace('"X1":3', '"X1":3,"\\u00581":4'))[0]).toMatch(
      /"A001".*"X1" tertulis lebih dari sekali/,
    );
  });

  it.each(['3.00000000000000000000001', '1e-400', '1e400', '4.0000000000000000001e0'])(
    'is refused for the level %s, which a double cannot hold',
    (t) => {
      expect(galat(dokumen().replace('"X1":3', `"X1":${t}`))[0]).toMatch(/"A001".*"X1"/);
    },
  );

  it.each(['3.0', '3e0', '30E-1', '3.00000000000000000000'])('is accepted for the level %s, which is 3', (t) => {
    expect(hitungDokumen(dokumen().replace('"X1":3', `"X1":${t}`))).toEqual(hitungDokumen(dokumen()));
  });
});

describe('an instrument that is wrong', () => {
  const bobot: [string, (d: Dokumen) => void, RegExp][] = [
    '0',
    '0.000',
    '-1',
    'abc',
    '8,5',
    '1e3',
    '',
    ' 8',
    '+8',
    '.5',
    '5.',
    'NaN',
    'Infinity',
    '0x10',
    8,
    0,
    -3,
    null,
    true,
  ].map((nilai) => [`a weight of ${JSON.stringify(nilai)}`, (d) => (indikatorSatu(d).bobot = nilai), /"X1".*"bobot"/]);
  const ambang: [string, (d: Dokumen) => void, RegExp][] = ['0', '-1', '100.01', 'abc', 50, null].map((nilai) => [
    `a second cut-off at ${JSON.stringify(nilai)}`,
    (d) => (d.instrumen.tingkat[1]!.dari = nilai),
    /Tingkat IKO ke-2.*"dari"/,
  ]);
  const minimum: [string, (d: Dokumen) => void, RegExp][] = ['-1', '100.5', 'delapan puluh', 80, null].map((nilai) => [
    `a least coverage of ${JSON.stringify(nilai)}`,
    (d) => (d.instrumen.cakupanMinimum = nilai),
    /"cakupanMinimum"/,
  ]);
  const hilang: [string, (d: Dokumen) => void, RegExp][] = ['kode', 'versi', 'cakupanMinimum', 'domain', 'tingkat'].map(
    (kunci) => [`no ${kunci}`, (d) => delete d.instrumen[kunci], new RegExp(`"${kunci}" tidak ada`)],
  );
  it.each<[string, (d: Dokumen) => void, RegExp]>([
    ...bobot,
    ...ambang,
    ...minimum,
    ...hilang,
    ['a weight of 201 digits', (d) => (indikatorSatu(d).bobot = '1'.repeat(201)), /"X1".*"bobot"/],
    ['no weight', (d) => delete indikatorSatu(d).bobot, /"X1".*"bobot" tidak ada/],
    ['no permission', (d) => delete indikatorSatu(d).bolehTakBerlaku, /"X1".*"bolehTakBerlaku" tidak ada/],
    ['a permission as text', (d) => (indikatorSatu(d).bolehTakBerlaku = 'false'), /"X1".*"bolehTakBerlaku"/],
    ['no indicator code', (d) => delete indikatorSatu(d).kode, /"X", indikator ke-1.*"kode" tidak ada/],
    ['an empty indicator name', (d) => (indikatorSatu(d).nama = ''), /"X1".*"nama"/],
    ['an unknown field of an indicator', (d) => (indikatorSatu(d).bobott = '1'), /"X1".*"bobott" tidak dikenal/],
    ['an indicator code twice in one domain', (d) => (indikatorSatu(d).kode = 'X2'), /"X2".*lebih dari sekali/],
    [
      'an indicator code twice across domains',
      (d) => (indikatorSatu(d).kode = 'Y1'),
      /"Y1".*lebih dari sekali.*"X" dan "Y"/,
    ],
    ['a domain code twice', (d) => (d.instrumen.domain[1]!.kode = 'X'), /Domain "X".*lebih dari sekali/],
    ['no domain', (d) => (d.instrumen.domain = []), /tidak ada domain/],
    ['a domain without indicators', (d) => (d.instrumen.domain[1]!.indikator = []), /Domain "Y".*tidak ada indikator/],
    ['a domain that is null', (d) => (d.instrumen.domain[1] = null as never), /Domain ke-2/],
    ['domains as an object', (d) => (d.instrumen.domain = {} as never), /"domain" harus berupa larik/],
    ['indicators as an object', (d) => (d.instrumen.domain[1]!.indikator = {}), /Domain "Y".*larik/],
    ['no bands', (d) => (d.instrumen.tingkat = []), /"tingkat" kosong/],
    ['bands that do not start at 0', (d) => (d.instrumen.tingkat[0]!.dari = '1'), /ke-1.*harus "0"/],
    ['bands in the wrong order', (d) => d.instrumen.tingkat.reverse(), /ke-1.*harus "0"/],
    ['a level twice', (d) => (d.instrumen.tingkat[1]!.tingkat = 0), /ke-2.*lebih besar dari tingkat sebelumnya/],
    ['a level that is no integer', (d) => (d.instrumen.tingkat[1]!.tingkat = 1.5), /ke-2.*bilangan bulat/],
    ['a band without a name', (d) => delete d.instrumen.tingkat[1]!.sebutan, /ke-2.*"sebutan" tidak ada/],
    ['version 0', (d) => (d.instrumen.versi = 0), /"versi"/],
    ['an empty code', (d) => (d.instrumen.kode = ''), /"kode"/],
    ['an instrument that is an array', (d) => (d.instrumen = [] as never), /Instrumen harus berupa objek/],
    ['no instrument', (d) => delete (d as Partial<Dokumen>).instrumen, /"instrumen" tidak ada/],
    ['no assessments', (d) => delete (d as Partial<Dokumen>).penilaian, /"penilaian" tidak ada/],
    ['a source that is none', (d) => (indikatorSatu(d).sumber = 'Q'), /"X1".*"sumber"/],
    ['a computed source without a rule', (d) => (indikatorSatu(d).sumber = 'A'), /"X1".*memerlukan "aturan"/],
    [
      'a rule for a source that is not computed',
      (d) => Object.assign(indikatorSatu(d), { sumber: 'V', aturan: aturan() }),
      /"X1".*tidak boleh/,
    ],
    [
      'a rule without a source',
      (d) => Object.assign(indikatorSatu(d), { aturan: aturan() }),
      /"X1".*memerlukan "sumber"/,
    ],
    [
      'a rule that nobody knows',
      (d) => Object.assign(indikatorSatu(d), { sumber: 'A', aturan: { ...aturan(), nama: 'toString' } }),
      /"X1".*tidak dikenal/,
    ],
    [
      'a measure that the rule lacks',
      (d) => Object.assign(indikatorSatu(d), { sumber: 'A', aturan: aturan({ 1: { persen: '5' } }) }),
      /"X1".*"persen"/,
    ],
    [
      'a condition for level 5',
      (d) => Object.assign(indikatorSatu(d), { sumber: 'A', aturan: aturan({ 5: { kegiatan: '5' } }) }),
      /"X1".*"5"/,
    ],
    [
      'a threshold as a number',
      (d) => Object.assign(indikatorSatu(d), { sumber: 'A', aturan: aturan({ 1: { kegiatan: 5 } }) }),
      /"X1".*"kegiatan"/,
    ],
    ['no conditions', (d) => Object.assign(indikatorSatu(d), { sumber: 'A', aturan: aturan({}) }), /"X1".*"syarat"/],
    [
      'a locked level that is none',
      (d) => Object.assign(indikatorSatu(d), { sumber: 'A', aturan: { ...aturan(), terkunci: [9] } }),
      /"X1".*"terkunci"/,
    ],
    [
      'a rule that may find N/A where N/A is not allowed',
      (d) =>
        Object.assign(indikatorSatu(d), {
          sumber: 'A',
          aturan: { nama: 'tindak-lanjut-rekomendasi', syarat: { 1: { rekomendasiSelesai: '1' } } },
        }),
      /"X1".*bolehTakBerlaku/,
    ],
    ['a rubric of four sentences', (d) => (indikatorSatu(d).rubrik = ['a', 'b', 'c', 'd']), /"X1".*"rubrik"/],
    ['evidence that is no list', (d) => (indikatorSatu(d).bukti = 'SK'), /"X1".*"bukti"/],
    [
      'a registration period the wrong way round',
      (d) => (d.instrumen.masaDaftar = { profilSajaDiBawahTahun: 2, ditandaiDiBawahTahun: 1 }),
      /"masaDaftar"/,
    ],
  ])('is refused: %s', (_apa, ubah, pola) => {
    expect(galat(dokumen(ubah)).filter((p) => pola.test(p)).length).toBeGreaterThan(0);
  });

  it('does not make good assessments look wrong: one mistake, one sentence', () => {
    expect(galat(dokumen((d) => (indikatorSatu(d).bobot = '0')))).toEqual([
      'Indikator "X1": "bobot" harus lebih besar dari nol, bukan "0".',
    ]);
    expect(galat(dokumen((d) => delete indikatorSatu(d).kode))).toHaveLength(1);
    expect(galat(dokumen((d) => delete indikatorSatu(d).bolehTakBerlaku))).toHaveLength(1);
  });

  function aturan(syarat: unknown = { 1: { kegiatan: '1' } }): Record<string, unknown> {
    return { nama: 'realisasi-program-kerja', syarat };
  }
});

describe('a text that is wrong', () => {
  it.each(['', '   ', '{', '{"instrumen":', 'bukan json', '{"a":1,}', "{'a':1}", '[1,2', '\u0000'])(
    'is refused in one sentence: %j',
    (teks) => {
      expect(galat(teks)).toEqual([expect.stringMatching(/^Dokumen /)]);
    },
  );

  it.each(['null', '3', '"x"', '[]', 'true'])('is refused where the document is %s', (teks) => {
    expect(galat(teks)).toEqual([expect.stringMatching(/^Dokumen harus berupa objek/)]);
  });

  it.each([
    ['{\n  "instrumen": 1 "penilaian": 2\n}', 'Dokumen bukan JSON yang benar: ada kesalahan di baris 2, kolom 18.'],
    ['{\n  "instrumen": x\n}', 'Dokumen bukan JSON yang benar: tanda "x" tidak pada tempatnya.'],
    ['{"instrumen": [', 'Dokumen bukan JSON yang utuh: tulisan berakhir sebelum lengkap.'],
  ])('says what is wrong with %j as far as the parser tells', (teks, pesan) => {
    expect(galat(teks)).toEqual([pesan]);
  });

  it('finds a member written twice anywhere', () => {
    expect(galat(dokumen().replace('"versi":1', '"versi":1,"versi":1'))).toEqual([
      'Dokumen, instrumen, versi: "versi" tertulis lebih dari sekali.',
    ]);
  });

  it('may be nested a hundred thousand deep', () => {
    expect(galat('['.repeat(100_000) + ']'.repeat(100_000))).toHaveLength(1);
  });

  it('is told all of its problems at once, each naming its id and indicator', () => {
    const pesan = galat(
      dokumen((d) => {
        indikatorSatu(d).bobot = '0';
        d.instrumen.tingkat.reverse();
        tingkatSatu(d).X1 = 9;
        tingkatSatu(d).Z = 1;
        d.penilaian.push({ id: 'A002', tingkat: { Y1: { takBerlaku: 'x' } } });
      }),
    );
    for (const pola of [
      /"X1".*"bobot"/,
      /Tingkat IKO ke-1/,
      /"A001".*"X1".*tingkat/,
      /"A001".*"Z"/,
      /"A002".*lebih dari sekali/,
      /"A002".*"Y1"/,
    ])
      expect(pesan.some((p) => pola.test(p))).toBe(true);
  });
});

import fc from 'fast-check';
import {
  adalahRumus,
  bacaBilangan,
  bacaNpwp,
  bacaRtRw,
  bacaSurel,
  bacaTelepon,
  berkendali,
  rapikanAngka,
  rapikanSel,
} from './isian.js';

describe('a formula', () => {
  it.each([
    '=1+1',
    ' =1+1',
    '\t=1+1',
    '\r=1+1',
    '"=1+1"',
    "'=1+1",
    '\ufeff=A1',
    '＝1+1',
    '@SUM(1)',
    '+1+1',
    '-2+3',
    '-1-2',
    '+A1',
    "-cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    '- Jl. Contoh',
    '=HYPERLINK("http://contoh.invalid","klik")',
  ])('%j is one', (sel) => {
    expect(adalahRumus(sel)).toBe(true);
    expect(adalahRumus(sel, true)).toBe(true);
  });

  it.each([
    '',
    '-',
    '--',
    ' – ',
    '-5',
    '+5',
    '-1.250,50',
    '+628123456789',
    '+62 812-3456-789',
    'A=1',
    '1+1',
    '"Harapan"',
    '(021) 1',
    '/',
    '2-3',
  ])('%j is none', (sel) => expect(adalahRumus(sel)).toBe(false));

  it('several phones in a phone cell are none', () => {
    expect(adalahRumus('+628123456789/+628123456780', true)).toBe(false);
    expect(adalahRumus('+628123456789, 08123456780', true)).toBe(false);
    expect(adalahRumus('+628123456789|=1', true)).toBe(true);
    expect(adalahRumus('+628123456789 /+628123456780')).toBe(true);
  });

  it('is found in every cell that begins with = or @, whatever follows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '@'),
        fc.constantFrom('', ' ', '\t', '"', "'"),
        fc.string(),
        (awal, kulit, sisa) => {
          expect(adalahRumus(`${kulit}${awal}${sisa}`)).toBe(true);
        },
      ),
    );
  });
});

describe('an NPWP', () => {
  it.each([
    ['92.174.218.0-967.929', '921742180967929'],
    ['921742180967929', '921742180967929'],
    ['6100330766619341', '6100330766619341'],
    ['6100 3307 6661 9341', '6100330766619341'],
    ['', null],
    ['00.000.000.0-000.000', null],
  ])('%j is %j', (teks, nilai) => expect(bacaNpwp(teks)).toMatchObject({ nilai }));

  it.each(['12.345', '92.174.218.0-967.92', '92.174.218.0-967.9299a', '61003307666193411', 'ABC', '6.10033E+15'])(
    '%j is none',
    (teks) => expect(bacaNpwp(teks)).toHaveProperty('galat', expect.stringMatching(/\bnpwp\b.*15 atau 16 angka/)),
  );
});

describe('a phone', () => {
  it.each([
    ['0812345678', '0812345678'],
    ['0812345678901', '0812345678901'],
    ['+62 812-3456-7890', '081234567890'],
    ['6281234567890', '081234567890'],
    ['+62 (0)812 3456 7890', '081234567890'],
    ['+62812345678901', '0812345678901'],
    ['81234567890', '081234567890'],
    ['(0251) 8321234', '02518321234'],
    ['0251/8321234', '02518321234'],
    ['HP. 081234567890', '081234567890'],
    ['081234567890 / 081234567891', '081234567890'],
    ['081234567890, +6281234567891 dan 081234567892', '081234567890'],
    ['', null],
  ])('%j is %j', (teks, nilai) => expect(bacaTelepon(teks)).toMatchObject({ nilai }));

  it.each([
    '081234567',
    '08123456789012',
    '+628123456',
    'tanya ketua',
    '0812O45678',
    '0812345/0813456',
    '081234567890/123',
    '+',
  ])('%j is none, and the message does not repeat it', (teks) => {
    const hasil = bacaTelepon(teks);
    expect(hasil).toHaveProperty('galat', expect.stringMatching(/\btelepon\b/));
    expect('galat' in hasil && hasil.galat.includes(teks)).toBe(false);
  });

  it('notes that there were several', () => {
    expect(bacaTelepon('081234567890;081234567891')).toHaveProperty('catatan', expect.stringContaining('2 nomor'));
  });
});

describe('cells that are put right, never rejected', () => {
  it.each([
    ['344', 344],
    ['1.024', 1024],
    ['12,500', 12500],
    ['344.0', 344],
    ['± 300', null],
    ['99999999', null],
    ['-5', null],
  ])('members %j are %j', (teks, nilai) => expect(bacaBilangan(teks).nilai).toBe(nilai));

  it.each([
    ['4', '4'],
    ['004', '4'],
    ['RT 04', '4'],
    ['0', null],
    ['12/3', null],
    ['1234', null],
  ])('RT %j is %j', (teks, nilai) => expect(bacaRtRw(teks).nilai).toBe(nilai));

  it('e-mail addresses', () => {
    expect(bacaSurel('Forum@Contoh.INVALID')).toEqual({ nilai: 'forum@contoh.invalid' });
    expect(bacaSurel('bukan surel').nilai).toBeNull();
  });
});

describe('a tidy cell', () => {
  it.each([
    ['  Forum\n Hijau\u00a0 Bogor ', 'Forum Hijau Bogor'],
    ['Fo\u200brum', 'Forum'],
    ['Cafe\u0301', 'Café'],
    ['-', ''],
    [' -- ', ''],
    ['–', ''],
    ['Al-Ikhlas', 'Al-Ikhlas'],
  ])('%j is %j', (mentah, rapi) => expect(rapikanSel(mentah)).toBe(rapi));

  it('of numbers may say that there is none', () => {
    expect(['Tidak Ada', 'nihil', 'N/A'].map(rapikanAngka)).toEqual(['', '', '']);
    expect(rapikanAngka("'0812")).toBe('0812');
  });

  it('with control characters is seen', () => {
    expect(['a\u0000', 'a\u001bb', 'a\u0081', 'a\u202eb', '\u2066'].every(berkendali)).toBe(true);
    expect(['a\tb', 'a\nb', 'a\r\nb', 'é', '“x”', ''].some(berkendali)).toBe(false);
  });
});

it('a cell as long as a file is looked at in one pass', () => {
  expect(adalahRumus(`(${"'".repeat(1_000_000)}x`)).toBe(false);
  expect(adalahRumus(`=${'"'.repeat(1_000_000)}`)).toBe(true);
});

import { barisBuku, bukuKerja } from '../../../test/factories/buku-kerja.js';
import { bacaXlsx } from './baca-xlsx.js';
import { teksBilangan } from './nilai-xlsx.js';

const BATAS = { baris: 10, kolom: 5 };
const sel = async (isi: string): Promise<string[] | undefined> =>
  (await bacaXlsx(await bukuKerja(`<row>${isi}</row>`), BATAS))[0]?.sel;

describe('a workbook, read as a register', () => {
  it('gives the first visible sheet, rows by the numbers that the spreadsheet shows, blank rows left out', async () => {
    const isi = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row><row r="3"><c r="A3"/></row>
      <row r="7"><c r="B7" t="inlineStr"><is><t> spasi </t></is></c></row><row><c><v>5</v></c></row>`;
    expect(await bacaXlsx(await bukuKerja(isi), BATAS)).toEqual([
      { baris: 2, sel: ['teks bersama', '', 'dua potong'] },
      { baris: 7, sel: ['', ' spasi '] },
      { baris: 8, sel: ['5'] },
    ]);
  });

  it.each([
    ['a date of the built-in kind', '<c s="1"><v>43861</v></c>', '2020-01-31'],
    ['a date of an own format, with a time', '<c s="2"><v>43861.75</v></c>', '2020-01-31'],
    ['a number whose format only quotes a d', '<c s="3"><v>43861</v></c>', '43861'],
    ['an ISO date', '<c t="d"><v>2020-01-31T00:00:00</v></c>', '2020-01-31'],
    ['the day that never was', '<c s="1"><v>60</v></c>', '60'],
    ['a day before March 1900', '<c s="1"><v>59</v></c>', '1900-02-28'],
    ['a whole number', '<c><v>81234567890</v></c>', '81234567890'],
    ['a number with an exponent', '<c><v>8.1E+10</v></c>', '81000000000'],
    ['a fraction with the noise of its binary form', '<c><v>68.750000000000014</v></c>', '68.75'],
    ['a number whose last digits are lost', '<c><v>1234567890123456</v></c>', '1.23456789012346E+15'],
    ['an NPWP that became a power of ten', '<c><v>1.2E+15</v></c>', '1.2E+15'],
    ['a truth', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['a formula, never its result', '<c><f>1+1</f><v>2</v></c>', '=1+1'],
    ['a shared formula', '<c><f t="shared" si="0"/><v>2</v></c>', '=rumus'],
    ['a formula that gives a text', '<c t="str"><f>A1</f><v>x</v></c>', '=A1'],
    ['the error of a formula', '<c t="e"><v>#N/A</v></c>', '=#N/A'],
    ['what XML cannot hold', '<c t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>', 'a\rb_x0041_'],
    ['a part of characters', '<c t="inlineStr"><is><t><![CDATA[a<b]]> &amp; c</t></is></c>', 'a<b & c'],
  ])('%s', async (_, isi, harapan) => {
    expect(await sel(isi)).toEqual([harapan]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const buku = await bukuKerja('<row><c s="1"><v>42399</v></c></row>', {
      'xl/workbook.xml':
        '<x:workbook xmlns:x="a" xmlns:r="b"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="a" r:id="r1"/></x:sheets></x:workbook>',
    });
    expect(await bacaXlsx(buku, BATAS)).toEqual([{ baris: 1, sel: ['2020-01-31'] }]);
  });

  it.each([
    ['brackets', '['],
    ['quotes', '"'],
    ['escapes', '\\\\'],
  ])('is read in a moment although a format holds a million %s that never close', async (_, tanda) => {
    const format = tanda.repeat(1_000_001).replaceAll('"', '&quot;');
    const buku = await bukuKerja('<row><c s="0"><v>43861</v></c></row>', {
      'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`,
    });
    expect(await bacaXlsx(buku, BATAS)).toEqual([{ baris: 1, sel: ['43861'] }]);
  });

  const satu = barisBuku([['a']]);
  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['a zip that is none', () => Promise.resolve(Buffer.from('PK\u0003\u0004dan seterusnya')), 'rusak'],
    ['a zip cut short', async () => (await bukuKerja(satu)).subarray(0, 900), 'rusak'],
    ['a zip of something else', () => bukuKerja(satu, { 'xl/workbook.xml': null }), 'bukan buku kerja'],
    ['a sheet of OpenDocument', () => bukuKerja(satu, { 'xl/workbook.xml': null, mimetype: 'x' }), '.ods'],
    ['a workbook without its sheet', () => bukuKerja(satu, { 'xl/worksheets/sheet1.xml': null }), 'rusak'],
    ['broken XML', () => bukuKerja('<row><c></row>'), 'rusak'],
    [
      'an entity of its own',
      () => bukuKerja(satu, { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' }),
      'rusak',
    ],
    [
      'bytes that are no UTF-8',
      async () => {
        const isi = await bukuKerja(barisBuku([['EEE']]), {}, false);
        isi.fill(0xe9, isi.indexOf('EEE'), isi.indexOf('EEE') + 3);
        return isi;
      },
      'rusak',
    ],
    ['a text that is not there', () => bukuKerja('<row><c t="s"><v>9</v></c></row>'), 'rusak'],
    ['elements without end', () => bukuKerja('<row>'.repeat(100)), 'rusak'],
    ['a row beyond every sheet', () => bukuKerja('<row r="99999999"><c><v>1</v></c></row>'), 'rusak'],
    ['a column beyond every sheet', () => bukuKerja('<row><c r="ZZZZ1"><v>1</v></c></row>'), 'rusak'],
    ['too many columns', () => bukuKerja(barisBuku([['1', '2', '3', '4', '5', '6']])), 'lebih dari 5 kolom'],
    ['too many rows', () => bukuKerja(barisBuku(Array.from({ length: 11 }, () => ['1']))), 'lebih dari 10 baris'],
    [
      'too many parts',
      () => bukuKerja(satu, Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`x${i}`, '']))),
      'terlalu banyak bagian',
    ],
    [
      'one long text that makes a large sheet by being used again',
      () =>
        bukuKerja(`<row>${'<c t="s"><v>0</v></c>'.repeat(5)}</row>`.repeat(8), {
          'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(1024 * 1024)}</t></si></sst>`,
        }),
      'terlalu besar',
    ],
    [
      'a part that inflates beyond its bound',
      () => bukuKerja(satu, { 'xl/styles.xml': ' '.repeat(9 * 1024 * 1024) }),
      'terlalu besar',
    ],
  ])('refuses %s with a sentence', async (_, buat, kata) => {
    const isi = await buat();
    await expect(bacaXlsx(isi, BATAS)).rejects.toMatchObject({ kode: 'berkas-ditolak' });
    await expect(bacaXlsx(isi, BATAS)).rejects.toThrow(kata);
  });

  /** Writes another inflated size of a part into the directory of the zip. */
  function akui(isi: Buffer, nama: string, bita: number): Buffer {
    isi.writeUInt32LE(bita, isi.lastIndexOf(nama) - 46 + 24);
    return isi;
  }

  it('refuses parts that together would inflate beyond all bounds, before any of them is', async () => {
    const isi = akui(await bukuKerja(satu), 'xl/worksheets/sheet2.xml', 256 * 1024 * 1024);
    await expect(bacaXlsx(isi, BATAS)).rejects.toThrow('terlalu besar setelah dibuka');
  });

  it('stops at a part that gives more than it said, whatever its directory claims', async () => {
    const isi = akui(await bukuKerja(barisBuku([['a'.repeat(100_000)]])), 'xl/worksheets/sheet1.xml', 10);
    await expect(bacaXlsx(isi, BATAS)).rejects.toMatchObject({ kode: 'berkas-ditolak' });
  });
});

describe('a number as a person would write it', () => {
  it.each([
    ['0', '0'],
    ['-12', '-12'],
    ['999999999999999', '999999999999999'],
    ['1000000000000000', '1E+15'],
    ['1e400', '1e400'],
  ])('%s is %s', (mentah, teks) => {
    expect(teksBilangan(mentah)).toBe(teks);
  });
});

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { bacaCsv, BARIS_MAKS, kenaliPemisah, KOLOM_MAKS, UKURAN_MAKS, urai } from './csv.js';

const bita = (teks: string): Uint8Array => new TextEncoder().encode(teks);
const ringkas = (teks: string): [number, string[]][] => bacaCsv(bita(teks)).rekaman.map((r) => [r.baris, r.sel]);

describe('records and the lines they start on', () => {
  it.each([
    ['blank lines count but are no records', 'a,b\n1,2\n\n , \n3,4', [1, 2, 5]],
    ['CRLF', 'a,b\r\n1,2\r\n\r\n3,4\r\n', [1, 2, 4]],
    ['lone CR', 'a,b\r1,2\r3,4', [1, 2, 3]],
    ['line ends inside quotes', 'a,b\n"x\ny\n\nz",4\n5,6', [1, 2, 6]],
    ['CRLF inside quotes', 'a,b\r\n"x\r\ny",4\r\n5,6', [1, 2, 4]],
    ['a blank first line', '\n\na,b\n1,2', [3, 4]],
  ])('%s', (_judul, teks, baris) => expect(ringkas(teks).map(([b]) => b)).toEqual(baris));

  it('keeps a quote that closes nothing as a letter', () => {
    expect(ringkas('a,b\n1,q "x" y\n"Forum "Hijau" Bogor", 3\n"p "" q" ,9').map(([, s]) => s)).toEqual([
      ['a', 'b'],
      ['1', 'q "x" y'],
      ['Forum "Hijau" Bogor', ' 3'],
      ['p " q', '9'],
    ]);
  });

  it.each(['a,b\n"x,2\n3,4\n', 'a,b\n1,"', 'a,b\n5,"X,1\n6,"Y",2\n'])(
    'names the line of a quote never closed: %j',
    (teks) => {
      expect(() => bacaCsv(bita(teks))).toThrow(/^Baris 2: tanda kutip/);
    },
  );

  it('reads any table as the reference reader does', () => {
    const sel = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'é') });
    const tabel = fc.array(fc.array(sel, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(tabel, fc.constantFrom(',', ';'), (isi, pemisah) => {
        const teks = isi.map((r) => r.map((s) => `"${s.replaceAll('"', '""')}"`).join(pemisah)).join('\n');
        const acuan = parse(teks, { delimiter: pemisah, relax_column_count: true });
        expect([...urai(teks, pemisah)].map((r) => r.sel)).toEqual(acuan);
      }),
    );
  });

  it('never fails but with a sentence, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (isi) => {
        try {
          bacaCsv(isi);
        } catch (e) {
          expect(e).toHaveProperty('kode', 'berkas-ditolak');
        }
      }),
    );
  });
});

describe('the separator', () => {
  it.each([
    ['a,b,c', ','],
    ['a;b;c', ';'],
    ['a;b;"x,y,z,w"', ';'],
    ['"x;y;z;w",b,c\n1;2;3;4;5', ','],
    ['"judul\nbaris; dua; tiga",b,c', ','],
    ['\n\na;b\n1,2,3,4', ';'],
    ['satu', ','],
  ] as const)('of %j is "%s"', (teks, pemisah) => expect(kenaliPemisah(teks)).toBe(pemisah));
});

describe('files that are no register', () => {
  it('reads Windows-1252 where the bytes are no UTF-8', () => {
    const lembar = bacaCsv(new Uint8Array([...bita('a,b\n'), 0x93, 0x43, 0x61, 0x66, 0xe9, 0x94, ...bita(',2')]));
    expect(lembar.sandi).toBe('windows-1252');
    expect(lembar.rekaman[1]?.sel[0]).toBe('“Café”');
  });

  it.each([
    ['an empty file', new Uint8Array(), 'Berkas kosong'],
    ['blank lines', bita('\ufeff\r\n  \n'), 'Berkas kosong'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20]), '.xlsx'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'bukan teks UTF-8'],
    ['a huge file', new Uint8Array(UKURAN_MAKS + 1), '20 MB'],
    ['too many lines', bita(`a\n${'x\n'.repeat(BARIS_MAKS + 1)}`), `${BARIS_MAKS} baris`],
  ])('%s is refused with a sentence', (_judul, isi, pesan) => expect(() => bacaCsv(isi)).toThrow(pesan));

  it('takes as many lines and columns as it says', () => {
    expect(bacaCsv(bita(`a\n${'x\n'.repeat(BARIS_MAKS)}`)).rekaman).toHaveLength(BARIS_MAKS + 1);
    const penuh = `a${',a'.repeat(KOLOM_MAKS - 1)}`;
    expect(bacaCsv(bita(`${penuh}\n"b"${penuh.slice(1)}`)).rekaman.map((r) => r.sel.length)).toEqual([
      KOLOM_MAKS,
      KOLOM_MAKS,
    ]);
  });

  it.each([
    ['a line', ','.repeat(KOLOM_MAKS)],
    ['a line with quotes', `"b"${',a'.repeat(KOLOM_MAKS)}`],
    ['nineteen million cells', ','.repeat(19_000_000)],
  ])('names the line with more columns than any layout has: %s', (_judul, baris) => {
    expect(() => bacaCsv(bita(`a,b\n${baris}`))).toThrow(
      `Baris 2: lebih dari ${KOLOM_MAKS} kolom. Hapus kolom yang tidak dipakai, simpan lagi sebagai CSV, lalu coba lagi.`,
    );
  });
});

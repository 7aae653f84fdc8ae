import { buffer, text } from 'node:stream/consumers';
import fc from 'fast-check';
import { bacaXlsx } from './baca-xlsx.js';
import { type KolomLembar, type LembarTulis, miripRumus, type NilaiSel } from './lembar.js';
import { alirkanCsv, selCsv } from './tulis-csv.js';
import { alirkanXlsx } from './tulis-xlsx.js';

const KOLOM: KolomLembar[] = [
  { judul: 'Nama', jenis: 'teks' },
  { judul: 'Jumlah', jenis: 'angka' },
  { judul: 'Sejak', jenis: 'tanggal' },
];
const lembar = (...kelompok: NilaiSel[][][]): LembarTulis => ({
  kolom: KOLOM,
  kelompok: (async function* () {
    for (const k of kelompok) yield await Promise.resolve(k);
  })(),
});

describe('cells that a spreadsheet would run', () => {
  it.each([
    '=1+1',
    '+62899',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\ttab',
    ' =1+1',
    '\u00a0=1',
    '\u200b=1',
    '\uff1d1',
    '\uff0b1',
    '\uff0d1',
    '\uff201',
    '=cmd|" /C calc"!A0',
    '-',
  ])('%j is marked as text', (teks) => {
    expect(miripRumus(teks)).toBe(true);
    expect(selCsv(teks)).toBe(`"'${teks.replaceAll('"', '""')}"`);
  });

  it.each(['Yayasan A = B', '0899', 'a@b.invalid', '220/1-X', '', "'=1"])('%j is left as it is', (teks) => {
    expect(miripRumus(teks)).toBe(false);
    expect(selCsv(teks)).toBe(teks);
  });

  it.each(['a;=1+1', 'a\t=1', 'a,=1', 'a\n=1', 'a"b'])('%j is quoted: no separator splits it', (teks) => {
    expect(selCsv(teks)).toBe(`"${teks.replaceAll('"', '""')}"`);
  });
});

it('a CSV begins with the mark of UTF-8 and its headings; numbers and dates stay what they are', async () => {
  expect(await text(alirkanCsv(lembar([['Ormas, "Rekaan"', '68.75', '2020-01-31']], [[null, 12, null]])))).toBe(
    'Nama,Jumlah,Sejak\r\n"Ormas, ""Rekaan""",68.75,2020-01-31\r\n,12,\r\n',
  );
});

const barisAcak = fc.tuple(
  fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('=1', '_x000D_', 'a\rb', 'a\nb', ' x ', '&<>"')),
  fc.oneof(fc.integer(), fc.constantFrom('68.75', '0.00')),
  fc
    .date({ min: new Date('1900-03-02'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
);

it('whatever is written into a workbook is read back from it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(barisAcak, { maxLength: 4 }), { maxLength: 3 }), async (kelompok) => {
      const isi = await buffer(alirkanXlsx(lembar(...kelompok), 'Uji <&>'));
      const [judul, ...baris] = await bacaXlsx(isi, { baris: 100, kolom: 3 });
      expect(judul).toEqual({ baris: 1, sel: ['Nama', 'Jumlah', 'Sejak'] });
      expect(baris.map((b) => b.sel)).toEqual(
        kelompok.flat().map(([nama, angka, tanggal]) => [tanpaYangTakBoleh(nama), String(Number(angka)), tanggal]),
      );
    }),
    { numRuns: 60 },
  );
});

/** What XML cannot hold is left out, and line ends are the one kind that XML knows. */
function tanpaYangTakBoleh(teks: string): string {
  return [...teks].filter((h) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(h) || /[\t\n\r\u007f-\u009f]/.test(h)).join('');
}

it('asks for rows only as fast as they are read, and for no more when the reader goes', async () => {
  for (const tulis of [alirkanCsv, (l: LembarTulis) => alirkanXlsx(l, 'Uji')]) {
    let diminta = 0;
    let tandai: () => void = () => undefined;
    const selesai = new Promise<void>((lanjut) => (tandai = lanjut));
    const aliran = tulis({
      kolom: KOLOM,
      kelompok: (async function* () {
        try {
          for (;;) {
            diminta++;
            yield await Promise.resolve(
              Array.from({ length: 1000 }, (_, i) => [`${Math.sin(diminta * 1000 + i)}`, i, null]),
            );
          }
        } finally {
          tandai();
        }
      })(),
    });
    // Leaving the loop destroys the stream, as the closing of a connection does.
    for await (const _ of aliran) {
      if (diminta === 0) continue;
      for (let i = 0; i < 50; i++) await new Promise((lanjut) => setImmediate(lanjut));
      expect(diminta).toBeLessThan(20);
      break;
    }
    await selesai;
  }
});

it('does not end a workbook properly when its rows fail: half of it must not look whole', async () => {
  const rusak: LembarTulis = {
    kolom: KOLOM,
    kelompok: (async function* () {
      yield await Promise.resolve([['a', 1, null]]);
      throw new Error('database gone');
    })(),
  };
  await expect(buffer(alirkanXlsx(rusak, 'Uji'))).rejects.toThrow('database gone');
});

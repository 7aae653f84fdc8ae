import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { barisBuku, bukuKerja, zip } from '../../../../test/factories/buku-kerja.js';
import { RUJUKAN } from '../../../../test/fixtures/register/rujukan-uji.js';
import { type LembarTulis, miripRumus } from '../../../infra/lembar/lembar.js';
import { alirkanCsv } from '../../../infra/lembar/tulis-csv.js';
import { bacaRegister, ringkas } from './baca-register.js';
import { bacaCsv } from './csv.js';
import { bacaLembar } from './lembar-register.js';
import { PencocokGanda } from './pencocok-ganda.js';
import { JUDUL_PORTAL } from './tata-letak.js';

const FIXTURE = new URL('../../../../test/fixtures/register/', import.meta.url);
/** A file of Office before 2007 that holds a part of this name. */
const ole = (bagian: string): Buffer =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(bagian, 'utf16le')]);
const baca = async (isi: Uint8Array) => bacaRegister(await bacaLembar(isi), RUJUKAN, new PencocokGanda());

describe('a register as a workbook', () => {
  it.each(['register-contoh-polri.csv', 'kasus-portal.csv', 'kasus-skko.csv'])(
    'says of every line of %s what the CSV says, for there is one checker',
    async (nama) => {
      const { rekaman } = bacaCsv(readFileSync(new URL(nama, FIXTURE)));
      const isi = rekaman.map((r) => barisBuku([r.sel]).replace('<row>', `<row r="${r.baris}">`));
      const [csv, xlsx] = [await baca(readFileSync(new URL(nama, FIXTURE))), await baca(await bukuKerja(isi.join('')))];
      expect(xlsx.sandi).toBe('xlsx');
      expect(ringkas(xlsx)).toEqual(ringkas(csv));
      expect(xlsx.diterima).toEqual(csv.diterima);
    },
  );

  const SEL = { nama: 'Forum Uji Rekaan', kelurahan: 'Gudang' };
  /** One line of the portal's layout; a cell is given as its inner XML. */
  async function satu(sel: Record<string, string>) {
    const isi: Record<string, string> = { ...SEL, ...sel };
    const xml = JUDUL_PORTAL.map((j) => {
      const nilai = isi[j] ?? '';
      return nilai.startsWith('<') ? nilai : `<c t="inlineStr"><is><t>${nilai}</t></is></c>`;
    });
    return baca(await bukuKerja(`${barisBuku([JUDUL_PORTAL])}<row>${xml.join('')}</row>`));
  }

  it('takes dates as serials and as date cells, and a phone without its zero', async () => {
    const hasil = await satu({
      tanggal_dasar_hukum: '<c s="1"><v>43861</v></c>',
      terdaftar_pada: '<c><v>43861</v></c>',
      telepon: '<c><v>89900000001</v></c>',
      npwp: '<c><v>123456789012345</v></c>',
    });
    expect(hasil.diterima[0]).toMatchObject({
      dasarHukumTanggal: '2020-01-31',
      terdaftarPada: '2020-01-31',
      telepon: '089900000001',
      npwp: '123456789012345',
    });
  });

  it.each([
    ['nama', '<c><f>HYPERLINK("http://contoh.invalid")</f><v>Forum</v></c>', 'nama: berisi rumus'],
    ['nama', '=1+1', 'nama: berisi rumus'],
    ['nama', '<c t="e"><v>#N/A</v></c>', 'nama: berisi rumus'],
    ['npwp', '<c><v>1.2E+15</v></c>', 'npwp: berisi bilangan "1.2E+15" yang angka-angkanya sudah hilang'],
    ['npwp', '<c><v>1234567890123456</v></c>', 'ubah format kolomnya menjadi Teks'],
    ['npwp', '<c><v>12345678901234</v></c>', 'angka nol di depan mungkin hilang'],
    ['telepon', '8.99E+11', 'telepon: berisi bilangan "8.99E+11"'],
    ['nama', 'CONTOH PENGISIAN - hapus baris ini', 'baris contoh dari template'],
  ])('rejects %s %s in words: %s', async (kolom, nilai, kata) => {
    const hasil = await satu({ [kolom]: nilai });
    expect(hasil.diterima).toEqual([]);
    expect(hasil.ditolak[0]?.alasan).toContain(kata);
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['nothing at all', () => Buffer.alloc(0), '0 bita'],
    ['an old workbook', () => ole('Workbook'), 'Berkas ini buku kerja Excel lama (.xls), bukan CSV atau XLSX.'],
    ['an old letter', () => ole('WordDocument'), 'Berkas ini dokumen Word lama (.doc), bukan CSV atau XLSX.'],
    ['an encrypted workbook', () => ole('EncryptedPackage'), 'Buka sandinya dahulu.'],
    ['a PDF', () => Buffer.from('%PDF-1.7 "dan seterusnya'), 'Berkas ini PDF, bukan CSV atau XLSX.'],
    ['a photo', () => Buffer.from('ffd8ffe022', 'hex'), 'Berkas ini gambar JPEG, bukan CSV atau XLSX.'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a22', 'hex'), 'Berkas ini gambar PNG, bukan'],
    ['a table saved as a page', () => Buffer.from('\n<HTML><table>'), 'Berkas ini halaman web (HTML), bukan'],
    [
      'a letter',
      () => zip({ '[Content_Types].xml': '', 'word/document.xml': '' }),
      'Berkas ini dokumen Word (.docx), bukan CSV atau XLSX.',
    ],
    [
      'a sheet of another office',
      () => zip({ 'content.xml': '' }),
      'Berkas ini dokumen OpenDocument (.ods atau .odt), bukan',
    ],
    ['an archive', () => zip({ 'register.csv': 'nama' }), 'Berkas ini arsip ZIP, bukan CSV atau XLSX.'],
    ['a workbook without content', () => bukuKerja(''), 'kosong'],
    ['a workbook of something else', () => bukuKerja(barisBuku([['a', 'b']])), 'Tata letak yang dapat dibaca'],
  ])('refuses %s', async (_, isi, kata) => {
    await expect(baca(await isi())).rejects.toThrow(kata);
  });
});

it('whatever is written as CSV is read back by the reader of registers, but for the mark before what looks like a formula', async () => {
  const teks = fc.string({ unit: 'binary-ascii' }).map((s) => s.replace(/[\r\n\0]/g, ' '));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(teks, teks, fc.nat()), { minLength: 1, maxLength: 8 }), async (baris) => {
      const lembar: LembarTulis = {
        kolom: [
          { judul: 'A', jenis: 'teks' },
          { judul: 'B', jenis: 'teks' },
          { judul: 'C', jenis: 'angka' },
        ],
        kelompok: (async function* () {
          yield await Promise.resolve(baris);
        })(),
      };
      const { rekaman } = bacaCsv(await buffer(alirkanCsv(lembar)));
      const tanda = (s: string): string => (miripRumus(s) ? `'${s}` : s);
      expect(rekaman.slice(1).map((r) => r.sel)).toEqual(baris.map(([a, b, c]) => [tanda(a), tanda(b), String(c)]));
    }),
    { numRuns: 100 },
  );
});

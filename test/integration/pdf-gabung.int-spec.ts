import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { labelHalaman } from '../../src/infra/pdf/gabung-nomor.js';
import { gabung } from '../../src/infra/pdf/gabung.js';
import { type OpsiGabung } from '../../src/infra/pdf/gabung.types.js';
import { hurufDokumen } from '../../src/infra/pdf/huruf.js';
import { PdfService } from '../../src/infra/pdf/pdf.service.js';
import { type HasilRender } from '../../src/infra/pdf/pdf.types.js';

const N = (nama: string) => PDFName.of(nama);
const huruf = hurufDokumen();
const lambang = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const kop = '<img src="lambang.png" alt="Lambang kota" width="40" height="40">';
const tabel = '<table><thead><tr><th>Nama</th><th>Nilai</th></tr></thead><tr><td>A</td><td>1</td></tr></table>';
const OPSI: OpsiGabung = {
  judul: 'Laporan Monev — contoh',
  penulis: 'Bakesbangpol Contoh',
  subjek: 'IKO',
  dibuat: new Date('2026-01-05T03:04:05Z'),
  nomor: { tanpa: [1], romawi: 2, kiri: 'Kota Contoh' },
};

describe('Merging chunks', () => {
  const pdf = new PdfService({ chromium: process.env.CHROMIUM ?? '/usr/bin/chromium' });
  let bagian: HasilRender[];
  let hasil: Uint8Array;
  let doc: PDFDocument;
  const cetak = (isi: string) =>
    pdf.render({
      html: `<!doctype html><html lang="id"><head><title>x</title><style>${huruf.css}body{font-family:'Plus Jakarta Sans'}h2{break-before:page}</style></head><body>${isi}</body></html>`,
      aset: new Map([...huruf.aset, ['lambang.png', lambang]]),
      kertas: 'F4',
      margin: { atas: 20, kanan: 20, bawah: 20, kiri: 20 },
    });
  const semua = () => doc.context.enumerateIndirectObjects().map(([, objek]) => objek);
  const elemen = () =>
    semua().filter((o): o is PDFDict => o instanceof PDFDict && o.get(N('Type')) === N('StructElem'));
  const isiHalaman = (i: number) =>
    (doc.getPage(i).node.lookup(N('Contents'), PDFArray).asArray() as PDFRef[])
      .map((ref) => doc.context.lookup(ref) as PDFRawStream)
      .map((s) =>
        (s.dict.has(N('Filter')) ? inflateSync(s.getContents()) : Buffer.from(s.getContents())).toString('latin1'),
      );

  beforeAll(async () => {
    bagian = await Promise.all([
      cetak('<h1>Sampul</h1>'),
      cetak(
        '<h1 id="isi" data-penanda="judul" data-tingkat="1">Daftar Isi</h1><a href="http://tuju.invalid/#ormas-b">ke B</a> <a href="http://tuju.invalid/#tiada">hilang</a>',
      ),
      cetak(
        `${kop}<h1 data-penanda="judul" data-tingkat="1">BAB I</h1>${tabel}<h2 data-penanda="judul" data-tingkat="2">Ormas A</h2>`,
      ),
      cetak(
        `${kop}<h1 data-penanda="judul" data-tingkat="1">BAB II</h1>${tabel}<h2 id="ormas-b" data-penanda="judul" data-tingkat="2">Ormas (B) 5 0 R</h2>`,
      ),
    ]);
    hasil = await gabung(bagian, OPSI);
    doc = await PDFDocument.load(hasil, { updateMetadata: false });
  });
  afterAll(() => pdf.onModuleDestroy());

  it('keeps every page, in order', () => {
    expect(bagian.map((b) => b.halaman)).toEqual([1, 1, 2, 2]);
    expect(doc.getPageCount()).toBe(6);
    expect(Math.round((doc.getPage(5).getHeight() / 72) * 25.4)).toBe(330);
  });

  it('says what the document is', () => {
    expect([doc.getTitle(), doc.getAuthor(), doc.getSubject()]).toEqual([OPSI.judul, OPSI.penulis, OPSI.subjek]);
    expect(doc.getCreationDate()).toEqual(OPSI.dibuat);
    expect(String(doc.catalog.get(N('Lang')))).toBe('(id-ID)');
    expect(String(doc.catalog.lookup(N('ViewerPreferences'), PDFDict).get(N('DisplayDocTitle')))).toBe('true');
  });

  it('has bookmarks by level that lead to the pages of their headings', () => {
    const baca = (induk: PDFDict): unknown[] => {
      const daftar: unknown[] = [];
      let ini = induk.lookupMaybe(N('First'), PDFDict);
      for (; ini; ini = ini.lookupMaybe(N('Next'), PDFDict)) {
        const ref = ini.lookup(N('Dest'), PDFArray).get(0);
        const halaman = doc.getPages().findIndex((p) => p.ref === ref) + 1;
        daftar.push([ini.lookup(N('Title'), PDFHexString).decodeText(), halaman, ...baca(ini)]);
      }
      return daftar;
    };
    expect(baca(doc.catalog.lookup(N('Outlines'), PDFDict))).toEqual([
      ['Daftar Isi', 2],
      ['BAB I', 3, ['Ormas A', 4]],
      ['BAB II', 5, ['Ormas (B) 5 0 R', 6]],
    ]);
  });

  it('names pages i, ii, then 1, 2 … and stamps them as artifacts, but not the cover', () => {
    expect(labelHalaman(6, 2)).toEqual(['i', 'ii', '1', '2', '3', '4']);
    expect(labelHalaman(2)).toEqual(['1', '2']);
    const label = doc.catalog.lookup(N('PageLabels'), PDFDict).lookup(N('Nums'), PDFArray);
    expect(String(label).replace(/\s+/g, ' ')).toBe('[ 0 << /S /r >> 2 << /S /D >> ]');
    expect(doc.getPage(0).node.get(N('Contents'))).toBeInstanceOf(PDFRef);
    for (let i = 1; i < 6; i++) {
      const [buka, , cap] = isiHalaman(i);
      expect(buka).toBe('q\n');
      expect(cap).toMatch(/^Q\n\/Artifact <<.*Pagination.*>> BDC\n[^]*Tj\nET Q\nEMC\n$/);
    }
  });

  it('keeps the tags of all chunks in one tree that agrees with the pages', () => {
    const akar = doc.catalog.lookup(N('StructTreeRoot'), PDFDict);
    const [dokumenRef] = akar.lookup(N('K'), PDFArray).asArray();
    const dokumen = doc.context.lookup(dokumenRef, PDFDict);
    const puncak = dokumen.lookup(N('K'), PDFArray).asArray();
    for (const ref of puncak) expect(doc.context.lookup(ref, PDFDict).get(N('P'))).toBe(dokumenRef);
    const jenis = elemen().map((e) => String(e.get(N('S'))));
    const hitung = (s: string) => jenis.filter((j) => j === s).length;
    expect([
      hitung('/Document'),
      hitung('/H1'),
      hitung('/H2'),
      hitung('/Table'),
      hitung('/TH'),
      hitung('/Figure'),
    ]).toEqual([1, 4, 2, 2, 4, 2]);
    // Every page and link finds, under its key, elements that stand on that very page.
    const nums = akar.lookup(N('ParentTree'), PDFDict).lookup(N('Nums'), PDFArray).asArray();
    const induk = new Map(
      nums.flatMap((n, i) => (n instanceof PDFNumber ? [[n.asNumber(), nums[i + 1]] as const] : [])),
    );
    expect(Math.max(...induk.keys())).toBeLessThan(akar.lookup(N('ParentTreeNextKey'), PDFNumber).asNumber());
    const kunci = doc.getPages().map((p) => p.node.lookup(N('StructParents'), PDFNumber).asNumber());
    expect(new Set(kunci).size).toBe(6);
    for (const [i, k] of kunci.entries()) {
      const daftar = doc.context.lookup(induk.get(k), PDFArray).asArray();
      expect(daftar.length).toBeGreaterThan(0);
      for (const ref of daftar) {
        const isi =
          String(doc.context.lookup(ref, PDFDict).get(N('K'))) + String(doc.context.lookup(ref, PDFDict).get(N('Pg')));
        expect(isi).toContain(String(doc.getPage(i).ref));
      }
    }
  });

  it('names table heads uniquely, and cells refer to the heads of their own table', () => {
    const nama = elemen().flatMap((e) => (e.has(N('ID')) ? [String(e.get(N('ID')))] : []));
    expect(new Set(nama).size).toBe(nama.length);
    expect(nama).toHaveLength(4);
    const rujukan = elemen().flatMap((e) =>
      [...String(e.get(N('A'))).matchAll(/\/Headers \[ (\([^)]*\))/g)].map((m) => m[1] ?? ''),
    );
    expect(rujukan.length).toBeGreaterThanOrEqual(4);
    expect([...new Set(rujukan)].sort()).toEqual([...nama].sort());
  });

  it('turns links across chunks into jumps, and leaves none that lead nowhere', () => {
    const [ke, hilang] = doc
      .getPage(1)
      .node.lookup(N('Annots'), PDFArray)
      .asArray()
      .map((ref) => doc.context.lookup(ref, PDFDict));
    expect(ke?.lookup(N('Dest'), PDFArray).get(0)).toBe(doc.getPage(5).ref);
    expect([ke, hilang].map((tautan) => tautan?.has(N('A')))).toEqual([false, false]);
  });

  it('embeds every font and keeps a picture that recurs once', () => {
    const gambar = semua().filter((o) => o instanceof PDFRawStream && o.dict.get(N('Subtype')) === N('Image'));
    expect(gambar).toHaveLength(2); // the picture and its mask, of two chunks
    const perincian = semua().filter(
      (o): o is PDFDict => o instanceof PDFDict && o.get(N('Type')) === N('FontDescriptor'),
    );
    expect(perincian.length).toBeGreaterThan(0);
    for (const satu of perincian) expect(satu.has(N('FontFile2'))).toBe(true);
    expect(perincian.every((satu) => String(satu.get(N('FontName'))).includes('PlusJakartaSans'))).toBe(true);
  });

  it('carries nothing that no longer belongs to the document', () => {
    const jenis = (nama: string) => semua().filter((o) => o instanceof PDFDict && o.get(N('Type')) === N(nama)).length;
    expect([jenis('Catalog'), jenis('Pages'), jenis('StructTreeRoot'), jenis('Outlines')]).toEqual([1, 1, 1, 1]);
  });

  it('gives the same bytes for the same chunks, and for the same documents rendered again', async () => {
    expect(Buffer.from(await gabung(bagian, OPSI)).equals(hasil)).toBe(true);
    const [a, b] = [await cetak(`<h1>Sama</h1>${tabel}`), await cetak(`<h1>Sama</h1>${tabel}`)];
    expect(Buffer.from(await gabung([a], OPSI)).equals(await gabung([b], OPSI))).toBe(true);
  });

  it('refuses what is not a PDF', async () => {
    await expect(gabung([{ pdf: Buffer.from('bukan pdf'), penanda: [] }], OPSI)).rejects.toThrow();
  });
});

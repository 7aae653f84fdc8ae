import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectParser,
  PDFRef,
} from '@cantoo/pdf-lib';

/** A named place: page from 1, height above its lower edge in points. */
export interface Tujuan {
  halaman: number;
  y: number;
}

/**
 * The skeleton of a PDF as Chromium writes it (one plain cross-reference table, no object streams): number of the
 * catalog, offset of each object, and where objects end. Throws on a file of another make.
 */
export function bacaRangka(bytes: Uint8Array): { akar: number; letak: Map<number, number>; akhir: number } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const akhir = Number(/startxref\s+(\d+)/.exec(buffer.toString('latin1', Math.max(0, buffer.length - 64)))?.[1]);
  const tabel = buffer.toString('latin1', akhir);
  const kepala = /^xref\s+0 (\d+)\s+/.exec(tabel);
  const akar = /\/Root (\d+) 0 R/.exec(tabel.slice(tabel.lastIndexOf('trailer')));
  if (!kepala || !akar) throw new Error('The PDF has no plain cross-reference table');
  const letak = new Map<number, number>();
  for (let i = 0; i < Number(kepala[1]); i++) {
    // Every entry is exactly 20 characters: offset, generation, n or f, end of line.
    const awal = kepala[0].length + i * 20;
    if (tabel[awal + 17] === 'n') letak.set(i, Number(tabel.slice(awal, awal + 10)));
  }
  return { akar: Number(akar[1]), letak, akhir };
}

/**
 * Reads single objects. Parsing the whole file would cost more than a small render; the page count and the named
 * places need a handful of objects.
 */
class PembacaPdf {
  private readonly rangka: ReturnType<typeof bacaRangka>;
  private readonly context = PDFContext.create();

  constructor(private readonly bytes: Uint8Array) {
    this.rangka = bacaRangka(bytes);
    this.katalog = this.dict(PDFRef.of(this.rangka.akar));
  }

  readonly katalog: PDFDict;

  /** The object itself, or the one a reference points to. */
  buka(objek: PDFObject | undefined): PDFObject | undefined {
    if (!(objek instanceof PDFRef)) return objek;
    const awal = this.rangka.letak.get(objek.objectNumber);
    if (awal === undefined) return undefined;
    const isi = this.bytes.subarray(this.bytes.indexOf(0x6a, awal) + 1, this.rangka.akhir); // behind the j of "n 0 obj"
    return PDFObjectParser.forBytes(isi, this.context).parseObject();
  }

  dict(objek: PDFObject | undefined): PDFDict {
    const isi = this.buka(objek);
    if (!(isi instanceof PDFDict)) throw new Error('The PDF lacks an expected dictionary');
    return isi;
  }
}

function nomorHalaman(pembaca: PembacaPdf): Map<PDFRef, number> {
  const nomor = new Map<PDFRef, number>();
  const telusuri = (ref: PDFRef): void => {
    const anak = pembaca.buka(pembaca.dict(ref).get(PDFName.of('Kids')));
    if (!(anak instanceof PDFArray)) nomor.set(ref, nomor.size + 1);
    else for (const kid of anak.asArray()) if (kid instanceof PDFRef) telusuri(kid);
  };
  const akar = pembaca.katalog.get(PDFName.of('Pages'));
  if (akar instanceof PDFRef) telusuri(akar);
  return nomor;
}

/** Number of pages and every named place of a PDF made by Chromium; throws on a file of another make. */
export function bacaPdf(bytes: Uint8Array): { halaman: number; tujuan: Map<string, Tujuan> } {
  const pembaca = new PembacaPdf(bytes);
  const tujuan = new Map<string, Tujuan>();
  const dests = pembaca.buka(pembaca.katalog.get(PDFName.of('Dests')));
  if (!(dests instanceof PDFDict)) {
    const jumlah = pembaca.dict(pembaca.katalog.get(PDFName.of('Pages'))).get(PDFName.of('Count'));
    return { halaman: jumlah instanceof PDFNumber ? jumlah.asNumber() : 0, tujuan };
  }
  const nomor = nomorHalaman(pembaca);
  for (const [nama, nilai] of dests.entries()) {
    const letak = pembaca.buka(nilai);
    if (!(letak instanceof PDFArray)) continue;
    const halaman = nomor.get(letak.get(0) as PDFRef);
    const y = letak.get(3);
    if (halaman) tujuan.set(nama.decodeText(), { halaman, y: y instanceof PDFNumber ? y.asNumber() : 0 });
  }
  return { halaman: nomor.size, tujuan };
}

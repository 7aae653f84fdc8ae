import { deflateSync } from 'node:zlib';
import { type PDFContext, type PDFObject, PDFStream } from '@cantoo/pdf-lib';

/** Objects per compressed object stream: larger packs compress better, smaller ones open faster. */
const ISI_PAKET = 500;

/** An entry of the cross-reference stream: [1, offset, 0], or [2, number of the object stream, index within it]. */
type Entri = [number, number, number];

function bytes(objek: PDFObject): Buffer {
  const isi = new Uint8Array(objek.sizeInBytes());
  objek.copyBytesInto(isi, 0);
  return Buffer.from(isi.buffer);
}

/** The file while it is written: pieces, length, and where each object lies. */
class Penulis {
  private readonly potongan: Buffer[] = [];
  private panjang = 0;
  readonly letak = new Map<number, Entri>();

  tulis(isi: Buffer | string): void {
    const potong = typeof isi === 'string' ? Buffer.from(isi, 'latin1') : isi;
    this.potongan.push(potong);
    this.panjang += potong.length;
  }

  objek(nomor: number, isi: (Buffer | string)[]): void {
    this.letak.set(nomor, [1, this.panjang, 0]);
    this.tulis(`${nomor} 0 obj\n`);
    isi.forEach((bagian) => this.tulis(bagian));
    this.tulis('\nendobj\n');
  }

  aliran(nomor: number, dict: string, isi: Buffer): void {
    const padat = deflateSync(isi);
    this.objek(nomor, [`<<${dict} /Filter /FlateDecode /Length ${padat.length}>>\nstream\n`, padat, '\nendstream']);
  }

  get posisi(): number {
    return this.panjang;
  }

  get hasil(): Uint8Array {
    return Buffer.concat(this.potongan, this.panjang);
  }
}

/**
 * Writes a PDF 1.7 with object streams and a cross-reference stream (PDF 32000-1 §7.5.7–8). Stands in for the writer
 * of pdf-lib, whose time grows with the square of the number of objects: a tagged report of 260 pages has 95,000.
 */
export function tulisPdf(context: PDFContext): Uint8Array {
  const penulis = new Penulis();
  penulis.tulis('%PDF-1.7\n%\x81\x81\x81\x81\n\n');
  const lepas = [];
  for (const [ref, objek] of context.enumerateIndirectObjects()) {
    if (objek instanceof PDFStream) penulis.objek(ref.objectNumber, [bytes(objek)]);
    else lepas.push({ nomor: ref.objectNumber, isi: bytes(objek) });
  }
  let nomor = context.largestObjectNumber;
  for (let i = 0; i < lepas.length; i += ISI_PAKET) {
    const paket = lepas.slice(i, i + ISI_PAKET);
    nomor++;
    let letak = 0;
    let kepala = '';
    for (const [urut, { nomor: satu, isi }] of paket.entries()) {
      penulis.letak.set(satu, [2, nomor, urut]);
      kepala += `${satu} ${letak} `;
      letak += isi.length + 1;
    }
    const isi = [Buffer.from(kepala), ...paket.flatMap((satu) => [satu.isi, Buffer.from('\n')])];
    penulis.aliran(nomor, `/Type /ObjStm /N ${paket.length} /First ${kepala.length}`, Buffer.concat(isi));
  }
  tulisRujukan(context, penulis, nomor + 1);
  return penulis.hasil;
}

function tulisRujukan(context: PDFContext, penulis: Penulis, nomor: number): void {
  const { Root, Info, ID } = context.trailerInfo;
  const mulai = penulis.posisi;
  penulis.letak.set(nomor, [1, mulai, 0]);
  const tabel = Buffer.alloc((nomor + 1) * 7); // numbers without an entry stay 0: free
  for (const [n, [jenis, letak, urut]] of penulis.letak) {
    tabel.writeUInt8(jenis, n * 7);
    tabel.writeUInt32BE(letak, n * 7 + 1);
    tabel.writeUInt16BE(urut, n * 7 + 5);
  }
  const akar = `/Root ${String(Root)}${Info ? ` /Info ${String(Info)}` : ''}${ID ? ` /ID ${String(ID)}` : ''}`;
  penulis.aliran(nomor, `/Type /XRef /Size ${nomor + 1} /W [1 4 2] ${akar}`, tabel);
  penulis.tulis(`startxref\n${mulai}\n%%EOF\n`);
}

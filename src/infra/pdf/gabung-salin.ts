import { createHash } from 'node:crypto';
import {
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObject,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { bacaRangka } from './baca-pdf.js';

/** What the chunks share while they are poured into one file. */
export interface Wadah {
  context: PDFContext;
  /** Fingerprint of each stream (picture, font file) to the number under which it already stands. */
  aliran: Map<string, number>;
  /** First free key of the parent tree. */
  kunciBerikut: number;
  /** Every named structure element, in order. */
  idElemen: { nama: string; ref: PDFRef }[];
}

/**
 * A structure element, kept as text. A tagged report is nine tenths structure elements, and nothing about them changes
 * but numbers: to parse and write each would take five times as long as all the rest.
 */
export class ElemenMentah extends PDFObject {
  /** `isi` is ASCII, as Chromium writes it; `rujukan` are the object numbers it refers to. */
  constructor(
    readonly isi: string,
    readonly rujukan: readonly number[],
  ) {
    super();
  }

  override toString(): string {
    return this.isi;
  }

  override sizeInBytes(): number {
    return this.isi.length;
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    Buffer.from(buffer.buffer, buffer.byteOffset).write(this.isi, offset, 'latin1');
    return this.isi.length;
  }
}

/** The dictionary under a reference; a structure element still kept as text is parsed and stays so. */
export function bukaDict(context: PDFContext, ref: PDFObject | undefined): PDFDict | undefined {
  const objek = context.lookup(ref);
  if (objek instanceof ElemenMentah && ref instanceof PDFRef) {
    const dict = urai(context, objek.isi);
    context.assign(ref, dict);
    return dict instanceof PDFDict ? dict : undefined;
  }
  return objek instanceof PDFDict ? objek : undefined;
}

function urai(context: PDFContext, isi: string): PDFObject {
  return PDFObjectParser.forBytes(Buffer.from(isi, 'latin1'), context).parseObject();
}

/** Strings (passed over whole, whatever they say), references, and keys into the parent tree. */
const TANDA = /\((?:[^\\()]|\\[^])*\)|<[\dA-Fa-f\s]*>|(\d+) 0 R|(\/StructParents? )(\d+)/g;
const NAMA_ELEMEN = /^\(node\d+\)$/;

interface Aliran {
  nomor: number;
  dict: string;
  isi: Uint8Array;
}

/** Pours all objects of one PDF into the container: new object numbers, parent-tree keys and element names. */
class Penyalin {
  private readonly geseran: number;
  private readonly kembar = new Map<number, number>();
  private readonly nama = new Map<string, string>();
  private readonly awalKunci: number;

  constructor(private readonly wadah: Wadah) {
    this.geseran = wadah.context.largestObjectNumber;
    this.awalKunci = wadah.kunciBerikut;
  }

  salin(pdf: Uint8Array): PDFDict {
    const { akar, letak, akhir } = bacaRangka(pdf);
    const urut = [...letak].sort((a, b) => a[1] - b[1]);
    const biasa: { nomor: number; isi: string }[] = [];
    const aliran: Aliran[] = [];
    urut.forEach(([nomor, awal], i) => {
      const potong = Buffer.from(pdf.buffer, pdf.byteOffset + awal, (urut[i + 1]?.[1] ?? akhir) - awal);
      const mulai = potong.indexOf('stream\n');
      const kepala = potong.toString(
        'latin1',
        potong.indexOf('obj') + 3,
        mulai < 0 ? potong.lastIndexOf('endobj') : mulai,
      );
      const panjang = Number(/\/Length (\d+)/.exec(kepala)?.[1]);
      if (mulai < 0) biasa.push({ nomor, isi: kepala.trim() });
      else aliran.push({ nomor, dict: kepala.trim(), isi: potong.subarray(mulai + 7, mulai + 7 + panjang) });
    });
    // Masks and font files first, then the streams that refer to them: so a twin is known before it is referred to.
    const merujuk = ({ dict }: Aliran) => / 0 R/.test(dict);
    for (const satu of [...aliran.filter((a) => !merujuk(a)), ...aliran.filter(merujuk)]) this.tuangAliran(satu);
    for (const { nomor, isi } of biasa) this.tuang(nomor, isi);
    const katalog = this.wadah.context.lookup(PDFRef.of(this.nomor(akar)), PDFDict);
    const tag = katalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
    this.wadah.kunciBerikut += tag?.lookupMaybe(PDFName.of('ParentTreeNextKey'), PDFNumber)?.asNumber() ?? 0;
    return katalog;
  }

  private nomor(lama: number): number {
    return this.kembar.get(lama) ?? lama + this.geseran;
  }

  private tuang(nomor: number, asli: string): void {
    const { context } = this.wadah;
    const elemen = asli.startsWith('<</Type /StructElem');
    const rujukan: number[] = [];
    const isi = this.ubah(asli, rujukan, elemen);
    const ref = PDFRef.of(this.nomor(nomor));
    context.assign(ref, elemen ? new ElemenMentah(isi, rujukan) : urai(context, isi));
    const nama = elemen ? /\/ID \((e[\d-]+)\)/.exec(isi)?.[1] : undefined;
    if (nama) this.wadah.idElemen.push({ nama, ref });
  }

  private tuangAliran({ nomor, dict: asli, isi }: Aliran): void {
    const { context, aliran } = this.wadah;
    const dict = this.ubah(asli, [], false);
    const sidik = createHash('sha1').update(dict).update(isi).digest('base64');
    const ada = aliran.get(sidik);
    if (ada !== undefined) {
      this.kembar.set(nomor, ada);
      return;
    }
    aliran.set(sidik, this.nomor(nomor));
    context.assign(PDFRef.of(this.nomor(nomor)), PDFRawStream.of(urai(context, dict) as PDFDict, isi));
  }

  private ubah(isi: string, rujukan: number[], elemen: boolean): string {
    return isi.replace(TANDA, (tanda: string, ref?: string, kunci?: string, nilai?: string) => {
      if (ref !== undefined) {
        const nomor = this.nomor(Number(ref));
        rujukan.push(nomor);
        return `${nomor} 0 R`;
      }
      if (kunci !== undefined) return `${kunci}${Number(nilai) + this.awalKunci}`;
      return elemen && NAMA_ELEMEN.test(tanda) ? this.namaBaru(tanda) : tanda;
    });
  }

  /**
   * Chromium names elements after counters of its process: two chunks may hold the same name, and one chunk rendered
   * twice holds two. Names in order of appearance are unique and repeatable.
   */
  private namaBaru(lama: string): string {
    let baru = this.nama.get(lama);
    if (!baru) {
      baru = `(e${String(this.awalKunci).padStart(6, '0')}-${String(this.nama.size).padStart(6, '0')})`;
      this.nama.set(lama, baru);
    }
    return baru;
  }
}

/** Pours a chunk made by Chromium into the container; its catalog there leads to everything. */
export function salinBagian(wadah: Wadah, pdf: Uint8Array): PDFDict {
  return new Penyalin(wadah).salin(pdf);
}

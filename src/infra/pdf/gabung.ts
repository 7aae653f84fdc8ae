import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { capNomor } from './gabung-nomor.js';
import { ElemenMentah, salinBagian, type Wadah } from './gabung-salin.js';
import { type BagianTag, gabungTag } from './gabung-tag.js';
import { tulisPdf } from './tulis-pdf.js';
import { ALAMAT_TUJUAN, type BagianPdf, type OpsiGabung } from './gabung.types.js';

const N = (nama: string) => PDFName.of(nama);
/** What a page may inherit from the nodes above it (PDF 32000-1 §7.7.3.4). */
const WARISAN = ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map(N);

interface Lembar {
  ref: PDFRef;
  dict: PDFDict;
}

/** The pages below a node, each made independent of the nodes above it. */
function bukaHalaman(context: PDFContext, ref: PDFRef, warisan: Map<PDFName, PDFObject> = new Map()): Lembar[] {
  const dict = context.lookup(ref, PDFDict);
  const milik = new Map(warisan);
  for (const kunci of WARISAN) {
    const nilai = dict.get(kunci);
    if (nilai) milik.set(kunci, nilai);
  }
  const anak = dict.lookupMaybe(N('Kids'), PDFArray);
  if (anak) return anak.asArray().flatMap((kid) => bukaHalaman(context, kid as PDFRef, milik));
  for (const [kunci, nilai] of milik) dict.set(kunci, nilai);
  return [{ ref, dict }];
}

type Tujuan = Map<string, PDFArray>;

/** The named places of one chunk. */
function bacaTujuan(katalog: PDFDict): Tujuan {
  const hasil: Tujuan = new Map();
  const dests = katalog.lookupMaybe(N('Dests'), PDFDict);
  for (const [nama, nilai] of dests?.entries() ?? []) {
    const letak = katalog.context.lookup(nilai);
    if (letak instanceof PDFArray) hasil.set(nama.decodeText(), letak);
  }
  return hasil;
}

/** Links by name become links by place: within the chunk by its own names, across chunks by `ALAMAT_TUJUAN`. */
function arahkanTautan({ dict }: Lembar, milik: Tujuan, semua: Tujuan): void {
  const anotasi = dict.lookupMaybe(N('Annots'), PDFArray)?.asArray() ?? [];
  for (const ref of anotasi) {
    const tautan = dict.context.lookup(ref, PDFDict);
    const dest = tautan.lookup(N('Dest'));
    const letak = dest instanceof PDFName || dest instanceof PDFString ? milik.get(dest.decodeText()) : undefined;
    if (letak) tautan.set(N('Dest'), letak);
    const uri = tautan.lookupMaybe(N('A'), PDFDict)?.lookup(N('URI'));
    const alamat = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : '';
    if (!alamat.startsWith(ALAMAT_TUJUAN)) continue;
    tautan.delete(N('A'));
    const jauh = semua.get(alamat.slice(ALAMAT_TUJUAN.length));
    if (jauh) tautan.set(N('Dest'), jauh);
  }
}

interface Simpul {
  ref: PDFRef;
  dict: PDFDict;
  tingkat: number;
  anak: Simpul[];
}

/** Writes the bookmarks as a tree by level; a branch opens closed. Undefined if there are none. */
function tulisPenanda(
  context: PDFContext,
  daftar: { judul: string; tingkat: number; letak: PDFArray }[],
): PDFRef | undefined {
  if (daftar.length === 0) return undefined;
  const akar: Simpul = { ref: context.nextRef(), dict: context.obj({ Type: 'Outlines' }), tingkat: 0, anak: [] };
  const jalur = [akar];
  for (const { judul, tingkat, letak } of daftar) {
    while (jalur.length > 1 && (jalur.at(-1) ?? akar).tingkat >= tingkat) jalur.pop();
    const dict = context.obj({ Title: PDFHexString.fromText(judul), Dest: letak });
    const simpul: Simpul = { ref: context.nextRef(), dict, tingkat, anak: [] };
    (jalur.at(-1) ?? akar).anak.push(simpul);
    jalur.push(simpul);
  }
  const sambung = (simpul: Simpul): void => {
    context.assign(simpul.ref, simpul.dict);
    const [pertama, terakhir] = [simpul.anak[0], simpul.anak.at(-1)];
    if (!pertama || !terakhir) return;
    simpul.dict.set(N('First'), pertama.ref);
    simpul.dict.set(N('Last'), terakhir.ref);
    simpul.dict.set(N('Count'), PDFNumber.of(simpul === akar ? simpul.anak.length : -simpul.anak.length));
    simpul.anak.forEach((anak, i) => {
      anak.dict.set(N('Parent'), simpul.ref);
      const [sebelum, sesudah] = [simpul.anak[i - 1], simpul.anak[i + 1]];
      if (sebelum) anak.dict.set(N('Prev'), sebelum.ref);
      if (sesudah) anak.dict.set(N('Next'), sesudah.ref);
      sambung(anak);
    });
  };
  sambung(akar);
  return akar.ref;
}

/** Drops every object nothing leads to any more: the chunks' own catalogs, page trees, bookmarks and roots. */
function sapu(context: PDFContext, akar: PDFRef[]): void {
  const objek = new Map(context.enumerateIndirectObjects().map(([ref, isi]) => [ref.objectNumber, { ref, isi }]));
  const terpakai = new Set<number>();
  const antre: number[] = [];
  const tandai = (nomor: number): void => {
    if (terpakai.has(nomor)) return;
    terpakai.add(nomor);
    antre.push(nomor);
  };
  const telusuri = (isi: PDFObject | undefined): void => {
    if (isi instanceof ElemenMentah) isi.rujukan.forEach(tandai);
    else if (isi instanceof PDFRef) tandai(isi.objectNumber);
    else if (isi instanceof PDFDict) isi.values().forEach(telusuri);
    else if (isi instanceof PDFArray) isi.asArray().forEach(telusuri);
    else if (isi instanceof PDFStream) telusuri(isi.dict);
  };
  akar.forEach(telusuri);
  for (let nomor = antre.pop(); nomor !== undefined; nomor = antre.pop()) telusuri(objek.get(nomor)?.isi);
  for (const [nomor, { ref }] of objek) if (!terpakai.has(nomor)) context.delete(ref);
}

function tulisInfo(context: PDFContext, opsi: OpsiGabung): PDFRef {
  const teks = (isi: string) => PDFHexString.fromText(isi);
  const info = context.obj({
    Title: teks(opsi.judul),
    Producer: teks('Portal IKO'),
    CreationDate: PDFString.fromDate(opsi.dibuat),
    ModDate: PDFString.fromDate(opsi.dibuat),
  });
  if (opsi.penulis) info.set(N('Author'), teks(opsi.penulis));
  if (opsi.subjek) info.set(N('Subject'), teks(opsi.subjek));
  return context.register(info);
}

/**
 * Joins chunks rendered by `PdfService` into one document, in order: one tree of tags, one tree of bookmarks from the
 * chunks' `penanda`, page labels and stamped page numbers, links across chunks, document information. Works on the
 * chunks' objects as they are, so nothing Chromium wrote is lost; equal pictures are kept once. No clock, no chance:
 * equal input gives equal bytes. CPU work of about 5 ms a page; throws on a file that is not a PDF.
 */
export async function gabung(bagian: readonly BagianPdf[], opsi: OpsiGabung): Promise<Uint8Array> {
  const context = PDFContext.create();
  const wadah: Wadah = { context, aliran: new Map(), kunciBerikut: 0, idElemen: [] };
  const tag: BagianTag[] = [];
  const halaman: (Lembar & { tujuan: Tujuan })[] = [];
  const semua: Tujuan = new Map();
  const penanda: { judul: string; tingkat: number; letak: PDFArray }[] = [];
  const sidik = createHash('sha256').update(JSON.stringify(opsi));
  for (const { pdf, penanda: judul } of bagian) {
    const awalKunci = wadah.kunciBerikut;
    const katalog = salinBagian(wadah, pdf);
    tag.push({ katalog, awalKunci });
    const tujuan = bacaTujuan(katalog);
    for (const [nama, letak] of tujuan) if (!semua.has(nama)) semua.set(nama, letak);
    const lembar = bukaHalaman(context, katalog.get(N('Pages')) as PDFRef);
    halaman.push(...lembar.map((satu) => ({ ...satu, tujuan })));
    for (const p of judul) {
      const di = lembar[p.halaman - 1];
      if (di) penanda.push({ ...p, letak: context.obj([di.ref, N('XYZ'), null, p.y, null]) });
    }
    sidik.update(createHash('sha256').update(String(pdf.length)).update(JSON.stringify(judul)).digest());
  }
  const pohonRef = context.nextRef();
  for (const satu of halaman) {
    satu.dict.set(N('Parent'), pohonRef);
    arahkanTautan(satu, satu.tujuan, semua);
  }
  context.assign(pohonRef, context.obj({ Type: 'Pages', Kids: halaman.map(({ ref }) => ref), Count: halaman.length }));
  if (opsi.nomor) {
    const dicts = halaman.map(({ dict }) => dict);
    await capNomor(context, dicts, opsi.nomor);
  }
  const depan = opsi.nomor?.romawi ?? 0;
  const angka = [depan, context.obj({ S: 'D' })];
  const katalog = context.obj({
    Type: 'Catalog',
    Pages: pohonRef,
    Lang: PDFString.of('id-ID'),
    ViewerPreferences: { DisplayDocTitle: true },
    PageLabels: { Nums: depan > 0 ? [0, context.obj({ S: 'r' }), ...angka] : angka },
  });
  const garis = tulisPenanda(context, penanda);
  if (garis) {
    katalog.set(N('Outlines'), garis);
    katalog.set(N('PageMode'), N('UseOutlines'));
  }
  const akarTag = gabungTag(wadah, tag);
  if (akarTag) {
    katalog.set(N('StructTreeRoot'), akarTag);
    katalog.set(N('MarkInfo'), context.obj({ Marked: true }));
  }
  const [Root, Info] = [context.register(katalog), tulisInfo(context, opsi)];
  sapu(context, [Root, Info]);
  const id = PDFHexString.of(sidik.digest('hex').slice(0, 32));
  context.trailerInfo = { Root, Info, ID: context.obj([id, id]) };
  return tulisPdf(context);
}

import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { bukaDict, type Wadah } from './gabung-salin.js';

const N = (nama: string) => PDFName.of(nama);

/** Entries of a number tree (PDF 32000-1 §7.9.7), flat. */
function angka(pohon: PDFDict | undefined): [number, PDFObject][] {
  if (!pohon) return [];
  const anak = pohon.lookupMaybe(N('Kids'), PDFArray)?.asArray() ?? [];
  const hasil = anak.flatMap((kid) => angka(pohon.context.lookup(kid, PDFDict)));
  const isi = pohon.lookupMaybe(N('Nums'), PDFArray)?.asArray() ?? [];
  for (let i = 0; i + 1 < isi.length; i += 2) hasil.push([(isi[i] as PDFNumber).asNumber(), isi[i + 1] as PDFObject]);
  return hasil;
}

/** The children of a structure element or of the root, whether one or many. */
function anak(elemen: PDFDict): PDFObject[] {
  const k = elemen.get(PDFName.of('K'));
  const isi = elemen.context.lookup(k);
  if (isi instanceof PDFArray) return isi.asArray();
  return k ? [k] : [];
}

/** Where each chunk begins in the shared parent tree, and its catalog. */
export interface BagianTag {
  katalog: PDFDict;
  awalKunci: number;
}

/**
 * Joins the structure trees of the chunks (PDF 32000-1 §14.7) under one Document element, in order, and returns the
 * reference of the new root; undefined if no chunk is tagged.
 */
export function gabungTag(wadah: Wadah, bagian: readonly BagianTag[]): PDFRef | undefined {
  const { context } = wadah;
  const akarRef = context.nextRef();
  const dokumenRef = context.nextRef();
  const isi: PDFObject[] = [];
  const induk: PDFObject[] = [];
  const peran = new Map<PDFName, PDFObject>();
  for (const { katalog, awalKunci } of bagian) {
    const akar = katalog.lookupMaybe(N('StructTreeRoot'), PDFDict);
    if (!akar) continue;
    for (const [kunci, nilai] of angka(akar.lookupMaybe(N('ParentTree'), PDFDict)))
      induk.push(PDFNumber.of(kunci + awalKunci), nilai);
    for (const [nama, nilai] of akar.lookupMaybe(N('RoleMap'), PDFDict)?.entries() ?? []) peran.set(nama, nilai);
    isi.push(...anakDokumen(context, akar, dokumenRef));
  }
  if (isi.length === 0) return undefined;
  context.assign(dokumenRef, context.obj({ Type: 'StructElem', S: 'Document', P: akarRef, K: isi }));
  const akar = context.obj({
    Type: 'StructTreeRoot',
    K: [dokumenRef],
    ParentTree: context.register(context.obj({ Nums: induk })),
    ParentTreeNextKey: wadah.kunciBerikut,
  });
  if (peran.size > 0) akar.set(N('RoleMap'), PDFDict.fromMapWithContext(peran, context));
  if (wadah.idElemen.length > 0) akar.set(N('IDTree'), context.register(pohonNama(wadah)));
  context.assign(akarRef, akar);
  return akarRef;
}

/** What stands below a chunk's own Document element, now children of the common one. */
function anakDokumen(context: PDFContext, akar: PDFDict, dokumen: PDFRef): PDFObject[] {
  const puncak = anak(akar);
  const satu = puncak.length === 1 ? bukaDict(context, puncak[0]) : undefined;
  const isi = satu?.get(N('S')) === N('Document') ? anak(satu) : puncak;
  for (const ref of isi) bukaDict(context, ref)?.set(N('P'), dokumen);
  return isi;
}

function pohonNama({ context, idElemen }: Wadah): PDFDict {
  const urut = [...idElemen].sort((a, b) => (a.nama < b.nama ? -1 : 1));
  return context.obj({ Names: urut.flatMap(({ nama, ref }) => [PDFString.of(nama), ref]) });
}

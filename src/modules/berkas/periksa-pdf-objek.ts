import {
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

/** Why a PDF is not taken. */
export type AlasanPdf = 'bukan-pdf' | 'terpotong' | 'bersandi' | 'berisi-program' | 'berisi-lampiran' | 'tak-dikenali';

/** Names that run, play, send or open something else, wherever they stand in an object: as a key or as a value. */
const NAMA_PROGRAM: ReadonlySet<string> = new Set([
  'JS',
  'JavaScript',
  'Launch',
  'GoToR',
  'GoToE',
  'SubmitForm',
  'ImportData',
  'RichMedia',
  'Rendition',
  'Movie',
  'Sound',
  'XFA',
]);
const NAMA_LAMPIRAN: ReadonlySet<string> = new Set(['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment']);
/** What happens without a click: on opening the document, on reaching a page or a field. */
const KUNCI_SENDIRI: readonly PDFName[] = [PDFName.of('OpenAction'), PDFName.of('AA')];
/** Objects in one document, direct ones included: what an atlas has, and a second of walking. */
const OBJEK_MAKS = 2_000_000;

const namaDari = (o: PDFName): string => o.asString().slice(1);

/**
 * Parses a PDF and walks every object of it, the unreachable ones too, for what acts by itself or carries another file.
 * A link that a reader clicks (`/URI` in an annotation) may stay; one that opens by itself may not. What cannot be
 * parsed is refused. The caller has bounded what the object streams unfold to; time and memory are
 * bounded by whoever runs the process (`pemeriksa-pdf.ts`).
 *
 * @returns null when nothing was found
 */
export async function periksaObjekPdf(bita: Buffer): Promise<AlasanPdf | null> {
  try {
    const dokumen = await PDFDocument.load(bita, {
      ignoreEncryption: true,
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: ParseSpeeds.Fastest,
    });
    if (dokumen.context.trailerInfo.Encrypt) return 'bersandi';
    return telusuri(dokumen.context);
  } catch {
    return 'tak-dikenali';
  }
}

function telusuri(context: PDFContext): AlasanPdf | null {
  const antre: PDFObject[] = context.enumerateIndirectObjects().map(([, o]) => o);
  const dilihat = new Set<PDFObject>();
  let lampiran = false;
  for (let n = 0; antre.length > 0; n++) {
    if (n > OBJEK_MAKS) return 'tak-dikenali';
    const objek = antre.pop();
    if (objek instanceof PDFName) {
      if (NAMA_PROGRAM.has(namaDari(objek))) return 'berisi-program';
      lampiran ||= NAMA_LAMPIRAN.has(namaDari(objek));
    } else if (objek instanceof PDFArray) {
      for (const isi of objek.asArray()) antre.push(isi);
    } else if (objek instanceof PDFStream) {
      antre.push(objek.dict);
    } else if (objek instanceof PDFDict) {
      if (KUNCI_SENDIRI.some((k) => membukaAlamat(context, objek.get(k), dilihat))) return 'berisi-program';
      for (const [kunci, isi] of objek.entries()) antre.push(kunci, isi);
    }
  }
  return lampiran ? 'berisi-lampiran' : null;
}

/**
 * Whether an action, or one it leads to, opens an address of the net.
 * @param dilihat what was found harmless before; one set for the whole document, so that actions which all lead to the
 *   same objects cost one walk and not one each
 */
function membukaAlamat(context: PDFContext, mulai: PDFObject | undefined, dilihat: Set<PDFObject>): boolean {
  const antre = [mulai];
  while (antre.length > 0) {
    let objek = antre.pop();
    if (objek instanceof PDFRef) objek = context.lookup(objek);
    if (!objek || dilihat.has(objek)) continue;
    dilihat.add(objek);
    if (objek instanceof PDFArray) for (const isi of objek.asArray()) antre.push(isi);
    if (!(objek instanceof PDFDict)) continue;
    const type = objek.get(PDFName.of('Type'));
    // A destination names its page, and the page all the rest of the document: what is there is not done by itself.
    if (type === PDFName.of('Page') || type === PDFName.of('Pages')) continue;
    if (objek.has(PDFName.of('URI'))) return true;
    for (const [, isi] of objek.entries()) antre.push(isi);
  }
  return false;
}

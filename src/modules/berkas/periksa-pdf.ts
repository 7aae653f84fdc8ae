import { inflateSync } from 'node:zlib';

/** Why a PDF is not taken. */
export type AlasanPdf = 'bukan-pdf' | 'terpotong' | 'bersandi' | 'berisi-program' | 'berisi-lampiran' | 'tak-dikenali';

/**
 * Names that let a document act by itself, run something, or send data. `JS` alone is left out because two letters
 * turn up by chance in compressed pictures; an action needs one of the long names beside it.
 */
const NAMA_PROGRAM = new Set(['JavaScript', 'Launch', 'Rendition', 'RichMedia', 'SubmitForm', 'ImportData', 'GoToE']);
const NAMA_LAMPIRAN = new Set(['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment']);

/** Everything the object streams of one document may unfold to. */
const URAIAN_MAKS = 32 * 1024 * 1024;
/** What may follow the last %%EOF: line ends and a little padding, not another file. */
const EKOR_MAKS = 1024;
/** How far before the word `stream` its dictionary is looked for. */
const KAMUS_MAKS = 4096;

/** A PDF name with its `#xx` escapes undone. Names tell upper from lower case. */
const uraiNama = (mentah: string): string =>
  mentah.replace(/#([0-9A-Fa-f]{2})/g, (_, h: string) => String.fromCharCode(parseInt(h, 16)));

function namaDalam(teks: string): Set<string> {
  const nama = new Set<string>();
  for (const cocok of teks.matchAll(/\/((?:[A-Za-z]|#[0-9A-Fa-f]{2}){3,40})/g)) nama.add(uraiNama(cocok[1] ?? ''));
  return nama;
}

function alasanDariNama(nama: ReadonlySet<string>): AlasanPdf | null {
  if (nama.has('Encrypt')) return 'bersandi';
  // Three letters are found by chance in large pictures, so a form must be there as well.
  if (nama.has('XFA') && nama.has('AcroForm')) return 'berisi-program';
  if ([...NAMA_PROGRAM].some((n) => nama.has(n))) return 'berisi-program';
  return [...NAMA_LAMPIRAN].some((n) => nama.has(n)) ? 'berisi-lampiran' : null;
}

/** The dictionary in front of a stream: from the word `obj` before it, or as far back as one may reach. */
function kamusSebelum(teks: string, posisi: number): string {
  const jendela = teks.slice(Math.max(0, posisi - KAMUS_MAKS), posisi);
  const obj = jendela.lastIndexOf('obj');
  const kamus = obj < 0 ? jendela : jendela.slice(obj);
  return uraiNama(kamus);
}

/**
 * Unfolds the object streams, in which names hide from a plain search. A stream counts as one when its dictionary has
 * `/First` (readers do not insist on `/Type`). One that is packed in any way but plain Flate is not understood.
 */
function aliranObjek(bita: Buffer, teks: string): { teks: string } | 'tak-dikenali' {
  const bagian: string[] = [];
  let sisa = URAIAN_MAKS;
  for (const cocok of teks.matchAll(/stream(?:\r\n|\n|\r)/g)) {
    if (teks.slice(cocok.index - 3, cocok.index) === 'end') continue;
    const kamus = kamusSebelum(teks, cocok.index);
    if (!/\/First\b/.test(kamus) && !/\/ObjStm\b/.test(kamus)) continue;
    if (!/\/Filter/.test(kamus)) continue; // Not packed: the plain search has seen it.
    const filter = /\/Filter\s*(?:\[\s*)?\/(FlateDecode|Fl)\s*(?:\]\s*)?(?=[/>]|$)/.test(kamus.replace(/\s+/g, ' '));
    if (!filter || /\/Predictor|\/LZW|\/ASCII|\/RunLength|\/Crypt/.test(kamus)) return 'tak-dikenali';
    try {
      const isi = inflateSync(bita.subarray(cocok.index + cocok[0].length), { maxOutputLength: sisa });
      sisa -= isi.length;
      bagian.push(isi.toString('latin1'));
    } catch {
      return 'tak-dikenali';
    }
    if (sisa <= 0) return 'tak-dikenali';
  }
  return { teks: bagian.join('\n') };
}

/**
 * Looks through a PDF for what an office should not receive: encryption, scripts and other actions that run something,
 * attached files. It reads the bytes themselves and not the object tree, so that an object hidden from the
 * cross-reference table, an old revision, or a name written with `#xx` is seen too. Bounded: one pass over the bytes and
 * at most 32 MB of unfolded object streams.
 *
 * Limits: it does not look into content streams and pictures (they cannot hold actions) nor into the file's fonts, and
 * it takes no stand on whether the pages look right; an innocent document whose text stream carries a forbidden name
 * uncompressed (a link such as `…/Launch`) is refused with advice to print it to PDF again.
 *
 * @returns null when nothing was found
 */
export function periksaPdf(bita: Buffer): AlasanPdf | null {
  const teks = bita.toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(teks)) return 'bukan-pdf';
  const akhir = teks.lastIndexOf('%%EOF');
  if (akhir < 0 || !teks.includes('startxref')) return 'terpotong';
  if (bita.length - akhir > EKOR_MAKS) return 'tak-dikenali';
  const nama = namaDalam(teks);
  if (nama.has('Encrypt')) return 'bersandi';
  const terlipat = aliranObjek(bita, teks);
  if (terlipat === 'tak-dikenali') return alasanDariNama(nama) ?? terlipat;
  for (const n of namaDalam(terlipat.teks)) nama.add(n);
  return alasanDariNama(nama) ?? (nama.has('Catalog') ? null : 'tak-dikenali');
}

import { inflateSync } from 'node:zlib';
import { type AlasanPdf, periksaObjekPdf } from './periksa-pdf-objek.ts';

/**
 * Names that let a document act by itself, run something, or send data. `JS` alone is left out because two letters
 * turn up by chance in compressed pictures; an action needs one of the long names beside it.
 */
const NAMA_PROGRAM = new Set([
  'JavaScript',
  'Launch',
  'Rendition',
  'RichMedia',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
]);
const NAMA_LAMPIRAN = new Set(['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment']);

/** Everything the object streams of one document may unfold to. */
const URAIAN_MAKS = 32 * 1024 * 1024;
/** What may follow the last %%EOF: line ends and a little padding, not another file. */
const EKOR_MAKS = 1024;
/** Entries of a cross-reference stream: what it claims is counted out before its bytes are looked at. */
const ENTRI_MAKS = 1_000_000;

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

/** The dictionary in front of a stream: from the last word `obj` on, if there is one. */
function kamusSebelum(jendela: string): string {
  const obj = jendela.lastIndexOf('obj');
  return obj < 0 ? jendela : jendela.slice(obj);
}

/** How often a name stands in a text, as a whole name. */
const berapaKali = (teks: string, nama: string): number =>
  [...teks.matchAll(new RegExp(`/${nama}(?![A-Za-z0-9])`, 'g'))].length;

/** Whether a stream is packed once, in plain Flate (no packing at all counts, too). */
function lipatanBiasa(kamus: string): boolean {
  const n = berapaKali(kamus, 'Filter');
  if (n === 0) return true;
  const rapat = kamus.replace(/\s+/g, ' ');
  if (n > 1 || !/\/Filter\s*(?:\[\s*)?\/(FlateDecode|Fl)\s*(?:\]\s*)?(?=[/>]|$)/.test(rapat)) return false;
  return !/\/LZW|\/ASCII|\/RunLength|\/Crypt/.test(kamus);
}

/** Whether a cross-reference stream says plainly how many entries it has, and not absurdly many. */
function entriWajar(jendela: string): boolean {
  const ukuran = [...jendela.matchAll(/\/Size\s+(\d+)/g)].map((c) => Number(c[1]));
  const indeks = [...jendela.matchAll(/\/Index\s*\[([\d\s]*)\]/g)].flatMap((c) => (c[1] ?? '').trim().split(/\s+/));
  if (ukuran.length !== berapaKali(jendela, 'Size')) return false;
  if ([...jendela.matchAll(/\/Index\s*\[[\d\s]*\]/g)].length !== berapaKali(jendela, 'Index')) return false;
  if (ukuran.some((n) => n > ENTRI_MAKS) || indeks.some((n) => Number(n) > ENTRI_MAKS)) return false;
  return indeks.reduce((a, n, i) => a + (i % 2 === 1 ? Number(n) : 0), 0) <= ENTRI_MAKS;
}

/**
 * What a stream is by everything written since the word `stream` before it, so that neither distance nor a word in a
 * string hides its dictionary. A stream with `/First` and no type counts as an object stream: readers do not insist.
 */
function jenisAliran(jendela: string): 'objek' | 'rujukan' | 'lain' | 'tak-dikenali' {
  // A type that is said elsewhere could be any.
  if (/\/Type(?![A-Za-z0-9])(?!\s*\/)/.test(jendela)) return 'tak-dikenali';
  if (/\/ObjStm\b/.test(jendela))
    return lipatanBiasa(jendela) && !jendela.includes('/Predictor') ? 'objek' : 'tak-dikenali';
  if (/\/XRef\b/.test(jendela)) return lipatanBiasa(jendela) && entriWajar(jendela) ? 'rujukan' : 'tak-dikenali';
  const kamus = kamusSebelum(jendela);
  if (!/\/First\b/.test(kamus)) return 'lain';
  return lipatanBiasa(kamus) && !kamus.includes('/Predictor') ? 'objek' : 'tak-dikenali';
}

/** Unfolds the object streams, in which names hide from a plain search; at most `URAIAN_MAKS` bytes. */
function aliranObjek(bita: Buffer, teks: string): { teks: string } | 'tak-dikenali' {
  const bagian: string[] = [];
  let sisa = URAIAN_MAKS;
  let sejak = 0;
  for (const cocok of teks.matchAll(/stream(?:\r\n|\n|\r)?/g)) {
    if (teks.slice(cocok.index - 3, cocok.index) === 'end') continue;
    const jendela = uraiNama(teks.slice(sejak, cocok.index));
    sejak = cocok.index + cocok[0].length;
    const jenis = jenisAliran(jendela);
    if (jenis === 'tak-dikenali') return jenis;
    if (jenis === 'lain' || berapaKali(jendela, 'Filter') === 0) continue; // Not packed: the plain search has seen it.
    try {
      const isi = inflateSync(bita.subarray(sejak), { maxOutputLength: sisa });
      sisa -= isi.length;
      if (jenis === 'objek') bagian.push(isi.toString('latin1'));
    } catch {
      return 'tak-dikenali';
    }
    if (sisa <= 0) return 'tak-dikenali';
  }
  return { teks: bagian.join('\n') };
}

/**
 * Looks through a PDF for what an office should not receive: encryption, scripts and other actions that run something,
 * attached files. Twice, because each way sees what the other does not: the bytes themselves, in which an object hidden
 * from the cross-reference table or an old revision shows, and then the parsed objects, as readers see them. Bounded: one
 * pass over the bytes, at most 32 MB of unfolded object streams, and only then the parser.
 *
 * Limits: it does not look into content streams and pictures (they cannot hold actions) nor into the file's fonts, and
 * it takes no stand on whether the pages look right; an innocent document whose text stream carries a forbidden name
 * uncompressed (a link such as `…/Launch`) is refused with advice to print it to PDF again.
 *
 * @returns null when nothing was found
 */
export async function periksaPdf(bita: Buffer): Promise<AlasanPdf | null> {
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
  const alasan = alasanDariNama(nama);
  if (alasan) return alasan;
  return nama.has('Catalog') ? periksaObjekPdf(bita) : 'tak-dikenali';
}

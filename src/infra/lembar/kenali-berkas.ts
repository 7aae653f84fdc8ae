import { DomainError } from '../../common/domain-error.js';
import { bukaZip } from './baca-zip.js';
import { adalahZip } from './baca-xlsx.js';

const SIMPAN = 'Simpan tabelnya sebagai CSV UTF-8 atau buku kerja Excel (.xlsx), lalu coba lagi.';

/** How files begin that are taken for a table by mistake: the kind in words, the bytes (Latin-1), and where they stand. */
const AWAL: readonly (readonly [jenis: string, tanda: string, letak?: number])[] = [
  ['PDF', '%PDF-'],
  ['gambar JPEG', '\xff\xd8\xff'],
  ['gambar PNG', '\x89PNG'],
  ['gambar GIF', 'GIF8'],
  ['gambar WebP', 'WEBP', 8],
  ['gambar HEIC', 'ftyphe', 4],
  ['gambar HEIC', 'ftypmif1', 4],
  ['gambar TIFF', 'II*\0'],
  ['gambar TIFF', 'MM\0*'],
  ['dokumen RTF', '{\\rtf'],
  ['arsip RAR', 'Rar!\x1a\x07'],
  ['arsip 7z', '7z\xbc\xaf\x27\x1c'],
  ['arsip GZIP', '\x1f\x8b\x08'],
];
/** What a zip is that holds one of these, beside a workbook. */
const DALAM_ZIP: readonly (readonly [jenis: string, bagian: RegExp])[] = [
  ['dokumen Word (.docx)', /^word\/document\d*\.xml$/],
  ['paparan PowerPoint (.pptx)', /^ppt\//],
  ['buku kerja biner Excel (.xlsb)', /^xl\/workbook\.bin$/],
  ['dokumen OpenDocument (.ods atau .odt)', /^content\.xml$/],
];
/** How the files of Office before 2007 begin, and encrypted ones to this day; the names of their parts tell which. */
const OLE = '\xd0\xcf\x11\xe0';
const DALAM_OLE: readonly (readonly [jenis: string, bagian: string])[] = [
  ['buku kerja yang dikunci sandi', 'EncryptedPackage'],
  ['dokumen Word lama (.doc)', 'WordDocument'],
  ['paparan PowerPoint lama (.ppt)', 'PowerPoint Document'],
  ['buku kerja Excel lama (.xls)', 'Workbook'],
  ['buku kerja Excel lama (.xls)', 'Book'],
];

/**
 * Refuses what is certainly neither CSV nor a workbook, and names what it is. What begins like none of the known kinds
 * is left to the readers.
 * @throws DomainError `berkas-ditolak`
 */
export async function tolakBukanLembar(isi: Uint8Array): Promise<void> {
  const bytes = Buffer.from(isi.buffer, isi.byteOffset, isi.byteLength);
  const jenis = adalahZip(isi) ? await jenisZip(isi) : jenisLain(bytes);
  if (jenis !== null)
    throw new DomainError('berkas-ditolak', `Berkas ini ${jenis}, bukan CSV atau XLSX. ${saran(jenis)}`);
}

const saran = (jenis: string): string => (jenis.includes('sandi') ? `Buka sandinya dahulu. ${SIMPAN}` : SIMPAN);

async function jenisZip(isi: Uint8Array): Promise<string | null> {
  const { zip, entri } = await bukaZip(isi);
  zip.close();
  if (entri.has('xl/workbook.xml')) return null;
  const nama = [...entri.keys()];
  const kenal = DALAM_ZIP.find(([, bagian]) => nama.some((n) => bagian.test(n)));
  if (kenal) return kenal[0];
  // A workbook names its main part itself, and need not name it as Excel does.
  return entri.has('[Content_Types].xml') ? null : 'arsip ZIP';
}

function jenisLain(bytes: Buffer): string | null {
  const awal = bytes.subarray(0, 1024).toString('latin1');
  if (awal.startsWith(OLE)) {
    const kenal = DALAM_OLE.find(([, bagian]) => bytes.includes(Buffer.from(bagian, 'utf16le')));
    return kenal?.[0] ?? 'buku kerja Excel lama (.xls) atau dokumen yang dikunci sandi';
  }
  const kenal = AWAL.find(([, tanda, letak = 0]) => awal.startsWith(tanda, letak));
  if (kenal) return kenal[0];
  return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|table)\b/i.test(awal) ? 'halaman web (HTML)' : null;
}

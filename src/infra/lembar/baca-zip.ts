import { type Readable } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { DomainError } from '../../common/domain-error.js';

/** What a zip of a workbook may be at most, before anything in it is inflated. */
export const BATAS_ZIP = { entri: 500, bita: 256 * 1024 * 1024 } as const;

const RUSAK =
  'Buku kerja ini rusak dan tidak dapat dibuka. Simpan ulang sebagai buku kerja Excel (.xlsx), lalu coba lagi.';

/** A workbook that cannot be read as a whole. */
export const tolakLembar = (pesan = RUSAK): DomainError => new DomainError('berkas-ditolak', pesan);

/** The directory of a zip: its entries by name, none of them inflated. */
export interface IsiZip {
  zip: ZipFile;
  entri: ReadonlyMap<string, Entry>;
}

/**
 * Reads the directory of a zip that lies in memory, and refuses it for the number of its entries or for the size that
 * they say they have. That no entry inflates to more than it says is watched while it is read.
 * @throws DomainError `berkas-ditolak`
 */
export async function bukaZip(isi: Uint8Array): Promise<IsiZip> {
  const zip = await new Promise<ZipFile>((selesai, gagal) =>
    fromBuffer(Buffer.from(isi.buffer, isi.byteOffset, isi.byteLength), { lazyEntries: true }, (galat, z) =>
      galat ? gagal(tolakLembar()) : selesai(z),
    ),
  );
  if (zip.entryCount > BATAS_ZIP.entri)
    throw tolakLembar(`Buku kerja ini memuat terlalu banyak bagian (${zip.entryCount}).`);
  const entri = new Map<string, Entry>();
  let bita = 0;
  return new Promise((selesai, gagal) => {
    zip.on('entry', (e: Entry) => {
      bita += e.uncompressedSize;
      if (bita > BATAS_ZIP.bita) {
        gagal(
          tolakLembar('Isi buku kerja ini terlalu besar setelah dibuka. Bagi menjadi beberapa berkas, lalu coba lagi.'),
        );
        return;
      }
      // Of two entries of one name the first counts, as for most who open it.
      if (!entri.has(e.fileName)) entri.set(e.fileName, e);
      zip.readEntry();
    });
    zip.on('end', () => selesai({ zip, entri }));
    zip.on('error', () => gagal(tolakLembar()));
    zip.readEntry();
  });
}

/**
 * The bytes of one entry, inflated piece by piece; ends with `berkas-ditolak` when it is encrypted or damaged, and as
 * soon as it gives more than `maksimal` bytes.
 */
export async function* bacaEntri({ zip }: IsiZip, entri: Entry, maksimal: number): AsyncGenerator<Uint8Array> {
  if (entri.uncompressedSize > maksimal)
    throw tolakLembar('Lembar dalam buku kerja ini terlalu besar. Bagi menjadi beberapa berkas, lalu coba lagi.');
  const aliran = await new Promise<Readable>((selesai, gagal) =>
    zip.openReadStream(entri, (galat, s) => (galat ? gagal(tolakLembar()) : selesai(s))),
  );
  try {
    for await (const potong of aliran) yield potong as Uint8Array;
  } catch (galat) {
    throw galat instanceof DomainError ? galat : tolakLembar();
  } finally {
    aliran.destroy();
  }
}

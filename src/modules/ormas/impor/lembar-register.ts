import { DomainError } from '../../../common/domain-error.js';
import { adalahZip, bacaXlsx } from '../../../infra/lembar/baca-xlsx.js';
import { tolakBukanLembar } from '../../../infra/lembar/kenali-berkas.js';
import { BARIS_MAKS, bacaCsv, KOLOM_MAKS, type Lembar, UKURAN_MAKS } from './csv.js';

/**
 * Reads a register file, CSV or XLSX, into records: the kind is told by its bytes, not by its name.
 * @throws DomainError `berkas-ditolak` when it is neither (and what it is), too large, empty, damaged, or encrypted
 */
export async function bacaLembar(isi: Uint8Array): Promise<Lembar> {
  if (isi.length === 0) throw new DomainError('berkas-ditolak', 'Berkas ini kosong (0 bita).');
  await tolakBukanLembar(isi);
  if (!adalahZip(isi)) return bacaCsv(isi);
  if (isi.length > UKURAN_MAKS) {
    throw new DomainError(
      'berkas-ditolak',
      `Berkas lebih besar dari ${UKURAN_MAKS / 1024 / 1024} MB. Bagi menjadi beberapa berkas, lalu coba lagi.`,
    );
  }
  const baris = await bacaXlsx(isi, { baris: BARIS_MAKS + 1, kolom: KOLOM_MAKS });
  if (baris.length === 0)
    throw new DomainError('berkas-ditolak', 'Lembar pertama buku kerja ini kosong: tidak ada baris judul kolom.');
  return { rekaman: baris.map((b) => ({ baris: b.baris, sampai: b.baris, sel: b.sel })), sandi: 'xlsx' };
}

import { DomainError } from '../../../common/domain-error.js';

/** 20 MiB: some eighty thousand lines of the widest layout. */
export const UKURAN_MAKS = 20 * 1024 * 1024;
/** Data lines in one file; the largest register of a province has a few thousand. */
export const BARIS_MAKS = 50_000;
/** Columns that are read of a line; the widest layout has a tenth of them. */
export const KOLOM_MAKS = 200;

/** One record: the line of the file on which it starts (the first line is 1), the one on which it ends, its cells. */
export interface Rekaman {
  baris: number;
  sampai: number;
  sel: string[];
}

/** A register file as records, whatever kind of file it was. */
export interface Lembar {
  rekaman: Rekaman[];
  /** How its text is encoded; `xlsx` of a workbook. */
  sandi: 'utf-8' | 'windows-1252' | 'xlsx';
}

export interface LembarCsv extends Lembar {
  pemisah: ',' | ';';
  sandi: SandiTeks;
}

type SandiTeks = 'utf-8' | 'windows-1252';

const tolak = (pesan: string): DomainError => new DomainError('berkas-ditolak', pesan);

const tolakKolom = (baris: number): DomainError =>
  tolak(
    `Baris ${baris}: lebih dari ${KOLOM_MAKS} kolom. Hapus kolom yang tidak dipakai, simpan lagi sebagai CSV, lalu coba lagi.`,
  );

/**
 * The bytes of a CSV file as text with `\n` line ends and no byte-order mark. UTF-8; what is no valid UTF-8 is read as
 * Windows-1252, which older spreadsheets write.
 * @throws DomainError `berkas-ditolak` when empty, too large, or no text at all (a workbook, a PDF, UTF-16)
 */
export function bacaTeks(isi: Uint8Array): { teks: string; sandi: SandiTeks } {
  if (isi.length > UKURAN_MAKS) {
    throw tolak(
      `Berkas lebih besar dari ${UKURAN_MAKS / 1024 / 1024} MB. Bagi menjadi beberapa berkas, lalu coba lagi.`,
    );
  }
  if (isi[0] === 0x50 && isi[1] === 0x4b && isi[2] === 3 && isi[3] === 4) {
    throw tolak('Berkas ini buku kerja (.xlsx), bukan CSV. Simpan lembarnya sebagai CSV UTF-8, lalu coba lagi.');
  }
  if (bukanTeks(isi)) {
    throw tolak('Berkas ini bukan teks UTF-8. Simpan registernya sebagai CSV UTF-8, lalu coba lagi.');
  }
  let teks: string;
  let sandi: SandiTeks = 'utf-8';
  try {
    teks = new TextDecoder('utf-8', { fatal: true }).decode(isi);
  } catch {
    teks = new TextDecoder('windows-1252').decode(isi);
    sandi = 'windows-1252';
  }
  if (teks.trim() === '') throw tolak('Berkas kosong: tidak ada baris judul kolom.');
  return { teks: satukanAkhirBaris(teks), sandi };
}

/** UTF-16, or bytes of something else: a quarter of the beginning is NUL. A stray NUL is a fault of its line only. */
function bukanTeks(isi: Uint8Array): boolean {
  const [a, b] = isi;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  const awal = isi.subarray(0, 4096);
  return awal.filter((x) => x === 0).length * 4 > awal.length;
}

/** One kind of line end, so that lines count as any editor counts them; a stray CR in a file with LF is a space. */
function satukanAkhirBaris(teks: string): string {
  if (!teks.includes('\r')) return teks;
  if (!teks.includes('\n')) return teks.replaceAll('\r', '\n');
  return teks.replaceAll('\r\n', '\n').replaceAll('\r', ' ');
}

/** Comma or semicolon: whichever the heading has more of, outside its quotes. */
export function kenaliPemisah(teks: string): LembarCsv['pemisah'] {
  let koma = 0;
  let titikKoma = 0;
  let dalamKutip = false;
  let adaIsi = false;
  for (const huruf of teks) {
    if (huruf === '"') dalamKutip = !dalamKutip;
    else if (!dalamKutip && huruf === '\n' && adaIsi) break;
    else if (!dalamKutip && huruf === ',') koma++;
    else if (!dalamKutip && huruf === ';') titikKoma++;
    if (huruf.trim() !== '') adaIsi = true;
  }
  return titikKoma > koma ? ';' : ',';
}

/**
 * Reads a CSV file into records. Quoted cells may hold separators, line ends and doubled quotes. A stray quote within
 * one line is a letter; one in a cell of several lines means that lines were swallowed, and refuses the file.
 *
 * A reader of our own, because csv-parse must either refuse every stray quote or take swallowed lines for one record,
 * counts a CRLF inside quotes as two lines, and takes three times the CPU; the test compares the two.
 * @throws DomainError `berkas-ditolak`, as `bacaTeks`; also for a quote never closed, for too many lines and too many columns
 */
export function bacaCsv(isi: Uint8Array): LembarCsv {
  const { teks, sandi } = bacaTeks(isi);
  const pemisah = kenaliPemisah(teks);
  const rekaman: Rekaman[] = [];
  for (const r of urai(teks, pemisah)) {
    if (r.sel.every((s) => s.trim() === '')) continue;
    if (rekaman.length > BARIS_MAKS) {
      throw tolak(`Berkas memuat lebih dari ${BARIS_MAKS} baris. Bagi menjadi beberapa berkas, lalu coba lagi.`);
    }
    rekaman.push(r);
  }
  return { rekaman, pemisah, sandi };
}

/**
 * Every record of a text with `\n` line ends, blank ones included.
 * @throws DomainError `berkas-ditolak` for a quote never closed or not paired, and for too many columns
 */
export function* urai(teks: string, pemisah: string): Generator<Rekaman> {
  let posisi = 0;
  let baris = 1;
  while (posisi < teks.length) {
    const lf = teks.indexOf('\n', posisi);
    const akhir = lf === -1 ? teks.length : lf;
    const satuBaris = teks.slice(posisi, akhir);
    if (!satuBaris.includes('"')) {
      // One more than may be there: a line of separators alone would make a cell of each of its twenty million.
      const sel = satuBaris.split(pemisah, KOLOM_MAKS + 1);
      if (sel.length > KOLOM_MAKS) throw tolakKolom(baris);
      yield { baris, sampai: baris, sel };
      posisi = akhir + 1;
      baris++;
      continue;
    }
    const { sel, posisi: berikut, ganti } = uraiBerkutip(teks, pemisah, posisi, baris);
    yield { baris, sampai: baris + ganti, sel };
    posisi = berikut;
    baris += ganti + 1;
  }
}

function uraiBerkutip(teks: string, pemisah: string, mulai: number, baris: number) {
  const sel: string[] = [];
  let posisi = mulai;
  let ganti = 0;
  // Looked for once per line and not once per cell: with a long line and many cells that would be quadratic.
  let garis = garisSejak(teks, mulai);
  for (;;) {
    if (posisi > garis.akhir) garis = garisSejak(teks, posisi);
    const { isi, akhir } = bacaSel(teks, pemisah, posisi, { baris, garis });
    if (sel.push(isi) > KOLOM_MAKS) throw tolakKolom(baris);
    for (let i = isi.indexOf('\n'); i !== -1; i = isi.indexOf('\n', i + 1)) ganti++;
    if (akhir >= teks.length || teks[akhir] === '\n') return { sel, posisi: akhir + 1, ganti };
    posisi = akhir + 1;
  }
}

/** The rest of a line of the text: where it begins, where its line end stands, what is between. */
interface Garis {
  mulai: number;
  akhir: number;
  isi: string;
}

function garisSejak(teks: string, mulai: number): Garis {
  const lf = teks.indexOf('\n', mulai);
  const akhir = lf === -1 ? teks.length : lf;
  return { mulai, akhir, isi: teks.slice(mulai, akhir) };
}

/** One cell from `posisi`, which lies in `garis`; `akhir` is where its separator or line end stands. */
function bacaSel(
  teks: string,
  pemisah: string,
  posisi: number,
  { baris, garis }: { baris: number; garis: Garis },
): { isi: string; akhir: number } {
  const awal = lewatiSpasi(teks, posisi);
  if (teks[awal] !== '"') {
    // Within the line only: searching the whole rest for every line would be quadratic.
    const p = garis.isi.indexOf(pemisah, posisi - garis.mulai);
    const akhir = p === -1 ? garis.akhir : garis.mulai + p;
    return { isi: teks.slice(posisi, akhir), akhir };
  }
  let isi = '';
  let dari = awal + 1;
  let kutipLepas = false;
  for (;;) {
    const kutip = teks.indexOf('"', dari);
    if (kutip === -1) throw tolak(`Baris ${baris}: tanda kutip dibuka tetapi tidak pernah ditutup.`);
    isi += teks.slice(dari, kutip);
    dari = kutip + 1;
    if (teks[dari] === '"') {
      isi += '"';
      dari++;
      continue;
    }
    const akhir = lewatiSpasi(teks, dari);
    if (akhir >= teks.length || teks[akhir] === '\n' || teks[akhir] === pemisah) {
      // A stray quote in a cell of several lines is a missing closing quote that swallowed the lines between.
      if (kutipLepas && isi.includes('\n')) throw tolak(`Baris ${baris}: tanda kutip tidak berpasangan.`);
      return { isi, akhir };
    }
    kutipLepas = true;
    isi += '"';
  }
}

function lewatiSpasi(teks: string, posisi: number): number {
  let p = posisi;
  while (teks[p] === ' ' || teks[p] === '\t') p++;
  return p;
}

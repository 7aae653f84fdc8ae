import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { DomainError } from '../../common/domain-error.js';
import { bacaEntri, bukaZip, type IsiZip, tolakLembar } from './baca-zip.js';
import { bukaSandi, teksBilangan, teksTanggal } from './nilai-xlsx.js';

/** One row with content: its number in the sheet (the first is 1) and its cells from column A on, as text. */
export interface BarisLembar {
  baris: number;
  sel: string[];
}

/** The most a sheet may hold: rows with content, and columns. */
export interface BatasLembar {
  baris: number;
  kolom: number;
}

const MIB = 1024 * 1024;
/** The largest parts that are inflated, in bytes. */
const UKURAN = { kecil: 2 * MIB, gaya: 8 * MIB, teks: 64 * MIB, lembar: 160 * MIB } as const;
/** Elements within elements; a sheet has six. */
const DALAM_MAKS = 32;
/** Characters of all cells together: a few texts that are used again and again make a large sheet of a small file. */
const HURUF_MAKS = 32 * MIB;
const BARIS_TERAKHIR = 1_048_576;
const KOLOM_TERAKHIR = 16_384;

interface Pendengar {
  buka?: (nama: string, atribut: Record<string, string>) => void;
  tutup?: (nama: string) => void;
  teks?: (isi: string) => void;
}

/**
 * Reads the first visible sheet of a workbook (.xlsx). Only the parts that are needed are inflated, each within its
 * bound. A cell that holds a formula, or the error of one, is given as its formula behind `=`, never as its result; a
 * date as `YYYY-MM-DD`; a number of which digits are lost as `1.2E+15`.
 * @throws DomainError `berkas-ditolak` for what is no workbook, is damaged, encrypted, or exceeds a bound
 */
export async function bacaXlsx(isi: Uint8Array, batas: BatasLembar): Promise<BarisLembar[]> {
  const zip = await bukaZip(isi);
  const buku = await bacaBuku(zip);
  const adaTeks = await bacaTeksBersama(zip, buku.teks);
  const bertanggal = await bacaGaya(zip, buku.gaya);
  return bacaLembarKerja(zip, buku.lembar, { adaTeks, bertanggal, sejak1904: buku.sejak1904 }, batas);
}

/** Whether the bytes begin as a zip does. */
export function adalahZip(isi: Uint8Array): boolean {
  return isi[0] === 0x50 && isi[1] === 0x4b && isi[2] === 3 && isi[3] === 4;
}

async function uraiXml(zip: IsiZip, nama: string, maksimal: number, p: Pendengar): Promise<void> {
  const entri = zip.entri.get(nama);
  if (!entri) throw tolakLembar();
  const urai = new SaxesParser();
  let dalam = 0;
  const lokal = (n: string): string => n.slice(n.indexOf(':') + 1);
  urai.on('doctype', () => {
    throw tolakLembar();
  });
  urai.on('opentag', (tag: SaxesTagPlain) => {
    if (++dalam > DALAM_MAKS) throw tolakLembar();
    p.buka?.(lokal(tag.name), tag.attributes);
  });
  urai.on('closetag', (tag) => {
    dalam--;
    p.tutup?.(lokal(tag.name));
  });
  if (p.teks) {
    urai.on('text', p.teks);
    urai.on('cdata', p.teks);
  }
  const huruf = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const potong of bacaEntri(zip, entri, maksimal)) urai.write(huruf.decode(potong, { stream: true }));
    urai.write(huruf.decode()).close();
  } catch (galat) {
    // Whatever the parser or the decoder complains of is damage to the one who sent the file.
    throw galat instanceof DomainError ? galat : tolakLembar();
  }
}

/** An address within the package, from the folder of the part that names it. */
function alamatBagian(dasar: string, tujuan: string): string {
  if (tujuan.startsWith('/')) return tujuan.slice(1);
  const jalan = dasar === '' ? [] : dasar.split('/');
  for (const langkah of tujuan.split('/')) {
    if (langkah === '..') jalan.pop();
    else if (langkah !== '.') jalan.push(langkah);
  }
  return jalan.join('/');
}

interface Hubungan {
  id: string;
  jenis: string;
  tujuan: string;
}

async function bacaHubungan(zip: IsiZip, nama: string, dasar: string): Promise<Hubungan[]> {
  const daftar: Hubungan[] = [];
  if (!zip.entri.has(nama)) return daftar;
  await uraiXml(zip, nama, UKURAN.kecil, {
    buka: (elemen, a) => {
      if (elemen !== 'Relationship') return;
      const jenis = (a.Type ?? '').slice((a.Type ?? '').lastIndexOf('/') + 1);
      daftar.push({ id: a.Id ?? '', jenis, tujuan: alamatBagian(dasar, a.Target ?? '') });
    },
  });
  return daftar;
}

interface Buku {
  lembar: string;
  teks: string | null;
  gaya: string | null;
  sejak1904: boolean;
}

/** Finds the parts: which file is the first visible sheet, which holds the texts, which the styles. */
async function bacaBuku(zip: IsiZip): Promise<Buku> {
  const akar = await bacaHubungan(zip, '_rels/.rels', '');
  const buku = akar.find((h) => h.jenis === 'officeDocument')?.tujuan ?? 'xl/workbook.xml';
  if (!zip.entri.has(buku) || !/workbook[^/]*\.xml$/.test(buku)) {
    throw tolakLembar(
      zip.entri.has('mimetype')
        ? 'Berkas ini lembar kerja OpenDocument (.ods). Simpan sebagai buku kerja Excel (.xlsx) atau CSV, lalu coba lagi.'
        : 'Berkas ini bukan buku kerja Excel (.xlsx). Pilih berkas register berupa CSV atau XLSX.',
    );
  }
  const folder = buku.slice(0, Math.max(0, buku.lastIndexOf('/')));
  const hubungan = await bacaHubungan(zip, `${folder}/_rels/${buku.slice(folder.length + 1)}.rels`, folder);
  let sejak1904 = false;
  const lembar: { rid: string; terlihat: boolean }[] = [];
  await uraiXml(zip, buku, UKURAN.kecil, {
    buka: (elemen, a) => {
      if (elemen === 'workbookPr') sejak1904 = a.date1904 === '1' || a.date1904 === 'true';
      if (elemen === 'sheet') {
        const rid = Object.entries(a).find(([k]) => k.endsWith(':id'))?.[1] ?? '';
        lembar.push({ rid, terlihat: (a.state ?? 'visible') === 'visible' });
      }
    },
  });
  const kerja = lembar
    .filter((l) => l.terlihat)
    .map((l) => hubungan.find((h) => h.id === l.rid))
    .find((h) => h?.jenis === 'worksheet');
  if (!kerja) throw tolakLembar('Buku kerja ini tidak mempunyai lembar yang terlihat.');
  const bagian = (jenis: string): string | null => hubungan.find((h) => h.jenis === jenis)?.tujuan ?? null;
  return { lembar: kerja.tujuan, teks: bagian('sharedStrings'), gaya: bagian('styles'), sejak1904 };
}

/** The texts that cells point to; what is only a reading aid of Asian scripts is left out. */
async function bacaTeksBersama(zip: IsiZip, nama: string | null): Promise<string[]> {
  const semua: string[] = [];
  if (nama === null) return semua;
  let isi: string | null = null;
  let dalamT = false;
  let bantu = false;
  await uraiXml(zip, nama, UKURAN.teks, {
    buka: (elemen) => {
      if (elemen === 'si') isi = '';
      else if (elemen === 'rPh') bantu = true;
      else if (elemen === 't') dalamT = true;
    },
    tutup: (elemen) => {
      if (elemen === 'si') semua.push(bukaSandi(isi ?? ''));
      else if (elemen === 'rPh') bantu = false;
      else if (elemen === 't') dalamT = false;
    },
    teks: (t) => {
      if (dalamT && !bantu) isi = (isi ?? '') + t;
    },
  });
  return semua;
}

/** Numbers of the built-in formats that show a day. */
const FORMAT_TANGGAL = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Of each cell style, whether it shows a day. */
async function bacaGaya(zip: IsiZip, nama: string | null): Promise<boolean[]> {
  const gaya: boolean[] = [];
  if (nama === null) return gaya;
  const tersendiri = new Set<number>();
  let dalamXf = false;
  await uraiXml(zip, nama, UKURAN.gaya, {
    buka: (elemen, a) => {
      if (elemen === 'numFmt' && adaHari(a.formatCode ?? '')) tersendiri.add(Number(a.numFmtId));
      else if (elemen === 'cellXfs') dalamXf = true;
      else if (elemen === 'xf' && dalamXf) {
        const nomor = Number(a.numFmtId ?? 0);
        gaya.push(FORMAT_TANGGAL.has(nomor) || tersendiri.has(nomor));
      }
    },
    tutup: (elemen) => {
      if (elemen === 'cellXfs') dalamXf = false;
    },
  });
  return gaya;
}

/**
 * Whether a format shows a day or a year: outside of quoted texts and of what stands in brackets. A bracket is looked for
 * up to the next one that opens: to the end, a million that never close would take the square of their number.
 */
function adaHari(format: string): boolean {
  return /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^[\]]*\]|_./g, ''));
}

interface Kamus {
  adaTeks: readonly string[];
  bertanggal: readonly boolean[];
  sejak1904: boolean;
}

interface Sel {
  kolom: number;
  jenis: string;
  gaya: number;
  nilai: string;
  rumus: string | null;
}

async function bacaLembarKerja(zip: IsiZip, nama: string, kamus: Kamus, batas: BatasLembar): Promise<BarisLembar[]> {
  const hasil: BarisLembar[] = [];
  let baris = 0;
  let isi: string[] = [];
  let kolom = -1;
  let sel: Sel | null = null;
  let dalam: 'nilai' | 'rumus' | null = null;
  let bantu = false;
  let huruf = 0;
  await uraiXml(zip, nama, UKURAN.lembar, {
    buka: (elemen, a) => {
      if (elemen === 'row') {
        baris = a.r === undefined ? baris + 1 : Number(a.r);
        if (!Number.isInteger(baris) || baris < 1 || baris > BARIS_TERAKHIR) throw tolakLembar();
        isi = [];
        kolom = -1;
      } else if (elemen === 'c') {
        kolom = a.r === undefined ? kolom + 1 : nomorKolom(a.r);
        sel = { kolom, jenis: a.t ?? 'n', gaya: Number(a.s ?? 0), nilai: '', rumus: null };
      } else if (elemen === 'v' || (elemen === 't' && !bantu)) dalam = 'nilai';
      else if (elemen === 'f') {
        dalam = 'rumus';
        if (sel) sel.rumus = '';
      } else if (elemen === 'rPh') bantu = true;
    },
    teks: (t) => {
      if (!sel || dalam === null) return;
      if (dalam === 'nilai') sel.nilai += t;
      else sel.rumus = (sel.rumus ?? '') + t;
    },
    tutup: (elemen) => {
      if (elemen === 'v' || elemen === 't' || elemen === 'f') dalam = null;
      else if (elemen === 'rPh') bantu = false;
      else if (elemen === 'c' && sel) {
        const teks = teksSel(sel, kamus);
        huruf += teks.length;
        if (huruf > HURUF_MAKS)
          throw tolakLembar('Isi lembar ini terlalu besar. Bagi menjadi beberapa berkas, lalu coba lagi.');
        if (teks !== '') {
          if (sel.kolom >= batas.kolom) throw tolakLembar(`Lembar ini mempunyai lebih dari ${batas.kolom} kolom.`);
          while (isi.length < sel.kolom) isi.push('');
          isi[sel.kolom] = teks;
        }
        sel = null;
      } else if (elemen === 'row' && isi.some((s) => s.trim() !== '')) {
        if (hasil.length >= batas.baris)
          throw tolakLembar(
            `Berkas memuat lebih dari ${batas.baris} baris. Bagi menjadi beberapa berkas, lalu coba lagi.`,
          );
        hasil.push({ baris, sel: isi });
      }
    },
  });
  return hasil;
}

/** The column of a reference such as `AB12`, from 0. */
function nomorKolom(acuan: string): number {
  let n = 0;
  for (let i = 0; i < acuan.length; i++) {
    const huruf = acuan.charCodeAt(i);
    if (huruf < 65 || huruf > 90) break;
    n = n * 26 + huruf - 64;
    if (n > KOLOM_TERAKHIR) throw tolakLembar();
  }
  if (n === 0) throw tolakLembar();
  return n - 1;
}

function teksSel({ jenis, gaya, nilai, rumus }: Sel, kamus: Kamus): string {
  if (rumus !== null) return `=${rumus.trim() || 'rumus'}`;
  switch (jenis) {
    case 's': {
      const teks = kamus.adaTeks[Number(nilai)];
      if (nilai.trim() === '' || teks === undefined) throw tolakLembar();
      return teks;
    }
    case 'inlineStr':
    case 'str':
      return bukaSandi(nilai);
    case 'b':
      return nilai.trim() === '1' ? 'TRUE' : 'FALSE';
    // "#N/A" and the like are what is left of a formula.
    case 'e':
      return `=${nilai}`;
    case 'd':
      return nilai.slice(0, 10);
    default:
      if (nilai.trim() === '') return '';
      return (kamus.bertanggal[gaya] ? teksTanggal(nilai, kamus.sejak1904) : null) ?? teksBilangan(nilai);
  }
}

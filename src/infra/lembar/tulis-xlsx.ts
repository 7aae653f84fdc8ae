import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { selisihHari } from '../../common/tanggal.js';
import { type KolomLembar, type LembarTulis, miripRumus, type NilaiSel } from './lembar.js';

/** Fast: of a sheet of 100,000 rows it leaves a tenth, the thorough levels a twelfth for thrice the time. */
const MUTU = 1;
/** No cell of a workbook is longer. */
const SEL_MAKS = 32_767;
/** Cell styles, in the order of `xl/styles.xml`. */
const GAYA = { judul: 1, tanggal: 2, teks: 3, teksBertanda: 4 } as const;

const KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NS = 'http://schemas.openxmlformats.org';
const UTAMA = `xmlns="${NS}/spreadsheetml/2006/main"`;

/** The parts of a workbook of one sheet, except the sheet itself. */
const BAGIAN: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${KEPALA}<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  '_rels/.rels': `${KEPALA}<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `${KEPALA}<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${NS}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  // quotePrefix says of a text what the apostrophe says in a cell: it is text, whatever it begins with.
  'xl/styles.xml': `${KEPALA}<styleSheet ${UTAMA}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`,
};

// What XML 1.0 cannot hold, half characters among it.
const TAK_BOLEH = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;
const PERLU_SANDI = /[&<>"\r]|_x[0-9A-Fa-f]{4}_/;

/** A text inside an element; what XML cannot hold is left out, a carriage return stands as `_x000D_`. */
function teksXml(teks: string): string {
  const bersih = teks.length > SEL_MAKS ? teks.slice(0, SEL_MAKS) : teks;
  const sah = bersih.replace(TAK_BOLEH, '');
  if (!PERLU_SANDI.test(sah)) return sah;
  return sah
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** `A`, `Z`, `AA`, … of a column from 0. */
function hurufKolom(n: number): string {
  const sisa = String.fromCharCode(65 + (n % 26));
  return n < 26 ? sisa : hurufKolom(Math.floor(n / 26) - 1) + sisa;
}

const selTeks = (teks: string, gaya: number): string =>
  `<c t="inlineStr" s="${gaya}"><is><t xml:space="preserve">${teksXml(teks)}</t></is></c>`;

/** The day number of a day in the system of 1900, or null before March 1900, when the system counts wrongly. */
function serial(tanggal: string): number | null {
  const n = selisihHari('1899-12-30', tanggal);
  return n > 60 ? n : null;
}

function selXml(nilai: NilaiSel, kolom: KolomLembar): string {
  if (nilai === null || nilai === '') return '<c/>';
  if (kolom.jenis === 'angka') return `<c><v>${String(nilai)}</v></c>`;
  const teks = String(nilai);
  if (kolom.jenis === 'tanggal') {
    const hari = serial(teks);
    if (hari !== null) return `<c s="${GAYA.tanggal}"><v>${hari}</v></c>`;
  }
  return selTeks(teks, miripRumus(teks) ? GAYA.teksBertanda : GAYA.teks);
}

async function* sheetXml({ kolom, kelompok }: LembarTulis): AsyncGenerator<string> {
  const lebar = kolom
    .map(({ jenis, lebar = 16 }, i) => {
      const gaya = jenis === 'teks' ? ` style="${GAYA.teks}"` : '';
      return `<col min="${i + 1}" max="${i + 1}" width="${lebar}"${gaya} customWidth="1"/>`;
    })
    .join('');
  yield `${KEPALA}<worksheet ${UTAMA}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${lebar}</cols><sheetData><row>${kolom.map((k) => selTeks(k.judul, GAYA.judul)).join('')}</row>`;
  let jumlah = 1;
  for await (const baris of kelompok) {
    jumlah += baris.length;
    yield baris.map((sel) => `<row>${kolom.map((k, i) => selXml(sel[i] ?? null, k)).join('')}</row>`).join('');
  }
  yield `</sheetData><autoFilter ref="A1:${hurufKolom(kolom.length - 1)}${jumlah}"/></worksheet>`;
}

/**
 * A sheet as a workbook (.xlsx), written while its rows come: nothing of it is held longer than its reader takes to read
 * it. Texts stand in their cells (no table of shared texts), so that the first row can leave before the last is known.
 * @param nama name of the sheet, at most 31 characters
 */
export function alirkanXlsx(lembar: LembarTulis, nama: string): Readable {
  const zip = new ZipFile();
  const keluar = zip.outputStream as Readable;
  const sheet = Readable.from(sheetXml(lembar), { objectMode: false });
  // yazl passes neither an error of the source on to the reader nor the reader's going back to the source.
  const putus = (galat: unknown): void => void keluar.destroy(galat as Error);
  sheet.on('error', putus);
  zip.on('error', putus);
  keluar.on('close', () => sheet.destroy());
  for (const [jalur, isi] of Object.entries(BAGIAN)) zip.addBuffer(Buffer.from(isi), jalur, { compressionLevel: MUTU });
  const buku = `${KEPALA}<workbook ${UTAMA} xmlns:r="${NS}/officeDocument/2006/relationships"><sheets><sheet name="${teksXml(nama.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  zip.addBuffer(Buffer.from(buku), 'xl/workbook.xml', { compressionLevel: MUTU });
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { compressionLevel: MUTU });
  zip.end();
  return keluar;
}

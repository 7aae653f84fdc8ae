import { buffer } from 'node:stream/consumers';
import { type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

const NS = 'http://schemas.openxmlformats.org';
const HUBUNGAN = `${NS}/officeDocument/2006/relationships`;

/** The parts of a workbook, by their paths; what is given replaces or joins the usual ones, null leaves one out. */
export type BagianBuku = Record<string, string | null>;

/** A workbook as another program writes it, of the inner XML of its `sheetData`. */
export async function bukuKerja(isiLembar: string, bagian: BagianBuku = {}, compress = true): Promise<Buffer> {
  const semua: BagianBuku = {
    '_rels/.rels': `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="a" Type="${HUBUNGAN}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="r1" Type="${HUBUNGAN}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${HUBUNGAN}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="r3" Type="${HUBUNGAN}/styles" Target="styles.xml"/><Relationship Id="r4" Type="${HUBUNGAN}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${HUBUNGAN}"><sheets><sheet name="Tersembunyi" sheetId="2" state="hidden" r:id="r4"/><sheet name="Register" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst xmlns="${NS}/spreadsheetml/2006/main"><si><t>teks bersama</t></si><si><r><t>dua </t></r><r><t>potong</t></r><rPh><t>bantu</t></rPh></si></sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${NS}/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="&quot;d&quot;0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetData>${isiLembar}</sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData><row><c t="inlineStr"><is><t>rahasia</t></is></c></row></sheetData></worksheet>`,
    ...bagian,
  };
  return zip(semua, compress);
}

/** The parts as a zip. */
export async function zip(bagian: BagianBuku, compress = true): Promise<Buffer> {
  const arsip = new ZipFile();
  for (const [jalur, isi] of Object.entries(bagian))
    if (isi !== null) arsip.addBuffer(Buffer.from(isi), jalur, { compress });
  arsip.end();
  return buffer(arsip.outputStream as Readable);
}

/** What XML cannot hold stands as `_xHHHH_`, as spreadsheets write it. */
const xml = (teks: string): string =>
  teks
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/(?![\t\n])\p{Cc}/gu, (h) => `_x${h.charCodeAt(0).toString(16).padStart(4, '0')}_`);

/** Rows of texts as the inner XML of a `sheetData`. */
export function barisBuku(baris: readonly (readonly string[])[]): string {
  return baris
    .map((sel) => `<row>${sel.map((s) => `<c t="inlineStr"><is><t>${xml(s)}</t></is></c>`).join('')}</row>`)
    .join('');
}

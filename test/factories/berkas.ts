import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';

/** A real JPEG, another one for each `warna` ('#rrggbb'). */
export async function fotoContoh(warna = '#0a6b5a', lebar = 640, tinggi = 480): Promise<Buffer> {
  return sharp({ create: { width: lebar, height: tinggi, channels: 3, background: warna } })
    .jpeg()
    .toBuffer();
}

/** A real PDF of one page. */
export async function pdfContoh(kalimat = 'Daftar hadir (contoh)'): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage([300, 200]).drawText(kalimat, { size: 12, x: 20, y: 100 });
  return Buffer.from(await pdf.save());
}

/** A PDF as a plain sequence of objects; the first three are its catalogue and its one page. */
function pdfDariObjek(objek: readonly string[]): Buffer {
  const semua = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
    ...objek,
  ].map((isi, i) => `${i + 1} 0 obj\n${isi}\nendobj\n`);
  const kepala = '%PDF-1.7\n';
  let letak = kepala.length;
  const rujukan = semua.map((s) => {
    const baris = `${String(letak).padStart(10, '0')} 00000 n \n`;
    letak += s.length;
    return baris;
  });
  const n = semua.length + 1;
  const ekor = `trailer\n<</Root 1 0 R/Size ${n}>>\nstartxref\n${letak}\n%%EOF\n`;
  return Buffer.from([kepala, ...semua, `xref\n0 ${n}\n0000000000 65535 f \n`, ...rujukan, ekor].join(''), 'latin1');
}

/** A sound PDF with so many objects that reading them takes a while: 10 MB and seconds unless told. */
export function pdfBanyakObjek(jumlah = 135_000): Buffer {
  return pdfDariObjek(Array.from({ length: jumlah }, (_, i) => `<</A ${i}/B[${i} 1 2]/C(teks)>>`));
}

/** A small PDF of actions of which each leads to the next: walked anew from each, that is half a billion steps. */
export function pdfAksiBerantai(jumlah = 30_000): Buffer {
  return pdfDariObjek(Array.from({ length: jumlah }, (_, i) => `<</AA ${4 + ((i + 1) % jumlah)} 0 R>>`));
}

/** A PDF that opens an address by itself, told as the last of `jumlah` actions. */
export function pdfAlamatTerakhir(jumlah: number): Buffer {
  const semua = Array.from({ length: jumlah }, (_, i) => `${6 + i} 0 R`).join(' ');
  const diam = Array.from({ length: jumlah - 1 }, () => '<</S/Named/N/FirstPage>>');
  return pdfDariObjek(['<</AA 5 0 R>>', `[${semua}]`, ...diam, '<</S/URI/URI(https://contoh.example/)>>']);
}

/** A small PDF whose one object stream unfolds to some 30 MB of numbers, and in memory to many times that. */
export function pdfPeledakMemori(): Buffer {
  const isi = deflateSync(Buffer.from(`5 0 [${'0 '.repeat(15_000_000)}]`));
  const kamus = `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${isi.length}>>`;
  return pdfDariObjek([`${kamus}\nstream\n${isi.toString('latin1')}\nendstream`]);
}

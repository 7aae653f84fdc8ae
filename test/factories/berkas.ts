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

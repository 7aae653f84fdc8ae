import { PDFDocument, StandardFonts, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { type AcakTetap } from './acak-tetap.js';

const LANGIT = ['#cfe3dc', '#f3e2c0', '#dfe7ee', '#f0d9c8'];
const TANAH = ['#6b8f71', '#8a9a5b', '#7a8b99', '#9c8567'];
const BAJU = ['#1f5f5b', '#b5533c', '#d9a441', '#3c5a99', '#7d4e7a', '#4b7f52'];

/** A drawn scene (people in a field, 1024 × 768) as a real JPEG. Nobody in it exists. */
export async function gambarKegiatan(acak: AcakTetap): Promise<Buffer> {
  const orang = Array.from({ length: acak.antara(5, 16) }, () => {
    const x = acak.antara(60, 960);
    const y = acak.antara(430, 640);
    const s = 0.5 + (y - 430) / 260;
    return {
      y,
      svg: `<g transform="translate(${x} ${y}) scale(${s.toFixed(2)})"><ellipse cx="0" cy="78" rx="34" ry="9" fill="#0003"/><rect x="-24" y="0" width="48" height="78" rx="20" fill="${acak.pilih(BAJU)}"/><circle cx="0" cy="-18" r="20" fill="${acak.pilih(['#8d5a3b', '#a9714b', '#c68f65'])}"/></g>`,
    };
  }).sort((a, b) => a.y - b.y);
  const pohon = Array.from(
    { length: acak.antara(2, 5) },
    () =>
      `<g transform="translate(${acak.antara(40, 980)} ${acak.antara(300, 400)})"><rect x="-7" y="0" width="14" height="80" fill="#6d4c33"/><circle cx="0" cy="-20" r="${acak.antara(42, 80)}" fill="${acak.pilih(['#3f6b4a', '#557f45', '#2f5d50'])}"/></g>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="768"><rect width="1024" height="420" fill="${acak.pilih(LANGIT)}"/><circle cx="${acak.antara(80, 940)}" cy="${acak.antara(60, 160)}" r="46" fill="#fff6d8"/><rect y="380" width="1024" height="388" fill="${acak.pilih(TANAH)}"/>${pohon.join('')}<rect x="${acak.antara(280, 420)}" y="230" width="330" height="120" fill="${acak.pilih(BAJU)}"/><rect x="${acak.antara(320, 440)}" y="262" width="240" height="10" fill="#fff9"/><rect x="${acak.antara(330, 450)}" y="292" width="180" height="10" fill="#fff9"/>${orang.map((o) => o.svg).join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 78, mozjpeg: false }).toBuffer();
}

/** A one-page attendance list of invented people, as a PDF. */
export async function daftarHadir(acak: AcakTetap, nama: readonly string[]): Promise<Uint8Array> {
  const dokumen = await PDFDocument.create();
  const tetap = new Date('2024-01-01T00:00:00Z');
  dokumen.setTitle('Daftar hadir kegiatan (rekaan)');
  dokumen.setCreationDate(tetap);
  dokumen.setModificationDate(tetap);
  const huruf = await dokumen.embedFont(StandardFonts.Helvetica);
  const halaman = dokumen.addPage([595, 842]);
  halaman.drawText('DAFTAR HADIR KEGIATAN (REKAAN)', {
    x: 60,
    y: 770,
    size: 15,
    font: huruf,
    color: rgb(0.1, 0.3, 0.3),
  });
  for (let i = 0; i < 24; i++) {
    const y = 730 - i * 26;
    halaman.drawText(`${i + 1}.  ${acak.pilih(nama)}`, { x: 60, y, size: 11, font: huruf });
    halaman.drawLine({
      start: { x: 380, y: y - 3 },
      end: { x: 530, y: y - 3 },
      thickness: 0.5,
      color: rgb(0.6, 0.6, 0.6),
    });
  }
  return dokumen.save();
}

/** A one-page paper behind a level: a title and a few sentences, as a PDF. Everything in it is invented. */
export async function suratBukti(judul: string, isi: readonly string[]): Promise<Uint8Array> {
  const dokumen = await PDFDocument.create();
  const tetap = new Date('2024-01-01T00:00:00Z');
  dokumen.setTitle(`${judul} (rekaan)`);
  dokumen.setCreationDate(tetap);
  dokumen.setModificationDate(tetap);
  const huruf = await dokumen.embedFont(StandardFonts.Helvetica);
  const halaman = dokumen.addPage([595, 842]);
  halaman.drawText('CONTOH REKAAN', { x: 60, y: 790, size: 9, font: huruf, color: rgb(0.45, 0.45, 0.45) });
  halaman.drawText(judul, { x: 60, y: 762, size: 15, font: huruf, color: rgb(0.1, 0.3, 0.3) });
  for (const [i, kalimat] of isi.entries())
    halaman.drawText(kalimat, { x: 60, y: 722 - i * 24, size: 11, font: huruf });
  return dokumen.save();
}

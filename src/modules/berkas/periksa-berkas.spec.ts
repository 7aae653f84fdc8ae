import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { disposisi, namaUntuk, bersihkanNama } from './nama-berkas.js';
import { periksaBerkas } from './periksa-berkas.js';

const gambar = (lebar = 40, tinggi = 30) =>
  sharp({ create: { width: lebar, height: tinggi, channels: 3, background: '#0a6' } });
const jpegContoh = (lebar?: number, tinggi?: number) => gambar(lebar, tinggi).jpeg().toBuffer();

async function pdfContoh(ubah: (pdf: PDFDocument) => void | Promise<void> = () => undefined, lipat = true) {
  const pdf = await PDFDocument.create();
  pdf.addPage([200, 200]).drawText('Daftar hadir contoh');
  await ubah(pdf);
  return Buffer.from(await pdf.save({ useObjectStreams: lipat }));
}

/** A PNG chunk; the checksum is right, so that only the content is wrong. */
function potonganPng(jenis: string, isi: Buffer): Buffer {
  const badan = Buffer.concat([Buffer.from(jenis, 'latin1'), isi]);
  let crc = 0xffffffff;
  for (const b of badan) {
    crc ^= b;
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const hasil = Buffer.alloc(badan.length + 8);
  hasil.writeUInt32BE(isi.length, 0);
  badan.copy(hasil, 4);
  hasil.writeUInt32BE(~crc >>> 0, badan.length + 4);
  return hasil;
}

/** A PNG whose header claims a size and whose data unfolds to `bitaIsi` zero bytes. */
function pngBuatan(lebar: number, tinggi: number, bitaIsi: number): Buffer {
  const kepala = Buffer.alloc(13);
  kepala.writeUInt32BE(lebar, 0);
  kepala.writeUInt32BE(tinggi, 4);
  kepala.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    potonganPng('IHDR', kepala),
    potonganPng('IDAT', deflateSync(Buffer.alloc(bitaIsi))),
    potonganPng('IEND', Buffer.alloc(0)),
  ]);
}

async function ditolak(bita: Buffer, nama: string): Promise<string> {
  const hasil = await periksaBerkas(bita, nama);
  if (hasil.layak) throw new Error(`${nama} diterima`);
  expect(hasil.pesan).toContain(`“${nama}”`);
  return hasil.pesan;
}
async function diterima(bita: Buffer, nama: string) {
  const hasil = await periksaBerkas(bita, nama);
  if (!hasil.layak) throw new Error(hasil.pesan);
  return hasil;
}

describe('photos', () => {
  it('are recognised by content, whatever the name says', async () => {
    expect(await diterima(await jpegContoh(), 'surat.pdf')).toMatchObject({
      mime: 'image/jpeg',
      lebar: 40,
      tinggi: 30,
    });
    expect((await diterima(await gambar().png().toBuffer(), 'a.jpg')).mime).toBe('image/webp');
    expect((await diterima(await gambar().webp().toBuffer(), 'a.txt')).mime).toBe('image/webp');
  });

  it('lose place, device and every other metadata, and stand upright', async () => {
    const asal = await gambar(60, 20)
      .withExif({ IFD0: { Make: 'RahasiaMerek' }, IFD3: { GPSLatitude: '6/1 35/1 40/1', GPSLatitudeRef: 'S' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const metaAsal = await sharp(asal).metadata();
    expect(metaAsal.exif?.includes('RahasiaMerek')).toBe(true);
    const hasil = await diterima(asal, 'lokasi.jpg');
    expect([hasil.lebar, hasil.tinggi]).toEqual([20, 60]);
    const meta = await sharp(hasil.bita).metadata();
    expect([meta.exif, meta.xmp, meta.iptc, meta.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(hasil.bita.includes('RahasiaMerek')).toBe(false);
  });

  it('are made no larger than 2000 px, with a small picture for lists', async () => {
    const hasil = await diterima(await jpegContoh(3000, 1500), 'besar.jpg');
    expect([hasil.lebar, hasil.tinggi]).toEqual([2000, 1000]);
    const kecil = await sharp(hasil.kecil ?? Buffer.alloc(0)).metadata();
    expect([kecil.width, kecil.height]).toEqual([240, 120]);
  });

  it('that hide another file behind the picture lose it', async () => {
    const poliglot = Buffer.concat([await jpegContoh(), Buffer.from('PK\x03\x04<script>alert(1)</script>')]);
    const hasil = await diterima(poliglot, 'foto.jpg');
    expect(hasil.bita.includes('script')).toBe(false);
    expect(hasil.bita.includes('PK\x03\x04')).toBe(false);
  });

  it('that are cut off are refused', async () => {
    const utuh = await gambar(400, 300).jpeg({ quality: 95 }).toBuffer();
    expect(await ditolak(utuh.subarray(0, Math.floor(utuh.length / 2)), 'putus.jpg')).toContain('rusak atau terpotong');
  });

  it('with a flood of pixels are refused before decoding', async () => {
    expect(await ditolak(pngBuatan(60_000, 60_000, 1000), 'banjir.png')).toContain('64 juta piksel');
  });

  it('that unfold like a bomb are refused or become an ordinary small picture', async () => {
    // 16 million pixels pass the cap; the data unfolds to three times what the header promises.
    const hasil = await periksaBerkas(pngBuatan(4000, 4000, 50_000_000), 'bom.png');
    if (hasil.layak) expect(hasil.bita.length).toBeLessThan(1_000_000);
    else expect(hasil.pesan).toContain('“bom.png”');
  });

  it('that move are refused', async () => {
    const dua = await sharp(
      await Promise.all([gambar(20, 20).png().toBuffer(), gambar(20, 20).negate().png().toBuffer()]),
      { join: { animated: true } },
    )
      .webp()
      .toBuffer();
    expect(await ditolak(dua, 'gerak.webp')).toContain('gambar bergerak');
  });

  it('from an iPhone (HEIC) get a sentence of their own', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)]);
    expect(await ditolak(heic, 'IMG_0001.HEIC')).toContain('HEIC');
  });
});

describe('files of no accepted kind', () => {
  it.each([
    ['gambar.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['halaman.jpg', '<!doctype html><script>alert(1)</script>'],
    ['skrip.pdf', '#!/bin/sh\nrm -rf /'],
    ['arsip.pdf', 'PK\x03\x04contoh'],
    ['gif.png', 'GIF89a\x01\0\x01\0\0\0\0;'],
  ])('%s is refused', async (nama, isi) => {
    expect(await ditolak(Buffer.from(isi, 'latin1'), nama)).toMatch(/bukan foto|gambar bergerak/);
  });

  it('0 bytes are refused by name', async () => {
    expect(await ditolak(Buffer.alloc(0), 'kosong.jpg')).toContain('0 bita');
  });

  it('more than 10 MB are refused by name', async () => {
    expect(await ditolak(Buffer.alloc(10_000_001), 'raksasa.jpg')).toContain('paling besar 10 MB');
  });
});

describe('PDF documents', () => {
  it.each([true, false])('are kept to the byte (object streams: %s)', async (lipat) => {
    const pdf = await pdfContoh(undefined, lipat);
    const hasil = await diterima(pdf, 'daftar hadir.pdf');
    expect(hasil.mime).toBe('application/pdf');
    expect(hasil.bita.equals(pdf)).toBe(true);
  });

  it.each([true, false])('with JavaScript are refused (hidden in object streams: %s)', async (lipat) => {
    const pdf = await pdfContoh((p) => p.addJavaScript('buka', 'app.alert("x")'), lipat);
    expect(await ditolak(pdf, 'skrip.pdf')).toContain('program');
  });

  it('with a name written in escapes are still seen through', async () => {
    const pdf = await pdfContoh(undefined, false);
    const sisipan = Buffer.from('9 0 obj\n<</S/Java#53cript/JS(app.alert)>>\nendobj\n');
    const letak = pdf.indexOf('xref');
    const jahat = Buffer.concat([pdf.subarray(0, letak), sisipan, pdf.subarray(letak)]);
    expect(await ditolak(jahat, 'samar.pdf')).toContain('program');
  });

  it('that launch a program are refused', async () => {
    const pdf = await pdfContoh((p) => {
      p.catalog.set(PDFName.of('OpenAction'), p.context.obj({ S: 'Launch', F: 'cmd' }));
    }, false);
    expect(await ditolak(pdf, 'luncur.pdf')).toContain('program');
  });

  it('whose object stream stands far behind its dictionary are seen through', async () => {
    const isi = deflateSync(Buffer.from('5 0 <</S/JavaScript/JS(app.alert\\(1\\))>>'));
    const kepala = `%PDF-1.5\n1 0 obj\n<</Type/Catalog/OpenAction 5 0 R>>\nendobj\n4 0 obj\n<</Type/ObjStm/N 1/First 4`;
    const ekor = '\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n';
    for (const sela of [' '.repeat(5000), '/X(1 0 obj)', `/X(${'endstream '.repeat(900)})`]) {
      const kamus = `/Filter/FlateDecode/Length ${isi.length}${sela}>>\nstream\n`;
      const pdf = Buffer.concat([Buffer.from(kepala + kamus), isi, Buffer.from(ekor)]);
      expect(await ditolak(pdf, 'jauh.pdf')).toContain('program');
    }
  });

  it.each([
    ['an address', { S: 'URI', URI: PDFString.of('https://contoh.example/') }],
    ['another document', { S: 'GoToR', F: PDFString.of('lain.pdf') }],
    ['a film', { S: 'Movie', T: PDFString.of('film') }],
    ['a sound', { S: 'Sound' }],
    [
      'an address in the end',
      { S: 'Named', N: 'FirstPage', Next: { S: 'URI', URI: PDFString.of('https://contoh.example/') } },
    ],
  ])('that open %s by themselves are refused', async (_apa, aksi) => {
    for (const lipat of [true, false]) {
      const pdf = await pdfContoh(
        (p) => p.catalog.set(PDFName.of('OpenAction'), p.context.register(p.context.obj(aksi))),
        lipat,
      );
      expect(await ditolak(pdf, 'sendiri.pdf')).toContain('program');
      const halaman = await pdfContoh(
        (p) => p.getPage(0).node.set(PDFName.of('AA'), p.context.obj({ O: aksi })),
        lipat,
      );
      expect(await ditolak(halaman, 'halaman.pdf')).toContain('program');
    }
  });

  it.each([true, false])('with links to click on, opening at a page of their own, are taken (%s)', async (lipat) => {
    const pdf = await pdfContoh((p) => {
      const tautan = p.context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 50, 50],
        A: { S: 'URI', URI: PDFString.of('https://contoh.example/Sound') },
      });
      p.getPage(0).node.set(PDFName.of('Annots'), p.context.obj([p.context.register(tautan)]));
      p.catalog.set(PDFName.of('OpenAction'), p.context.obj({ S: 'GoTo', D: [p.getPage(0).ref, 'Fit'] }));
    }, lipat);
    expect((await diterima(pdf, 'tautan.pdf')).bita.equals(pdf)).toBe(true);
  });

  it('that claim more entries than any document has are refused before they are counted out', async () => {
    const pdf = Buffer.from(
      '%PDF-1.5\n1 0 obj\n<</Type/Catalog>>\nendobj\n6 0 obj\n<</Type/XRef/Size 7/Index[0 2000000000]/W[0 0 0]/Root 1 0 R/Length 1>>\nstream\n0\nendstream\nendobj\nstartxref\n0\n%%EOF\n',
    );
    expect(await ditolak(pdf, 'banyak.pdf')).toContain('susunannya tidak dikenali');
  });

  it.each([true, false])('with a file inside are refused (object streams: %s)', async (lipat) => {
    const pdf = await pdfContoh((p) => p.attach(Buffer.from('isi'), 'lain.txt'), lipat);
    expect(await ditolak(pdf, 'lampiran.pdf')).toContain('berkas lain');
  });

  it('under a password are refused', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    pdf.encrypt({ userPassword: 'contoh', ownerPassword: 'contoh' });
    expect(await ditolak(Buffer.from(await pdf.save({ useObjectStreams: false })), 'terkunci.pdf')).toContain('sandi');
  });

  it('that are cut off are refused', async () => {
    const pdf = await pdfContoh();
    expect(await ditolak(pdf.subarray(0, pdf.length - 40), 'putus.pdf')).toContain('terpotong');
  });

  it('with another file behind their end are refused', async () => {
    const pdf = Buffer.concat([await pdfContoh(), Buffer.from('PK\x03\x04'), Buffer.alloc(4000)]);
    expect(await ditolak(pdf, 'poliglot.pdf')).toContain('susunannya tidak dikenali');
  });

  it('whose object stream unfolds like a bomb are refused', async () => {
    const bom = deflateSync(Buffer.alloc(64 * 1024 * 1024));
    const pdf = Buffer.concat([
      Buffer.from(`%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${bom.length}>>\nstream\n`),
      bom,
      Buffer.from('\nendstream\nendobj\n2 0 obj<</Type/Catalog>>endobj\nstartxref\n0\n%%EOF\n'),
    ]);
    expect(await ditolak(pdf, 'bom.pdf')).toContain('susunannya tidak dikenali');
  });

  it('packed in an unusual way are refused rather than trusted', async () => {
    const pdf = Buffer.from(
      '%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]/Length 2>>\nstream\n00>\nendstream\nendobj\nstartxref\n0\n%%EOF\n',
    );
    expect(await ditolak(pdf, 'aneh.pdf')).toContain('susunannya tidak dikenali');
  });
});

describe('names of files', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\foto.jpg', 'foto.jpg'],
    ['a\u202Egpj.exe', 'agpj.exe'],
    ['  ..  ', 'berkas'],
    ['x'.repeat(300), 'x'.repeat(120)],
    ['daftar\r\nhadir.pdf', 'daftarhadir.pdf'],
  ])('%j is called %j', (asal, hasil) => expect(bersihkanNama(asal)).toBe(hasil));

  it('end as what they hold', () => {
    expect(namaUntuk('Foto.PNG', 'image/webp')).toBe('Foto.webp');
    expect(namaUntuk('laporan', 'application/pdf')).toBe('laporan.pdf');
  });

  it('are given to the browser in ASCII and in UTF-8; only pictures are shown in the page', () => {
    expect(disposisi('image/jpeg', 'Rapat “é”.jpg')).toBe(
      `inline; filename="Rapat _e_.jpg"; filename*=UTF-8''Rapat%20%E2%80%9C%C3%A9%E2%80%9D.jpg`,
    );
    expect(disposisi('application/pdf', `a'b(1).pdf`)).toBe(
      `attachment; filename="a'b(1).pdf"; filename*=UTF-8''a%27b%281%29.pdf`,
    );
  });
});

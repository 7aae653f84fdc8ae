import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';
import { hurufDokumen } from '../../src/infra/pdf/huruf.js';
import { PdfService } from '../../src/infra/pdf/pdf.service.js';
import { type OpsiPdf, type PermintaanRender } from '../../src/infra/pdf/pdf.types.js';
import { anggotaGrup, hidup } from '../../src/infra/pdf/proses.js';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const MARGIN = { atas: 20, kanan: 20, bawah: 20, kiri: 20 };
const huruf = hurufDokumen();
const gaya = `<style>${huruf.css}body{font-family:'Plus Jakarta Sans'}tr{break-inside:avoid}</style>`;
const dokumen = (isi: string) =>
  `<!doctype html><html lang="id"><head><title>Uji</title>${gaya}</head><body>${isi}</body></html>`;
const minta = (isi: string, lain: Partial<PermintaanRender> = {}): PermintaanRender => ({
  html: dokumen(isi),
  aset: huruf.aset,
  kertas: 'A4',
  margin: MARGIN,
  ...lain,
});
const profil = () => readdirSync(tmpdir()).filter((nama) => nama.startsWith(`portal-pdf-${process.pid}-`));

/** Names and subtypes of every font object. */
async function huruf2(pdf: Uint8Array): Promise<string[]> {
  const doc = await PDFDocument.load(pdf);
  return doc.context
    .enumerateIndirectObjects()
    .flatMap(([, o]) => (o instanceof PDFDict && o.get(PDFName.of('Type')) === PDFName.of('Font') ? [o] : []))
    .map((o) => `${String(o.get(PDFName.of('Subtype')))} ${String(o.get(PDFName.of('BaseFont')))}`);
}

/** How often each page paints something tagged: one entry a page. */
function jumlahTanda(doc: PDFDocument): number[] {
  return doc.getPages().map((halaman) => {
    const stream = doc.context.lookup(halaman.node.get(PDFName.of('Contents'))) as PDFRawStream;
    return inflateSync(stream.getContents()).toString('latin1').split('/MCID').length - 1;
  });
}

describe('The supervised browser', () => {
  const dibuka: PdfService[] = [];
  const layanan = (opsi: Partial<OpsiPdf> = {}) => {
    const pdf = new PdfService({ chromium, ...opsi });
    dibuka.push(pdf);
    return pdf;
  };
  let pdf: PdfService;

  beforeAll(() => {
    pdf = layanan();
  });
  afterAll(async () => {
    await Promise.all(dibuka.map((layanan) => layanan.onModuleDestroy()));
    expect(profil()).toEqual([]);
  });

  it('renders a document with its pages counted and the bundled fonts embedded', async () => {
    const hasil = await pdf.render(minta('<h1>Laporan</h1><p>Ééé — nilai <b>tinggi</b></p>'));
    expect(hasil.halaman).toBe(1);
    expect(hasil.ditolak).toEqual([]);
    const huruf = await huruf2(hasil.pdf);
    expect(huruf.some((nama) => /\/Type0 \/\w+\+PlusJakartaSans/.test(nama))).toBe(true);
    expect(huruf.filter((nama) => nama.includes('Type3'))).toEqual([]);
    const doc = await PDFDocument.load(hasil.pdf);
    expect(doc.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true');
  });

  it('prints on A4 and on F4, upright and lying', async () => {
    const ukuran = async (lain: Partial<PermintaanRender>) => {
      const { width, height } = (await PDFDocument.load((await pdf.render(minta('<p>x</p>', lain))).pdf))
        .getPage(0)
        .getSize();
      return [Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)];
    };
    expect(await ukuran({ kertas: 'A4' })).toEqual([210, 297]);
    expect(await ukuran({ kertas: 'F4' })).toEqual([215, 330]);
    expect(await ukuran({ kertas: 'F4', landscape: true })).toEqual([330, 215]);
  });

  it('finds the page of every marked heading in a chunk of fifty pages', async () => {
    const bab = Array.from(
      { length: 50 },
      (_, i) =>
        `<section style="break-before:page"><h2 data-penanda="judul" data-tingkat="${i % 10 ? 2 : 1}">Ormas  ke-${i + 1}</h2><p>isi</p></section>`,
    );
    const { halaman, penanda } = await pdf.render(minta(bab.join('')));
    expect(halaman).toBe(50);
    expect(penanda.map((p) => p.halaman)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(penanda[10]).toMatchObject({ judul: 'Ormas ke-11', tingkat: 1, id: 'penanda-11' });
    expect(penanda[0]?.y).toBeGreaterThan(700);
  });

  it('repeats the head of a table on every page and keeps rows whole', async () => {
    const baris = Array.from({ length: 120 }, () => '<tr><td>satu<br>dua<br>tiga</td><td>x</td></tr>').join('');
    const kepala = '<thead><tr><th>Nama</th><th>Nilai</th></tr></thead>';
    const cetak = async (isi: string) => {
      const { pdf: bytes } = await pdf.render(minta(`<table>${isi}<tbody>${baris}</tbody></table>`));
      return jumlahTanda(await PDFDocument.load(bytes));
    };
    const [polos, berkepala, satuBaris] = [
      await cetak(''),
      await cetak(kepala),
      jumlahTanda(
        await PDFDocument.load(
          (await pdf.render(minta('<table><tr><td>satu<br>dua<br>tiga</td><td>x</td></tr></table>'))).pdf,
        ),
      ),
    ];
    const perBaris = satuBaris[0] ?? 0;
    expect(berkepala.length).toBeGreaterThan(5);
    expect(polos.map((n) => n % perBaris)).toEqual(polos.map(() => 0));
    expect(berkepala.map((n) => n % perBaris)).toEqual(berkepala.map(() => 2));
  });

  it('reaches no network, whatever the document asks for', async () => {
    let kunjungan = 0;
    const server = createServer((_, jawaban) => {
      kunjungan++;
      jawaban.end('x');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { ditolak } = await pdf.render(
      minta(
        `<link rel="stylesheet" href="${url}/a.css"><link rel="preload" as="image" href="${url}/p.png"><link rel="preconnect" href="${url}">
         <style>@import url(${url}/b.css); body { background: url(${url}/c.png) }</style>
         <img src="${url}/d.png"><iframe src="${url}/e"></iframe><object data="${url}/f"></object><embed src="${url}/g">
         <video src="${url}/h"></video><svg><image href="${url}/i.png" /><use href="${url}/j.svg#x" /></svg><script src="${url}/k.js"></script>
         <img src="hilang.png">`,
      ),
    );
    expect(kunjungan).toBe(0);
    expect(ditolak).toContain('http://aset.invalid/hilang.png');
    server.close();
  });

  it('runs no script of a document', async () => {
    const tanpa = await pdf.render(minta('<p>satu</p>'));
    const isi = '<div style="break-before:page">dua</div>'.replaceAll('"', '\\"');
    const dengan = await pdf.render(
      minta(
        `<p>satu</p><script>document.body.innerHTML += "${isi}"</script><img src="data:," onerror="document.body.innerHTML += '${isi}'">`,
      ),
    );
    expect(dengan.halaman).toBe(tanpa.halaman);
  });

  it('reads no file of the machine', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'uji-berkas-'));
    const gambar =
      '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="3000"><rect width="100" height="3000"/></svg>';
    writeFileSync(join(folder, 'rahasia.svg'), gambar);
    const url = `file://${join(folder, 'rahasia.svg')}`;
    const hasil = await pdf.render(
      minta(`<p>satu</p><img src="${url}"><iframe src="${url}" style="height:3000px;display:none"></iframe>`),
    );
    expect(hasil.halaman).toBe(1); // the picture, were it read, is three pages tall
    const boleh = await pdf.render(
      minta(`<p>satu</p><img src="rahasia.svg">`, { aset: new Map([['rahasia.svg', Buffer.from(gambar)]]) }),
    );
    expect(boleh.halaman).toBeGreaterThan(1);
    rmSync(folder, { recursive: true });
  });

  it('shows a document only the assets it brings, also when the one before brought others by the same name', async () => {
    const svg = (tinggi: number) =>
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="${tinggi}"/>`);
    const cetak = (aset: Map<string, Uint8Array>) => pdf.render(minta('<img src="logo.svg">', { aset }));
    expect((await cetak(new Map([['logo.svg', svg(3000)]]))).halaman).toBeGreaterThan(2);
    expect((await cetak(new Map([['logo.svg', svg(10)]]))).halaman).toBe(1);
    expect((await cetak(new Map())).ditolak).toContain('http://aset.invalid/logo.svg');
  });

  it('gives the same bytes for the same document, warm or fresh, but for the identifiers merging replaces', async () => {
    const bersih = (bytes: Uint8Array) =>
      Buffer.from(bytes)
        .toString('latin1')
        .replace(/node\d{8}/g, 'node')
        .replace(/\/(CreationDate|ModDate) \([^)]*\)/g, '');
    const isi = '<h1>Sama</h1><table><tr><th>A</th></tr><tr><td>B</td></tr></table>';
    const [a, b] = [await pdf.render(minta(isi)), await pdf.render(minta(isi))];
    expect(bersih(a.pdf)).toBe(bersih(b.pdf));
  });

  it('gives up a document that takes too long, and renders the next', async () => {
    const berat = `<table>${'<tr><td>baris</td></tr>'.repeat(60_000)}</table>`;
    await expect(pdf.render(minta(berat, { timeoutMs: 400 }))).rejects.toMatchObject({
      jenis: 'waktu-habis',
      kode: 'dokumen-gagal',
    });
    expect((await pdf.render(minta('<p>lagi</p>'))).halaman).toBe(1);
  });

  it('tries once more on a fresh browser when the browser is killed in the middle', async () => {
    const pdf = layanan();
    await pdf.render(minta('<p>hangat</p>'));
    const pid = pdf.metrik.pid ?? 0;
    const cetak = pdf.render(minta(`<table>${'<tr><td>baris</td></tr>'.repeat(4000)}</table>`));
    setImmediate(() => process.kill(pid, 'SIGKILL'));
    expect((await cetak).halaman).toBeGreaterThan(10);
    expect(pdf.metrik.restarts).toBe(1);
    expect(pdf.metrik.pid).not.toBe(pid);
    expect(anggotaGrup(pid)).toEqual([]);
  });

  it('says so when the browser cannot start, and leaves nothing', async () => {
    const pdf = layanan({ chromium: '/tidak/ada/chromium' });
    await expect(pdf.render(minta('<p>x</p>'))).rejects.toMatchObject({ jenis: 'tidak-dapat-mulai' });
  });

  it('replaces the browser after its number of renders: 200 small ones leave one browser and no other process', async () => {
    const pdf = layanan({ batasRender: 60 });
    const grup = new Set<number>();
    await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        await pdf.render(minta(`<p>surat ${i}</p>`));
        if (pdf.metrik.pid) grup.add(pdf.metrik.pid);
      }),
    );
    expect(pdf.metrik).toMatchObject({ renders: 200, restarts: 3 });
    const terakhir = pdf.metrik.pid ?? 0;
    expect(grup.size).toBe(4);
    for (const pid of grup) if (pid !== terakhir) expect(anggotaGrup(pid)).toEqual([]);
    await pdf.onModuleDestroy();
    expect(anggotaGrup(terakhir)).toEqual([]);
    await expect(pdf.render(minta('<p>x</p>'))).rejects.toMatchObject({ jenis: 'ditutup' });
  });

  it('replaces the browser once it holds too much memory', async () => {
    const pdf = layanan({ batasMemori: 50 * 1024 * 1024 });
    await pdf.render(minta('<p>satu</p>'));
    await pdf.render(minta('<p>dua</p>'));
    expect(pdf.metrik.restarts).toBe(1);
    expect(pdf.metrik.puncakMemori).toBeGreaterThan(100 * 1024 * 1024);
    expect(pdf.metrik.puncakMemori).toBeLessThan(700 * 1024 * 1024);
  });

  it('ends the browser when its owner is killed, and sweeps the profile at the next start', async () => {
    const kode = `
      import puppeteer from 'puppeteer';
      import { mkdtempSync } from 'node:fs';
      const folder = mkdtempSync('${join(tmpdir(), 'portal-pdf-')}' + process.pid + '-');
      const b = await puppeteer.launch({ executablePath: '${chromium}', pipe: true, userDataDir: folder + '/profil', args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
      console.log(b.process().pid + ' ' + folder);
      setInterval(() => 0, 1000);`;
    const anak = spawn(process.execPath, ['--input-type=module', '-e', kode], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [baris] = (await once(anak.stdout, 'data')) as [Buffer];
    const [pid, folder] = baris.toString().trim().split(' ') as [string, string];
    expect(anggotaGrup(Number(pid)).length).toBeGreaterThan(2);
    anak.kill('SIGKILL');
    await once(anak, 'exit');
    while (hidup(Number(pid)) && anggotaGrup(Number(pid)).length > 0)
      await new Promise((lanjut) => setImmediate(lanjut));
    expect(existsSync(folder)).toBe(true);
    await layanan().render(minta('<p>x</p>'));
    expect(existsSync(folder)).toBe(false);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { KegiatanService } from '../../src/modules/kegiatan/kegiatan.service.js';
import { KeputusanKegiatanService } from '../../src/modules/kegiatan/keputusan-kegiatan.service.js';
import { ISIAN_KOSONG, type IsianKegiatan } from '../../src/modules/kegiatan/kegiatan.types.js';
import { RencanaOrmasService } from '../../src/modules/kegiatan/rencana-ormas.service.js';
import { fotoContoh, pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { cariChromium } from './galeri/chromium.js';

// Set RUPA to a folder to have every page's picture put there, at every width: for people to look at.
const FOLDER_GAMBAR = process.env.RUPA;
const LEBAR = [320, 360, 768, 1280];
const LEBAR_AXE = [360, 1280];
const kemarin = tambahHari(tanggalWib(new Date()), -1);

let uji: AplikasiUji;
let peramban: Browser;
let ormasId: number;
let diajukan: number;
let draf: number;
const orang: Record<string, { surel: string; sandi: string }> = {};

const isian = (lain: Partial<IsianKegiatan> = {}): IsianKegiatan => ({
  ...ISIAN_KOSONG,
  judul: 'Pelatihan membatik bagi remaja',
  uraian: 'Dua puluh remaja belajar membatik selama sehari.\nHasilnya dipamerkan di aula.',
  tanggalMulai: kemarin,
  tanggalSelesai: kemarin,
  tempat: 'Aula contoh RW 05',
  kelurahanId: 1,
  bidangId: 1,
  pesertaLaki: 8,
  pesertaPerempuan: 12,
  pesertaPemuda: 18,
  realisasi: '1250000.00',
  ...lain,
});

beforeAll(async () => {
  uji = await aplikasiUji();
  const ormas = await buatOrmas(uji.db, { nama: 'Yayasan Contoh Batik Lestari' });
  ormasId = ormas.id;
  const sekretaris = await uji.masukSebagai('sekretaris', { ormasId });
  const petugas = await uji.masukSebagai('petugas');
  orang.sekretaris = sekretaris;
  orang.petugas = petugas;
  const berkas = uji.app.get(BerkasService, { strict: false });
  const kegiatan = uji.app.get(KegiatanService, { strict: false });
  const keputusan = uji.app.get(KeputusanKegiatanService, { strict: false });
  if (!sekretaris.aktor || !petugas.aktor) throw new Error('Not signed in');
  const bukti = [
    {
      siap: await berkas.siapkanIsi(await fotoContoh('#7a9e8f', 800, 600), 'kegiatan-1.jpg'),
      keterangan: 'Peserta membatik di aula',
    },
    {
      siap: await berkas.siapkanIsi(await fotoContoh('#b5895a', 600, 800), 'kegiatan-2.jpg'),
      keterangan: 'Pameran hasil',
    },
    { siap: await berkas.siapkanIsi(await pdfContoh(), 'daftar hadir.pdf'), keterangan: 'Daftar hadir' },
  ];
  diajukan = await kegiatan.simpanDraf(sekretaris.aktor, ormasId, isian(), bukti);
  await kegiatan.ajukan(sekretaris.aktor, diajukan, 1);
  await keputusan.kembalikan(petugas.aktor, diajukan, 2, 'Jumlah peserta tidak cocok dengan daftar hadir.');
  await kegiatan.ubah(sekretaris.aktor, diajukan, 3, isian({ pesertaLaki: 10 }));
  await kegiatan.ajukan(sekretaris.aktor, diajukan, 4);
  const sah = await kegiatan.simpanDraf(sekretaris.aktor, ormasId, isian({ judul: 'Bakti lingkungan' }), bukti);
  await kegiatan.ajukan(sekretaris.aktor, sah, 1);
  await keputusan.verifikasi(petugas.aktor, sah, 2, '');
  draf = await kegiatan.simpanDraf(
    sekretaris.aktor,
    ormasId,
    isian({ judul: 'Draf pameran', uraian: '' }),
    bukti.slice(0, 1),
  );
  await uji.app.get(RencanaOrmasService, { strict: false }).tambahProgram(sekretaris.aktor, ormasId, {
    tahun: Number(kemarin.slice(0, 4)),
    nama: 'Pelatihan keterampilan',
    targetPenerima: 40,
    anggaran: '5000000.00',
  });
  if (FOLDER_GAMBAR) mkdirSync(FOLDER_GAMBAR, { recursive: true });
  peramban = await puppeteer.launch({ executablePath: cariChromium(), args: ['--no-sandbox'] });
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

async function masuk(siapa: string): Promise<{ halaman: Page; keluhan: string[]; tutup: () => Promise<void> }> {
  const konteks = await peramban.createBrowserContext();
  const halaman = await konteks.newPage();
  const keluhan: string[] = [];
  halaman.on('pageerror', (g) => keluhan.push(String(g)));
  halaman.on('console', (p) => {
    if (p.type() === 'error') keluhan.push(p.text());
  });
  await halaman.goto(`${uji.alamat}/masuk`);
  await halaman.type('#isian-surel', orang[siapa]?.surel ?? '');
  await halaman.type('#isian-sandi', orang[siapa]?.sandi ?? '');
  await Promise.all([halaman.waitForNavigation(), halaman.click('form[action="/masuk"] button')]);
  keluhan.length = 0;
  return { halaman, keluhan, tutup: () => konteks.close() };
}

const HALAMAN: [string, string, () => string][] = [
  ['daftar', 'sekretaris', () => `/ormas/${ormasId}/kegiatan`],
  ['baru', 'sekretaris', () => `/ormas/${ormasId}/kegiatan/baru`],
  ['ubah', 'sekretaris', () => `/kegiatan/${draf}/ubah`],
  ['periksa-kurang', 'sekretaris', () => `/kegiatan/${draf}/periksa`],
  ['tanda-terima', 'sekretaris', () => `/kegiatan/${diajukan}/tanda-terima`],
  ['rencana', 'sekretaris', () => `/ormas/${ormasId}/rencana`],
  ['antrean', 'petugas', () => '/kegiatan'],
  ['rincian', 'petugas', () => `/kegiatan/${diajukan}`],
];

describe('pages of activities in a real browser', () => {
  it.each(HALAMAN)('%s (%s): no sideways scrolling, no complaint, nothing for axe', async (nama, siapa, jalur) => {
    const { halaman, keluhan, tutup } = await masuk(siapa);
    for (const lebar of LEBAR) {
      await halaman.setViewport({ width: lebar, height: 800 });
      const jawaban = await halaman.goto(uji.alamat + jalur());
      expect(jawaban?.status()).toBe(200);
      await halaman.evaluate('document.fonts.ready.then(() => undefined)');
      const luber = Number(await halaman.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
      expect([nama, lebar, luber]).toEqual([nama, lebar, Math.min(luber, 0)]);
      if (FOLDER_GAMBAR)
        await halaman.screenshot({ path: join(FOLDER_GAMBAR, `${nama}-${lebar}.png`), fullPage: true });
      if (!LEBAR_AXE.includes(lebar)) continue;
      await halaman.evaluate(axe.source);
      const hasil = await halaman.evaluate(async () => {
        const mesin = (globalThis as unknown as { axe: typeof axe }).axe;
        return (await mesin.run()).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`);
      });
      expect(hasil).toEqual([]);
    }
    expect(keluhan).toEqual([]);
    await tutup();
  });

  it('lets a secretary write and send a report with a photo from the device', async () => {
    const { halaman, keluhan, tutup } = await masuk('sekretaris');
    const folder = mkdtempSync(join(tmpdir(), 'unggah-'));
    writeFileSync(join(folder, 'dari-ponsel.jpg'), await fotoContoh('#446688', 2600, 1900));
    await halaman.setViewport({ width: 360, height: 740 });
    await halaman.goto(`${uji.alamat}/ormas/${ormasId}/kegiatan/baru`);
    await halaman.type('#isian-judul', 'Dari ponsel');
    await halaman.evaluate(`document.querySelector('#isian-tanggalMulai').value = '${kemarin}'`);
    await halaman.type('#isian-tempat', 'Balai warga contoh');
    await halaman.type('#isian-uraian', 'Pertemuan warga contoh.');
    const berkas = await halaman.waitForSelector('input#isian-foto1');
    await berkas?.uploadFile(join(folder, 'dari-ponsel.jpg'));
    await halaman.waitForSelector('#isian-foto1 ~ ul canvas, #isian-foto1 ~ ul li, .unggah .daftar-berkas li');
    await halaman.type('#isian-ket_foto1', 'Warga berkumpul');
    await halaman.click('button[value="periksa"]');
    await halaman.waitForFunction("document.querySelector('h1').textContent.includes('Periksa')");
    const kirim = await halaman.$$('form[action$="/ajukan"] button');
    await Promise.all([halaman.waitForNavigation(), kirim[0]?.click()]);
    expect(halaman.url()).toMatch(/\/tanda-terima$/);
    const teks = String(await halaman.evaluate("document.querySelector('main').textContent"));
    expect(teks).toContain('1 dari 1 berkas tersimpan utuh');
    expect(keluhan).toEqual([]);
    rmSync(folder, { recursive: true });
    await tutup();
  });
});

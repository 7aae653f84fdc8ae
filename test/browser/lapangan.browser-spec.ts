import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'puppeteer';
import { DAFTAR_PERIKSA } from '../../src/modules/lapangan/daftar-periksa.data.js';
import { type Sasaran } from '../../src/modules/lapangan/kunjungan.types.js';
import { fotoContoh } from '../factories/berkas.js';
import { kunjunganRencana, kunjunganSelesai, kunjunganTertulis } from '../factories/kunjungan.js';
import { buatOrmas } from '../factories/ormas.js';
import { pendaftaranTerkirim } from '../factories/pendaftaran.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

let uji: AplikasiUji;
let peramban: Browser;
const id = { rencana: 0, draf: 0, selesai: 0, ormas: 0, pendaftaran: 0 };
const orang: Record<string, { surel: string; sandi: string }> = {};

beforeAll(async () => {
  uji = await aplikasiUji();
  const petugas = await uji.masukSebagai('petugas');
  if (!petugas.aktor) throw new Error('Not signed in');
  const nama = 'Perkumpulan Pelestari Sungai dan Kampung Rekaan Sejahtera';
  const ke: Sasaran[] = [];
  for (let i = 0; i < 3; i++) ke.push({ jenis: 'ormas', id: (await buatOrmas(uji.db, { nama: `${nama} ${i}` })).id });
  id.ormas = ke[2]?.id ?? 0;
  id.rencana = await kunjunganRencana(uji.app, petugas.aktor, ke[0] as Sasaran);
  id.draf = (await kunjunganTertulis(uji.app, petugas.aktor, ke[1] as Sasaran)).id;
  const arsip = { hasil: 'tidak-sesuai' as const, catatan: 'Belum dijilid dan disimpan di dua rumah pengurus.' };
  const periksa = Object.fromEntries(
    DAFTAR_PERIKSA.map((d) => [d.kode, d.kode === 'arsip' ? arsip : { hasil: 'sesuai' as const, catatan: '' }]),
  );
  id.selesai = (await kunjunganSelesai(uji.app, petugas.aktor, ke[2] as Sasaran, { periksa })).id;
  id.pendaftaran = (await pendaftaranTerkirim(uji.app, uji.db, { surel: 'pemohon-rupa@contoh.invalid' })).id;
  await kunjunganRencana(uji.app, petugas.aktor, { jenis: 'pendaftaran', id: id.pendaftaran });
  orang.petugas = petugas;
  orang.sekretaris = await uji.masukSebagai('sekretaris', { ormasId: id.ormas });
  const [opd] = await uji.db.query<{ id: number }[]>('SELECT MIN(id) AS id FROM opd');
  orang.opd = await uji.masukSebagai('opd', { opdId: opd?.id ?? 0 });
  peramban = await bukaPeramban();
});
afterAll(async () => {
  await peramban?.close();
  await uji?.tutup();
});

const HALAMAN: [string, string, () => string][] = [
  ['daftar', 'petugas', () => '/kunjungan'],
  ['cetak', 'petugas', () => '/kunjungan/cetak'],
  ['keaktifan', 'petugas', () => '/keaktifan?diam=0'],
  ['keaktifan-lembar', 'petugas', () => '/keaktifan/kunjungan?diam=0'],
  ['rencana-banyak', 'petugas', () => `/kunjungan/baru?ormas=${id.ormas}&ormas=${id.ormas - 1}`],
  ['rencana-ubah', 'petugas', () => `/kunjungan/${id.rencana}/rencana`],
  ['rincian-rencana', 'petugas', () => `/kunjungan/${id.rencana}`],
  ['berita-acara', 'petugas', () => `/kunjungan/${id.draf}/berita-acara`],
  ['periksa', 'petugas', () => `/kunjungan/${id.draf}/berita-acara/periksa`],
  ['rincian-selesai', 'petugas', () => `/kunjungan/${id.selesai}`],
  ['ormas', 'petugas', () => `/ormas/${id.ormas}`],
  ['pendaftaran', 'petugas', () => `/pendaftaran/${id.pendaftaran}`],
  ['milik-ormas', 'sekretaris', () => `/ormas/${id.ormas}/kunjungan`],
  ['tanggapan', 'sekretaris', () => `/kunjungan/${id.selesai}`],
  ['rincian-opd', 'opd', () => `/kunjungan/${id.selesai}`],
];

describe('pages of field visits in a real browser', () => {
  it.each(HALAMAN)('%s (%s): no sideways scrolling, no complaint, nothing for axe', async (nama, siapa, jalur) => {
    const jendela = await Jendela.buka(peramban, uji.alamat);
    await jendela.masuk(orang[siapa] ?? { surel: '', sandi: '' });
    expect(await jendela.kunjungi(jalur())).toBe(200);
    expect(await jendela.periksa(`lapangan-${nama}`)).toEqual([]);
    expect(jendela.keluhan).toEqual([]);
    await jendela.tutup();
  });

  it('lets an officer add a photo and sign a record off on a phone', async () => {
    const jendela = await Jendela.buka(peramban, uji.alamat);
    await jendela.masuk(orang.petugas ?? { surel: '', sandi: '' });
    const { halaman } = jendela;
    const folder = mkdtempSync(join(tmpdir(), 'unggah-'));
    writeFileSync(join(folder, 'dari-ponsel.jpg'), await fotoContoh('#446688', 2600, 1900));
    await jendela.kunjungi(`/kunjungan/${id.draf}/berita-acara`, 360);
    const berkas = await halaman.waitForSelector('input#isian-foto1');
    await berkas?.uploadFile(join(folder, 'dari-ponsel.jpg'));
    await halaman.waitForSelector('.unggah .daftar-berkas li');
    await halaman.type('#isian-ket_foto1', 'Ruang arsip');
    await halaman.click('#isian-sikap');
    await halaman.click('button[value="periksa"]');
    await halaman.waitForFunction("document.querySelector('h1').textContent.includes('Periksa')");
    const selesai = await halaman.$$('form[action$="/selesai"] button');
    await Promise.all([halaman.waitForNavigation(), selesai[0]?.click()]);
    const teks = await jendela.baca<string>("document.querySelector('main').textContent");
    expect([teks.includes('Berita acara BAK-'), teks.includes('Ruang arsip')]).toEqual([true, true]);
    expect(jendela.keluhan).toEqual([]);
    rmSync(folder, { recursive: true });
    await jendela.tutup();
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'puppeteer';
import { BerkasService } from '../../src/modules/berkas/berkas.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { TANPA_PERUBAHAN } from '../../src/modules/penilaian/lampiran-tingkat.js';
import { MandiriService } from '../../src/modules/penilaian/mandiri.service.js';
import { fotoContoh, pdfContoh } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

const TAHUN = 2025;

let uji: AplikasiUji;
let peramban: Browser;
let sekretaris: Jendela;
let petugas: Jendela;
let skor: string;
const folder = mkdtempSync(join(tmpdir(), 'unggah-'));

beforeAll(async () => {
  uji = await aplikasiUji();
  peramban = await bukaPeramban();
  const { id } = await buatOrmas(uji.db, { nama: 'Perkumpulan Contoh Lampiran' });
  const orangPetugas = await uji.masukSebagai('petugas');
  const orang = await uji.masukSebagai('sekretaris', { ormasId: id });
  if (!orangPetugas.aktor || !orang.aktor) throw new Error('Not signed in');
  await uji.app.get(PeriodeService, { strict: false }).buatPeriode(orangPetugas.aktor, TAHUN);
  skor = `/penilaian/${TAHUN}/ormas/${id}`;
  const berkas = uji.app.get(BerkasService, { strict: false });
  await uji.app.get(MandiriService, { strict: false }).simpan(orang.aktor, TAHUN, id, {
    ...{ ...TANPA_PERUBAHAN, indikator: 'KBL2', tingkat: 3, versi: 0 },
    tambah: [
      { siap: await berkas.siapkanIsi(await pdfContoh('Laporan'), 'laporan-keuangan.pdf'), keterangan: 'Laporan 2025' },
      { siap: await berkas.siapkanIsi(await fotoContoh('#7a9e8f'), 'papan-pengumuman.jpg'), keterangan: '' },
    ],
  });
  writeFileSync(join(folder, 'nota kesepahaman.pdf'), await pdfContoh('Nota kesepahaman'));
  writeFileSync(join(folder, 'kunjungan.jpg'), await fotoContoh('#446688', 2600, 1900));
  sekretaris = await Jendela.buka(peramban, uji.alamat);
  await sekretaris.masuk(orang);
  petugas = await Jendela.buka(peramban, uji.alamat);
  await petugas.masuk(orangPetugas);
});
afterAll(async () => {
  await peramban?.close();
  await uji?.tutup();
  rmSync(folder, { recursive: true });
});

const teks = (j: Jendela): Promise<string> => j.baca('document.querySelector("main").textContent');
const kirim = async (j: Jendela, tombol: string): Promise<void> => {
  await j.halaman.waitForSelector(tombol);
  await j.halaman.click(tombol);
};

it('the form of a self-assessment with evidence, and the officer’s form beside it, are in order at every width', async () => {
  await sekretaris.kunjungi(`${skor}/mandiri/KBL2`);
  expect(await sekretaris.periksa('mandiri')).toEqual([]);
  await petugas.kunjungi(`${skor}/tingkat/KBL2`);
  expect(await petugas.periksa('tingkat')).toEqual([]);
  expect([...sekretaris.keluhan, ...petugas.keluhan]).toEqual([]);
});

it('without JavaScript a secretary at 360 px attaches a file and sends the level', async () => {
  const { halaman } = sekretaris;
  await halaman.setJavaScriptEnabled(false);
  await sekretaris.kunjungi(`${skor}/mandiri/KBL3`, 360);
  await halaman.click('input[name="nilai"][value="2"]');
  await Promise.all([halaman.waitForNavigation(), kirim(sekretaris, 'button[value="kirim"]')]);
  expect(await halaman.content()).toContain('Tingkat 2 memerlukan paling sedikit satu berkas bukti');
  await (await halaman.waitForSelector('input#isian-berkas1'))?.uploadFile(join(folder, 'nota kesepahaman.pdf'));
  await halaman.type('#isian-ket_berkas1', 'Nota kesepahaman dengan sekolah');
  await Promise.all([halaman.waitForNavigation(), kirim(sekretaris, 'button[value="kirim"]')]);
  expect(new URL(halaman.url()).pathname).toMatch(/\/mandiri\/(?!KBL3)/);
  expect(await halaman.content()).toContain('Terkirim. Berikutnya: ');
  await halaman.setJavaScriptEnabled(true);
});

it('the form that was refused is in order too, and the officer decides with a photo from the device', async () => {
  await sekretaris.kunjungi(`${skor}/mandiri/EFK2`, 360);
  await sekretaris.halaman.click('input[name="nilai"][value="3"]');
  await kirim(sekretaris, 'button[value="kirim"]');
  await sekretaris.halaman.waitForSelector('.ringkasan-galat');
  expect(await sekretaris.periksa('mandiri-galat')).toEqual([]);

  const { halaman } = petugas;
  await petugas.kunjungi(`${skor}/tingkat/KBL3`, 360);
  await halaman.click('#isian-dasar');
  await (await halaman.waitForSelector('input#isian-berkas1'))?.uploadFile(join(folder, 'kunjungan.jpg'));
  await halaman.waitForSelector('.daftar-berkas li');
  await halaman.type('#isian-ket_berkas1', 'Foto kunjungan');
  await halaman.click('input[name="nilai"][value="2"]');
  await halaman.type('#isian-alasan', 'Satu perjanjian tertulis ada.');
  await kirim(petugas, 'form.formulir .baris-tombol button');
  await halaman.waitForFunction(`location.pathname === '${skor}'`);
  await halaman.waitForSelector('.jejak');
  await petugas.baca('document.querySelectorAll("details").forEach((d) => { d.open = true; })');
  expect(await teks(petugas)).toMatch(/Satu perjanjian tertulis ada\.[\s\S]*Foto kunjungan: kunjungan\.jpg/);
  expect(await petugas.periksa('jejak')).toEqual([]);
});

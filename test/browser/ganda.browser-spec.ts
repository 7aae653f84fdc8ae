import { type Browser } from 'puppeteer';
import { CariPasanganService } from '../../src/modules/ganda/cari-pasangan.service.js';
import { PenggabunganService } from '../../src/modules/ganda/penggabungan.service.js';
import { kotaKecil } from '../factories/kota.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

let uji: AplikasiUji;
let peramban: Browser;
let petugas: Awaited<ReturnType<AplikasiUji['masukSebagai']>>;
let pasangan: [number, number];
let gabungan: number;
let digabung: number;

beforeAll(async () => {
  uji = await aplikasiUji();
  await kotaKecil(uji.app, uji.db);
  const buat = async (nama: string): Promise<number> => (await buatOrmas(uji.db, { nama })).id;
  const nama = 'Perhimpunan Pemerhati Lingkungan dan Ketertiban Rekaan Kota Bogor';
  pasangan = [await buat(nama), await buat(nama.toUpperCase())];
  const [tujuan, asal] = [await buat('Yayasan Sudah Digabung Rekaan'), await buat('Yayasan Sudah Digabung Rekaam')];
  digabung = asal;
  petugas = await uji.masukSebagai('petugas');
  await uji.app.get(CariPasanganService, { strict: false }).kerjakan();
  const pelaku = {
    id: petugas.aktor?.id ?? null,
    nama: 'Petugas',
    peran: 'petugas',
    opdId: null,
    ormasId: null,
  } as const;
  gabungan = await uji.app.get(PenggabunganService, { strict: false }).gabungkan(pelaku, {
    ...{ asalId: asal, tujuanId: tujuan, versiAsal: 1, versiTujuan: 1, ambil: ['nama'], alasan: 'Satu akta (rekaan).' },
  });
  peramban = await bukaPeramban();
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

it('the pages about duplicates are in order at every width', async () => {
  const [a, b] = pasangan;
  const jendela = await Jendela.buka(peramban, uji.alamat);
  await jendela.masuk(petugas);
  for (const jalur of [
    '/ganda',
    '/ganda?status=bukan-kembaran',
    `/ganda/banding/${a}/${b}`,
    `/ganda/gabung/${a}/${b}`,
    '/ganda/gabungan',
    `/ganda/gabungan/${gabungan}`,
    `/ormas/${digabung}`,
    `/ormas/${digabung}?catatan=asli`,
  ]) {
    expect([jalur, await jendela.kunjungi(jalur, 360)]).toEqual([jalur, 200]);
    await jendela.baca("document.querySelectorAll('details.lipat').forEach((d) => (d.open = true))");
    expect([jalur, await jendela.periksa(`ganda${jalur.replace(/\W+/g, '-')}`)]).toEqual([jalur, []]);
  }
  expect(jendela.keluhan).toEqual([]);
  await jendela.tutup();
});

it('the choices lead to the page on which they are checked, and from there to the merging', async () => {
  const [a, b] = pasangan;
  const jendela = await Jendela.buka(peramban, uji.alamat);
  await jendela.masuk(petugas);
  await jendela.kunjungi(`/ganda/gabung/${a}/${b}`, 360);
  await jendela.baca("document.getElementById('isian-alasan').value = 'Satu akta (rekaan).'");
  await Promise.all([
    jendela.halaman.waitForNavigation(),
    jendela.baca("document.querySelector('form.formulir .btn-primary').click()"),
  ]);
  expect(await jendela.baca('document.querySelector("h1").textContent')).toContain('Periksa penggabungan');
  expect(await jendela.periksa('ganda-periksa')).toEqual([]);
  await Promise.all([
    jendela.halaman.waitForNavigation(),
    jendela.baca("document.querySelector('main form .btn-primary').click()"),
  ]);
  expect(await jendela.baca('location.pathname')).toMatch(/^\/ganda\/gabungan\/\d+$/);
  expect(jendela.keluhan).toEqual([]);
  await jendela.tutup();
});

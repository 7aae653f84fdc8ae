import { type Browser } from 'puppeteer';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

let uji: AplikasiUji;
let peramban: Browser;
let pertama = 0;

beforeAll(async () => {
  uji = await aplikasiUji();
  const sifat = ['Peduli', 'Mandiri', 'Lestari', 'Guyub'];
  for (let n = 0; n < 60; n++) {
    const nama = `Yayasan Rekaan ${sifat[n % 4] ?? ''} Contoh ${n + 1}`;
    const o = await buatOrmas(uji.db, { nama });
    pertama ||= o.id;
  }
  await uji.db.query(
    `UPDATE ormas SET alamat = CONCAT('Jl. Contoh Melati No. ', id), rt = '1', rw = '2',
       nomor_skko = CONCAT('220/', id, '-SKKO/REKAAN'), skko_berlaku_sampai = '2099-12-31',
       status = ELT(1 + id % 10, 'dicabut', 'bubar', 'dibekukan', 'terdaftar', 'terdaftar', 'terdaftar', 'terdaftar', 'terdaftar', 'terdaftar', 'terdaftar')`,
  );
  peramban = await bukaPeramban();
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

it('the directory is in order at every width, without a cookie', async () => {
  const jendela = await Jendela.buka(peramban, uji.alamat);
  const temuan: unknown[] = [];
  for (const [nama, jalur, status] of [
    ['daftar', '/direktori', 200],
    ['ada', '/direktori?cari=yayasan+rekaan+peduli+contoh+1', 200],
    ['tidak-ada', '/direktori?cari=yayasan+rekan+pedulli+contah', 200],
    ['keliru', '/direktori?bidang=tidak-ada', 422],
    ['kosong', '/direktori?halaman=90', 404],
    ['satu', `/direktori/${pertama}`, 200],
    ['data', '/direktori/data', 200],
    ['tidak-ditemukan', '/direktori/99999', 404],
  ] as const) {
    expect([jalur, await jendela.kunjungi(jalur)]).toEqual([jalur, status]);
    for (const t of await jendela.periksa(`direktori-${nama}`)) temuan.push({ jalur, ...t });
  }
  // A page of a failure is complained about as such; nothing else may be.
  expect(jendela.keluhan.filter((k) => !/status of (404|422)/.test(k))).toEqual([]);
  expect(temuan).toEqual([]);
  expect(await jendela.baca<string>('document.cookie')).toBe('');
  await jendela.tutup();
}, 120_000);

it('answers without JavaScript, on a phone, by one form', async () => {
  const jendela = await Jendela.buka(peramban, uji.alamat);
  await jendela.halaman.setJavaScriptEnabled(false);
  await jendela.kunjungi('/direktori', 360);
  await jendela.halaman.type('[name=cari]', 'rekaan guyub contoh 4');
  await Promise.all([jendela.halaman.waitForNavigation(), jendela.halaman.click('form.saringan button')]);
  expect(new URL(jendela.halaman.url()).searchParams.get('cari')).toBe('rekaan guyub contoh 4');
  expect(await jendela.baca<string>('document.querySelector("[role=status]").textContent')).toContain('cocok');
  await jendela.tutup();
});

it('the first visit weighs at most 120 kB, all in', async () => {
  const jendela = await Jendela.buka(peramban, uji.alamat);
  const klien = await jendela.halaman.createCDPSession();
  await klien.send('Network.enable');
  let bita = 0;
  klien.on('Network.loadingFinished', (e) => (bita += e.encodedDataLength));
  await jendela.kunjungi('/direktori', 360);
  expect(bita).toBeGreaterThan(10_000);
  expect(bita).toBeLessThanOrEqual(120_000);
  await jendela.tutup();
});

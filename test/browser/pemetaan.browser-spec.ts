import { type Browser } from 'puppeteer';
import { tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { kotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

let uji: AplikasiUji;
let peramban: Browser;

beforeAll(async () => {
  uji = await aplikasiUji();
  await kotaKecil(uji.app, uji.db);
  peramban = await bukaPeramban();
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

it('the pages of the mapping are in order at every width, and a change is planned and cancelled in them', async () => {
  const besok = tambahHari(tanggalWib(new Date()), 1);
  const [b] = await uji.db.query<{ id: number }[]>("SELECT id FROM bidang WHERE kode = 'pendidikan'");
  const [o] = await uji.db.query<{ id: number }[]>("SELECT id FROM opd WHERE kode = 'dlh'");
  const jendela = await Jendela.buka(peramban, uji.alamat);
  await jendela.masuk(await uji.masukSebagai('kabid'));
  const periksa = async (jalur: string, status = 200): Promise<void> => {
    expect([jalur, await jendela.kunjungi(jalur, 360)]).toEqual([jalur, status]);
    await jendela.baca("document.querySelectorAll('details.lipat').forEach((d) => (d.open = true))");
    expect([jalur, await jendela.periksa(`pemetaan${jalur.replace(/\W+/g, '-')}`)]).toEqual([jalur, []]);
  };
  const ubah = `/klaster/pemetaan/${b?.id}/ubah`;
  for (const jalur of ['/klaster/pemetaan', '/klaster/pemetaan/opd', '/klaster/pemetaan/bidang']) await periksa(jalur);
  for (const jalur of [`/klaster/pemetaan/opd/${o?.id}`, `/klaster/pemetaan/bidang/${b?.id}`, ubah])
    await periksa(jalur);
  await jendela.halaman.select('#isian-opd', 'dlh');
  await jendela.baca(`document.querySelector('#isian-mulai').value = '${besok}'`);
  await Promise.all([jendela.halaman.waitForNavigation(), jendela.halaman.click('form[method=get].formulir button')]);
  await periksa(`${ubah}?opd=dlh&mulai=${besok}`);
  await jendela.halaman.type('#isian-alasan', 'Keputusan rekaan.');
  await Promise.all([
    jendela.halaman.waitForNavigation(),
    jendela.halaman.click(`form[action="${ubah}"][method=post] button`),
  ]);
  await periksa(new URL(jendela.halaman.url()).pathname);
  await jendela.halaman.type('#isian-alasan', 'Ditunda (rekaan).');
  await Promise.all([jendela.halaman.waitForNavigation(), jendela.halaman.click('form[action$="/batalkan"] button')]);
  expect(await jendela.baca("document.querySelector('main').innerText.includes('Dibatalkan')")).toBe(true);
  for (const jalur of [
    '/klaster',
    '/klaster/bakesbangpol',
    '/klaster/bakesbangpol?tampil=tidak-aktif',
    '/klaster/bakesbangpol/cetak',
  ])
    await periksa(jalur);
  jendela.keluhan.length = 0;
  await periksa(`${ubah}?opd=bakesbangpol&mulai=`, 422);
  expect(jendela.keluhan.filter((k) => !k.includes('422'))).toEqual([]);
});

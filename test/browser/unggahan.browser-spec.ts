import { type Browser } from 'puppeteer';
import { kotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

let uji: AplikasiUji;
let peramban: Browser;

beforeAll(async () => {
  uji = await aplikasiUji();
  peramban = await bukaPeramban();
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

it('a file that is too large is told before anything is sent, and what was typed stays', async () => {
  const kota = await kotaKecil(uji.app, uji.db);
  const jendela = await Jendela.buka(peramban, uji.alamat);
  await jendela.masuk(await uji.masukSebagai('sekretaris', { ormasId: kota.ormasId }));
  await jendela.kunjungi(`/ormas/${kota.ormasId}/perubahan/baru?perihal=npwp`, 360);
  await jendela.halaman.type('[name=alasan]', 'Kartu rekaan yang baru');
  const dikirim: string[] = [];
  jendela.halaman.on('request', (r) => r.method() === 'POST' && dikirim.push(r.url()));
  await jendela.baca(`(() => {
    const m = document.querySelector('#isian-bukti');
    const wadah = new DataTransfer();
    wadah.items.add(new File([new Uint8Array(11e6)], 'raksasa.pdf', { type: 'application/pdf' }));
    m.files = wadah.files;
    m.dispatchEvent(new Event('change', { bubbles: true }));
    m.form.requestSubmit();
  })()`);
  await jendela.halaman.waitForFunction(
    "document.querySelector('.progres [role=status]')?.textContent.includes('raksasa.pdf')",
  );
  expect(await jendela.baca('document.querySelector(".daftar-berkas .pesan-galat")?.textContent')).toBe(
    'Terlalu besar; paling besar 10 MB.',
  );
  expect(await jendela.baca('document.querySelector("[name=alasan]").value')).toBe('Kartu rekaan yang baru');
  expect(await jendela.baca('document.activeElement.id')).toBe('isian-bukti');
  expect(dikirim).toEqual([]);
  expect(jendela.keluhan).toEqual([]);
});

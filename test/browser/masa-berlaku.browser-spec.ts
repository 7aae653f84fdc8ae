import { type Browser } from 'puppeteer';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { NotifikasiService } from '../../src/modules/notifikasi/notifikasi.service.js';
import { kotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

let uji: AplikasiUji;
let peramban: Browser;

beforeAll(async () => {
  uji = await aplikasiUji();
  const kota = await kotaKecil(uji.app, uji.db);
  await uji.app.get(Transaksi, { strict: false }).jalankan((em) =>
    uji.app.get(NotifikasiService, { strict: false }).titip(em, {
      ...{
        jenis: 'masa-berlaku',
        judul: 'Surat domisili berakhir dalam 28 hari',
        isi: 'Satu.\nDua.',
        tautan: '/radar',
      },
      ...{ kunci: 'peramban-1', ormasId: kota.ormasId },
    }),
  );
  peramban = await bukaPeramban();
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

it('the pages of notices, of what ends and of who is silent are in order at every width', async () => {
  const petugas = await uji.masukSebagai('petugas');
  await uji.app.get(Transaksi, { strict: false }).jalankan((em) =>
    uji.app.get(NotifikasiService, { strict: false }).titip(em, {
      ...{
        jenis: 'masa-berlaku',
        judul: '4 masa berlaku ormas di kota perlu diperhatikan',
        isi: 'Satu.',
        tautan: '/radar',
      },
      ...{ kunci: 'peramban-2', peran: 'petugas' },
    }),
  );
  const jendela = await Jendela.buka(peramban, uji.alamat);
  await jendela.masuk(petugas);
  for (const jalur of [
    '/notifikasi',
    '/notifikasi/ormas',
    '/notifikasi/pilihan',
    '/radar',
    '/radar/cetak',
    '/keaktifan?diam=0',
    '/keaktifan/kunjungan?diam=0',
    '/klaster/pemetaan/saran',
  ]) {
    expect([jalur, await jendela.kunjungi(jalur, 360)]).toEqual([jalur, 200]);
    await jendela.baca("document.querySelectorAll('details.salin').forEach((d) => (d.open = true))");
    expect([jalur, await jendela.periksa(`p6${jalur.replace(/\W+/g, '-')}`)]).toEqual([jalur, []]);
  }
  expect(jendela.keluhan).toEqual([]);
  await jendela.tutup();
});

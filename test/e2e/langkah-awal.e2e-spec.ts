import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { buatOrmas } from '../factories/ormas.js';
import { isiSetelan } from '../support/setelan.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';

let uji: AplikasiUji;

beforeAll(async () => {
  uji = await aplikasiUji();
});
afterAll(() => uji.tutup());

it('the first admin of an empty portal reads what to do first; each step is ticked off when it is done', async () => {
  const admin = await uji.masukSebagai('admin');
  const belum = async (): Promise<string[]> =>
    [...(await admin.buka('/')).text.matchAll(/<b>Langkah (\d dari 4: [^<]+)<\/b><p>(?!Sudah\.)/g)].map(
      (m) => m[1] ?? '',
    );
  const [satu, dua, tiga, empat] = [
    '1 dari 4: buat akun petugas',
    '2 dari 4: isi setelan kantor',
    '3 dari 4: impor register ormas',
    '4 dari 4: pastikan periode dan instrumen',
  ];
  expect(await belum()).toEqual([satu, dua, tiga, empat]);
  const { text } = await admin.buka('/');
  for (const alamat of ['/pengguna#akun-baru', '/setelan', '/impor', '/penilaian']) {
    expect(text).toContain(`class="btn btn-biasa" href="${alamat}"`);
    expect((await admin.buka(alamat)).status).toBe(200);
  }

  await uji.app
    .get(AkunService, { strict: false })
    .buat(AKTOR_SISTEM, { surel: 'petugas@contoh.invalid', nama: 'Petugas Rekaan', peran: 'petugas' });
  expect(await belum()).toEqual([dua, tiga, empat]);
  await isiSetelan(uji.app);
  expect(await belum()).toEqual([tiga, empat]);
  await buatOrmas(uji.db);
  expect(await belum()).toEqual([empat]);
  expect((await admin.buka('/')).text).toContain(satu);
  await uji.app
    .get(Transaksi, { strict: false })
    .jalankan((em) => uji.app.get(PeriodeService, { strict: false }).pastikanPeriode(em, 2026));
  expect((await admin.buka('/')).text).not.toContain('Langkah');
});

import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { Transaksi } from '../../src/infra/database/transaksi.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { PeriodeService } from '../../src/modules/penilaian/periode.service.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';

let uji: AplikasiUji;

beforeAll(async () => {
  uji = await aplikasiUji();
});
afterAll(() => uji.tutup());

it('the first admin of an empty portal reads what to do first; each step goes when it is done', async () => {
  const admin = await uji.masukSebagai('admin');
  const langkah = async (): Promise<string[]> =>
    [...(await admin.buka('/')).text.matchAll(/<b>(Langkah \d dari 3: [^<]+)<\/b>/g)].map(([, teks]) => teks ?? '');
  const [satu, dua, tiga] = [
    'Langkah 1 dari 3: buat akun petugas',
    'Langkah 2 dari 3: baca register ormas',
    'Langkah 3 dari 3: pastikan periode dan instrumen',
  ];
  expect(await langkah()).toEqual([satu, dua, tiga]);
  expect((await admin.buka('/')).text).toContain('npm run -s portal -- impor');

  await uji.app
    .get(AkunService, { strict: false })
    .buat(AKTOR_SISTEM, { surel: 'petugas@contoh.invalid', nama: 'Petugas Rekaan', peran: 'petugas' });
  expect(await langkah()).toEqual([dua, tiga]);
  await buatOrmas(uji.db);
  expect(await langkah()).toEqual([tiga]);
  await uji.app
    .get(Transaksi, { strict: false })
    .jalankan((em) => uji.app.get(PeriodeService, { strict: false }).pastikanPeriode(em, 2026));
  expect(await langkah()).toEqual([]);
});

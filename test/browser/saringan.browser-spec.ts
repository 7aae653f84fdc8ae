import { type Browser } from 'puppeteer';
import { type Peran } from '../../src/common/aktor.js';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

const PONSEL = { width: 360, height: 740 };
/** How far down the first result may begin: it must be seen, or the eye be led to it by one small stroke. */
const LAYAR = 1.2;

let uji: AplikasiUji;
let kota: KotaKecil;
let peramban: Browser;

beforeAll(async () => {
  uji = await aplikasiUji();
  kota = await kotaKecil(uji.app, uji.db);
  for (let n = 1; n <= 3; n++) await buatOrmas(uji.db, { nama: `Yayasan Rekaan Saringan ${n}` });
  peramban = await bukaPeramban();
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

async function sebagai(peran: Peran | 'tamu'): Promise<Jendela> {
  const jendela = await Jendela.buka(peramban, uji.alamat);
  if (peran !== 'tamu') await jendela.masuk(await uji.masukSebagai(peran, { opdId: kota.opd.id }));
  return jendela;
}

const AWAL_HASIL = `(() => {
  const hasil = document.querySelector('main tbody tr, main .kosong');
  return hasil === null ? null : hasil.getBoundingClientRect().top / window.innerHeight;
})()`;

const TERBUKA = 'document.querySelector(".saringan-lanjut select").checkVisibility({ contentVisibilityAuto: true })';

describe('the filters of a list', () => {
  it.each([
    ['tamu', ['/direktori', '/direktori?bidang=pendidikan']],
    [
      'petugas',
      [
        ...['/ormas', '/ormas?status=ada&keaktifan=tidak-aktif', '/kegiatan', '/kunjungan', '/pembinaan'],
        ...['/rekomendasi', '/klaster/pemetaan', '/ganda', '/keaktifan', '/radar', '/surat', '/pendaftaran'],
      ],
    ],
    ['kabid', ['/audit']],
    ['admin', ['/pengguna']],
  ] as const)(
    '%s, on a phone: the first result is within about one screen, and nothing is wrong with the page',
    async (peran, jalur) => {
      const jendela = await sebagai(peran);
      const temuan: unknown[] = [];
      for (const satu of jalur) {
        await jendela.kunjungi(satu, PONSEL.width);
        await jendela.halaman.setViewport(PONSEL);
        const awal = await jendela.baca<number | null>(AWAL_HASIL);
        if (awal === null || awal > LAYAR) temuan.push({ satu, awal });
        temuan.push(...(await jendela.periksa(`saringan-${peran}`)).map((t) => ({ satu, ...t })));
      }
      expect(temuan).toEqual([]);
      expect(jendela.keluhan).toEqual([]);
      await jendela.tutup();
    },
    120_000,
  );

  it('are opened, chosen and applied by keyboard alone, on a phone and without JavaScript', async () => {
    const jendela = await sebagai('petugas');
    await jendela.kunjungi('/ormas', PONSEL.width);
    await jendela.halaman.setJavaScriptEnabled(false);
    await jendela.kunjungi('/ormas', PONSEL.width);
    expect(await jendela.baca<boolean>(TERBUKA)).toBe(false);
    const papan = jendela.halaman.keyboard;
    await jendela.halaman.focus('.saringan [type=search]');
    await papan.press('Tab');
    expect(await jendela.baca<string>('document.activeElement.textContent')).toBe('Cari');
    await papan.press('Tab');
    await papan.press('Enter');
    await papan.press('Tab');
    expect(await jendela.baca<string>('document.activeElement.name')).toBe('bidang');
    await papan.press('End');
    while ((await jendela.baca<string>('document.activeElement.tagName')) === 'SELECT') await papan.press('Tab');
    await Promise.all([jendela.halaman.waitForNavigation(), papan.press('Enter')]);
    expect(new URL(jendela.halaman.url()).search).toBe('?bidang=belum');
    await jendela.tutup();
  });

  it('say how many are in force, and leave the list in sight', async () => {
    const jendela = await sebagai('petugas');
    await jendela.kunjungi('/ormas?cari=rekaan&status=ada&keaktifan=tidak-aktif', PONSEL.width);
    expect(await jendela.baca<string>('document.querySelector(".saringan-lanjut summary").textContent')).toBe(
      'Saringan lain (2 dipakai)',
    );
    await jendela.kunjungi('/kunjungan', PONSEL.width);
    expect(await jendela.baca<string>('document.querySelector(".saringan-lanjut summary").textContent')).toBe(
      'Saringan',
    );
    await jendela.tutup();
  });

  it('are unfolded where one of them has a fault', async () => {
    const jendela = await sebagai('kabid');
    await jendela.kunjungi('/audit?dari=32-13-2026', PONSEL.width);
    expect(await jendela.baca<boolean>('document.querySelector(".saringan-lanjut").open')).toBe(true);
    await jendela.tutup();
  });

  it('all lie open at a desk, where the keyboard reaches them, and none of them is printed', async () => {
    const jendela = await sebagai('petugas');
    await jendela.kunjungi('/ormas', 1280);
    expect(await jendela.baca<boolean>(TERBUKA)).toBe(true);
    expect(await jendela.baca<boolean>('document.querySelector(".saringan-lanjut summary").checkVisibility()')).toBe(
      false,
    );
    await jendela.halaman.focus('.saringan .cari button');
    await jendela.halaman.keyboard.press('Tab');
    expect(await jendela.baca<string>('document.activeElement.name')).toBe('bidang');
    await jendela.halaman.emulateMediaType('print');
    expect(await jendela.baca<boolean>('document.querySelector(".saringan").checkVisibility()')).toBe(false);
    expect(await jendela.baca<boolean>(TERBUKA)).toBe(false);
    await jendela.tutup();
  });
});

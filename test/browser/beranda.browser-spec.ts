import { type Browser } from 'puppeteer';
import { PERAN, type Peran } from '../../src/common/aktor.js';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

let uji: AplikasiUji;
let kota: KotaKecil;
let peramban: Browser;

beforeAll(async () => {
  uji = await aplikasiUji();
  kota = await kotaKecil(uji.app, uji.db);
  peramban = await bukaPeramban();
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

/** What each role sees first, and the pages behind it. */
const HALAMAN: Readonly<Record<Peran, readonly string[]>> = {
  admin: ['/', '/sistem'],
  petugas: ['/', '/radar', '/radar?masa=90', '/tugas/dokumen', '/tugas/dikembalikan', '/tugas/tingkat'],
  kabid: ['/'],
  kaban: ['/'],
  opd: ['/', '/tugas/bulan-ini'],
  sekretaris: ['/'],
  pimpinan: ['/', '/tugas/dokumen'],
};

const nama = (peran: string, jalur: string): string =>
  `beranda-${peran}${jalur === '/' ? '' : jalur.replace(/\W+/g, '-')}`;

describe('the home page of every role, in a real browser', () => {
  it.each(PERAN)('%s: no fault that axe knows, no sideways scrolling, no complaint of the policy', async (peran) => {
    const jendela = await Jendela.buka(peramban, uji.alamat);
    await jendela.masuk(await uji.masukSebagai(peran, { opdId: kota.opd.id, ormasId: kota.ormasId }));
    for (const jalur of HALAMAN[peran]) {
      expect([jalur, await jendela.kunjungi(jalur)]).toEqual([jalur, 200]);
      expect([jalur, await jendela.periksa(nama(peran, jalur))]).toEqual([jalur, []]);
    }
    expect(jendela.keluhan).toEqual([]);
    await jendela.tutup();
  });

  it('help is in order for the public too', async () => {
    const jendela = await Jendela.buka(peramban, uji.alamat);
    expect(await jendela.kunjungi('/bantuan')).toBe(200);
    expect(await jendela.periksa('bantuan-publik')).toEqual([]);
    expect(jendela.keluhan).toEqual([]);
    await jendela.tutup();
  });

  it('a document of the task list opens at its own line, which stands out', async () => {
    const jendela = await Jendela.buka(peramban, uji.alamat);
    await jendela.masuk(await uji.masukSebagai('petugas'));
    await jendela.kunjungi('/tugas/dokumen', 360);
    await Promise.all([jendela.halaman.waitForNavigation(), jendela.halaman.click('td a[href*="#dokumen-"]')]);
    const garis = `(() => {
      const t = document.querySelector('tr:target');
      const { top } = t.getBoundingClientRect();
      return [getComputedStyle(t).outlineStyle, top >= 0 && top < innerHeight, t.textContent.includes('NPWP')];
    })()`;
    expect(await jendela.baca(garis)).toEqual(['solid', true, true]);
    expect(await jendela.periksa('ormas-dokumen-dituju')).toEqual([]);
    await jendela.tutup();
  });

  it('a secretary confirms the profile from home without JavaScript, and is not asked again', async () => {
    const jendela = await Jendela.buka(peramban, uji.alamat);
    await jendela.masuk(await uji.masukSebagai('sekretaris', { ormasId: kota.ormas[4] ?? 0 }));
    await jendela.halaman.setJavaScriptEnabled(false);
    await jendela.kunjungi('/', 360);
    await Promise.all([jendela.halaman.waitForNavigation(), jendela.halaman.click('main a[href$="/konfirmasi"]')]);
    await Promise.all([
      jendela.halaman.waitForNavigation(),
      jendela.halaman.click('form[action$="/konfirmasi"] button'),
    ]);
    await jendela.kunjungi('/', 360);
    expect(await jendela.baca('document.querySelector(\'main a[href$="/konfirmasi"]\')')).toBeNull();
    await jendela.tutup();
  });
});

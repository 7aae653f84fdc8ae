import { type Browser } from 'puppeteer';
import { PeriksaPendaftaranService } from '../../src/modules/pendaftaran/periksa-pendaftaran.service.js';
import { BacaPendaftaranService } from '../../src/modules/pendaftaran/baca-pendaftaran.service.js';
import { PendaftaranService } from '../../src/modules/pendaftaran/pendaftaran.service.js';
import { isiPendaftaran } from '../factories/pendaftaran.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

let uji: AplikasiUji;
let peramban: Browser;
let petugas: Awaited<ReturnType<AplikasiUji['masukSebagai']>>;
let pemohon: typeof petugas;
let id = 0;

beforeAll(async () => {
  uji = await aplikasiUji();
  petugas = await uji.masukSebagai('petugas');
  pemohon = await uji.masukSebagai('sekretaris', { pemohon: true });
  if (!pemohon.aktor || !petugas.aktor) throw new Error('Not signed in');
  const layanan = uji.app.get(PendaftaranService, { strict: false });
  id = await layanan.mulai(pemohon.aktor);
  await layanan.ajukan(pemohon.aktor, id, await isiPendaftaran(uji.app, pemohon.aktor, id));
  await uji.app.get(PeriksaPendaftaranService, { strict: false }).ambil(petugas.aktor, id);
  peramban = await bukaPeramban();
});
afterAll(async () => {
  await peramban?.close();
  await uji?.tutup();
});

describe('the examination of an application in a real browser', () => {
  it('is readable at a desk, and one press decides with everything that was found, without JavaScript', async () => {
    const jendela = await Jendela.buka(peramban, uji.alamat);
    await jendela.masuk(petugas);
    expect(await jendela.kunjungi(`/pendaftaran/${id}`)).toBe(200);
    expect(await jendela.periksa('pendaftaran-periksa')).toEqual([]);
    await jendela.halaman.setViewport({ width: 1280, height: 900 });
    const rupa = await jendela.baca<{ lebar: number; baris: number; tinggi: number }>(
      `({ lebar: document.querySelector('.periksa-dokumen').getBoundingClientRect().width,
          baris: new Set([...document.querySelectorAll('[name=putusan-akta]')].map((e) => e.getBoundingClientRect().top)).size,
          tinggi: document.querySelector('#dokumen').offsetHeight / document.querySelectorAll('.periksa-dokumen').length })`,
    );
    expect([rupa.lebar > 600, rupa.baris]).toEqual([true, 1]);
    expect(rupa.tinggi).toBeLessThan(200);

    const { halaman } = jendela;
    await halaman.setJavaScriptEnabled(false);
    await jendela.kunjungi(`/pendaftaran/${id}`);
    await halaman.click('[name="putusan-domisili"][value="tidak-sesuai"]');
    await halaman.type('[name="catatan-dokumen-domisili"]', 'Alamat berbeda.');
    await halaman.click('[name="keputusan"][value="kembalikan"]');
    await Promise.all([halaman.waitForNavigation(), halaman.click('button[formaction$="/keputusan"]')]);
    const p = petugas.aktor && (await uji.app.get(BacaPendaftaranService, { strict: false }).rinci(petugas.aktor, id));
    expect([p?.status, p?.dokumen.find((d) => d.kode === 'domisili')?.catatan]).toEqual([
      'perlu-perbaikan',
      'Alamat berbeda.',
    ]);
    expect(jendela.keluhan).toEqual([]);
    await jendela.tutup();
  });

  it('leads the applicant from each remark to its place', async () => {
    const jendela = await Jendela.buka(peramban, uji.alamat);
    await jendela.masuk(pemohon);
    await jendela.kunjungi(`/pendaftaran/${id}`);
    expect(await jendela.periksa('pendaftaran-dikembalikan')).toEqual([]);
    const { halaman } = jendela;
    await Promise.all([halaman.waitForNavigation(), halaman.click('#diminta a')]);
    expect(new URL(halaman.url()).pathname).toBe(`/pendaftaran/${id}/dokumen/domisili`);
    expect(await jendela.baca(`Boolean(document.querySelector(location.hash))`)).toBe(true);
    await jendela.kunjungi(`/pendaftaran/${id}/periksa`);
    expect(await jendela.periksa('pendaftaran-tanya')).toEqual([]);
    expect(await jendela.baca(`Boolean(document.querySelector('[name=tetapKirim]'))`)).toBe(true);
    expect(jendela.keluhan).toEqual([]);
    await jendela.tutup();
  });
});

import { type Browser } from 'puppeteer';
import { PotonganService } from '../../src/modules/penilaian/potongan.service.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { isiTahun, kerjakanSemua, potonganHitung } from '../support/penilaian.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

const TAHUN = 2025;
const LENCANA = "document.querySelector('.kepala-halaman .lencana').textContent.trim()";

let uji: AplikasiUji;
let peramban: Browser;
let jendela: Jendela;

beforeAll(async () => {
  uji = await aplikasiUji();
  peramban = await bukaPeramban();
  await isiTahun(uji.app, uji.url, { jumlah: 210, tahun: TAHUN, benih: 5 });
  jendela = await Jendela.buka(peramban, uji.alamat);
  await jendela.masuk(await uji.masukSebagai('petugas'));
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

it('an officer presses "Hitung IKO", watches it move without reloading, and is shown the end', async () => {
  const { halaman } = jendela;
  await jendela.kunjungi(`/penilaian/${TAHUN}`);
  await Promise.all([halaman.waitForNavigation(), halaman.click(`form[action="/penilaian/${TAHUN}/hitung"] button`)]);
  const id = Number(/\/penilaian\/hitung\/(\d+)$/.exec(halaman.url())?.[1]);
  expect(await jendela.baca('document.querySelector("[data-kalimat]").textContent')).toContain('menunggu giliran');
  expect(await jendela.baca(LENCANA)).toBe('Menunggu giliran');
  expect(await jendela.periksa('penilaian-hitung')).toEqual([]);

  const [pertama] = await potonganHitung(uji.db, id);
  await jendela.baca('window.tetap = true');
  await uji.app.get(PotonganService, { strict: false }).kerjakanPotongan(pertama?.id ?? 0);
  await halaman.waitForFunction(
    `document.querySelector('[data-kalimat]').textContent.startsWith('Menilai ${pertama?.jumlah} dari ')`,
  );
  expect(await jendela.baca('document.querySelector(".progres progress").value')).toBe(pertama?.jumlah);
  await halaman.waitForFunction(`${LENCANA} === 'Sedang menilai'`);

  await kerjakanSemua(uji.app, uji.db, id);
  await halaman.waitForSelector(`a[href="/penilaian/${TAHUN}"].btn`);
  expect(await jendela.baca(LENCANA)).toBe('Selesai');
  expect(await jendela.baca('document.querySelector("[data-hitungan]").textContent')).toBe('210 dari 210');
  expect(await jendela.baca('document.querySelector("[data-saat-berjalan]")')).toBeNull();
  expect(await jendela.baca('document.querySelector("[data-ikut=akhir]").textContent')).toContain('Selesai pada');
  expect(await jendela.baca('window.tetap')).toBe(true);
  expect(await jendela.periksa('penilaian-hitung-selesai')).toEqual([]);

  await halaman.reload();
  expect(await jendela.baca(LENCANA)).toBe('Selesai');
  expect(await jendela.baca('document.querySelector("[data-sse]")')).toBeNull();
  expect(jendela.keluhan).toEqual([]);
});

it('without JavaScript the page of a run comes again by itself and tells the same', async () => {
  const { halaman } = jendela;
  await jendela.kunjungi(`/penilaian/${TAHUN}`);
  await Promise.all([halaman.waitForNavigation(), halaman.click(`form[action="/penilaian/${TAHUN}/hitung"] button`)]);
  const id = Number(/\/penilaian\/hitung\/(\d+)$/.exec(halaman.url())?.[1]);
  await halaman.setJavaScriptEnabled(false);
  await halaman.reload();
  expect(await jendela.baca(LENCANA)).toBe('Menunggu giliran');
  const muat = halaman.waitForNavigation();
  await kerjakanSemua(uji.app, uji.db, id);
  await muat;
  await halaman.waitForSelector(`a[href="/penilaian/${TAHUN}"].btn`);
  expect(await jendela.baca(LENCANA)).toBe('Selesai');
  await halaman.setJavaScriptEnabled(true);
});

it('ends the stream on the server when its reader leaves', async () => {
  await jendela.kunjungi(`/penilaian/${TAHUN}`);
  const { halaman } = jendela;
  await Promise.all([halaman.waitForNavigation(), halaman.click(`form[action="/penilaian/${TAHUN}/hitung"] button`)]);
  const server = uji.app.getHttpServer() as { getConnections(fn: (g: Error | null, n: number) => void): void };
  const sambungan = (): Promise<number> => new Promise((s, g) => server.getConnections((e, n) => (e ? g(e) : s(n))));
  await halaman.waitForFunction('document.querySelector("[data-sse]") !== null');
  expect(await sambungan()).toBeGreaterThan(0);
  await halaman.browserContext().close();
  // The server hears of it when the browser's sockets close.
  while ((await sambungan()) > 0) await new Promise((lanjut) => setTimeout(lanjut, 20));
});

import { type Browser } from 'puppeteer';
import { kotaKecil, type KotaKecil } from '../factories/kota.js';
import { aplikasiUji, type AplikasiUji } from '../support/aplikasi.js';
import { bukaPeramban, Jendela } from '../support/peramban.js';

const LENCANA = "document.querySelector('.kepala-halaman .lencana').textContent.trim()";

let uji: AplikasiUji;
let kota: KotaKecil;
let peramban: Browser;
let jendela: Jendela;

beforeAll(async () => {
  uji = await aplikasiUji();
  kota = await kotaKecil(uji.app, uji.db);
  peramban = await bukaPeramban();
  jendela = await Jendela.buka(peramban, uji.alamat);
  await jendela.masuk(await uji.masukSebagai('petugas'));
});
afterAll(async () => {
  await peramban.close();
  await uji.tutup();
});

/** What the worker's statements leave in the row. */
const keadaan = (status: string, selesai: number) =>
  uji.db.query('UPDATE laporan SET status = ?, jumlah = 3, selesai = ? WHERE id = ?', [
    status,
    selesai,
    kota.laporanId,
  ]);

it('the badge, the parts and the end of a report follow its progress without reloading', async () => {
  const { halaman } = jendela;
  await uji.db.query(
    `INSERT INTO laporan_bagian (laporan_id, urutan, kunci, judul, status) VALUES (?, 1, 'bab', 'Bab rekaan', 'menunggu')`,
    [kota.laporanId],
  );
  await keadaan('menunggu', 0);
  await jendela.kunjungi(`/laporan/${kota.laporanId}`);
  expect(await jendela.baca(LENCANA)).toBe('Menunggu giliran');
  await jendela.baca('window.tetap = true');

  await keadaan('dibuat', 0);
  await halaman.waitForFunction(`${LENCANA} === 'Sedang disusun'`);
  expect(await jendela.baca('document.querySelector("[data-kalimat]").textContent')).toBe('Menyusun bagian 1 dari 3');

  await uji.db.query("UPDATE laporan_bagian SET status = 'selesai', halaman = 7 WHERE laporan_id = ?", [
    kota.laporanId,
  ]);
  await keadaan('dibuat', 1);
  await halaman.waitForFunction(
    'document.querySelector("[data-ikut=akhir] tbody tr").textContent.replace(/\\s+/g, " ").includes("Selesai")',
  );
  expect(await jendela.baca('document.querySelector(`a[href$="/unduh"]`)')).toBeNull();

  await keadaan('selesai', 3);
  await halaman.waitForSelector(`a[href="/laporan/${kota.laporanId}/unduh"].btn`);
  expect(await jendela.baca(LENCANA)).toBe('Selesai');
  expect(await jendela.baca('window.tetap')).toBe(true);
  expect(jendela.keluhan).toEqual([]);
});

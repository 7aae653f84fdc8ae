import process from 'node:process';
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import puppeteer from 'puppeteer';
import type * as Config from '../../src/infra/config/config.js';
import type * as Gudang from '../../src/infra/storage/gudang.js';
import type * as Huruf from '../../src/infra/pdf/huruf.js';
import type * as Pdf from '../../src/infra/pdf/pdf.service.js';
import type * as Proses from '../../src/infra/pdf/proses.js';
import type * as Transaksi from '../../src/infra/database/transaksi.js';
import type * as Susun from '../../src/modules/laporan/dokumen/susun.js';
import type * as Laporan from '../../src/modules/laporan/laporan.service.js';
import type { DataLaporan } from '../../src/modules/laporan/laporan.types.js';
import type * as Hitung from '../../src/modules/penilaian/hitung.service.js';
import type * as Periode from '../../src/modules/penilaian/periode.service.js';
import type * as Worker from '../../src/worker.module.js';
import { isiKotaLaporan } from '../factories/kota-laporan.ts';
import type { BenchContext, Hasil } from './index.ts';
import { dist, muat } from './lib/app.ts';
import { bulatkan, persentil, setelanApp, siapkanBasisData } from './lib/konteks.ts';

/** The annual report of a city. */
export const nama = ['laporan-210'];

const JUMLAH = 210;
const TAHUN = [2023, 2024, 2025];
const KALI = 3;
const TARGET_DETIK = 15;
const TARGET_MB = 700;
const MB = 1024 * 1024;

/**
 * The annual report over 210 ormas, a page each, with chapters, annexes and index: from the press of "Susun laporan" to
 * a stored file, through the queue, by a worker in this process; the middle of three, of which the first also starts
 * Chromium. Floor: bare Chromium printing the HTML of the same parts one after the other, without front matter, index,
 * joining or storing. Memory is that of all of Chromium's processes, at its highest, beside the same of the floor.
 */
export async function jalankan(ctx: BenchContext, _nama: string[]): Promise<Hasil[]> {
  await siapkanBasisData(ctx);
  Object.assign(process.env, setelanApp(ctx));
  const k = await mysql.createConnection({ uri: ctx.databaseUrl, timezone: 'Z' });
  const { semua, puncak, data, halaman } = await ukur(k);
  await k.end();
  const lantai = await ukurLantai(ctx, data);
  const ours = persentil(semua, 0.5);
  const catatan = `${KALI} kali: ${semua.map((d) => bulatkan(d, 2)).join('; ')} s; ${halaman} halaman; yang pertama menyalakan Chromium`;
  return [
    {
      name: 'laporan-210',
      ours: bulatkan(ours),
      floor: bulatkan(lantai.detik),
      ratio: bulatkan(ours / lantai.detik, 2),
      target: TARGET_DETIK,
      unit: 's',
      met: ours <= TARGET_DETIK,
      catatan,
    },
    {
      name: 'laporan-210-memori',
      ours: bulatkan(puncak / MB, 0),
      floor: bulatkan(lantai.puncak / MB, 0),
      ratio: bulatkan(puncak / lantai.puncak, 2),
      target: TARGET_MB,
      unit: 'MB',
      met: puncak / MB <= TARGET_MB,
      catatan: 'semua proses Chromium, tertinggi; lantai mencetak satu per satu, kami dua sekaligus',
    },
  ];
}

async function ukur(k: Connection): Promise<{ semua: number[]; puncak: number; data: DataLaporan; halaman: number }> {
  const { NestFactory } = await import('@nestjs/core');
  const { AKTOR_SISTEM } = await muat('common/aktor.js');
  const { bacaConfig } = (await import(dist('infra/config/config.js'))) as typeof Config;
  const { WorkerModule } = (await import(dist('worker.module.js'))) as typeof Worker;
  const { LaporanService } = (await import(dist('modules/laporan/laporan.service.js'))) as typeof Laporan;
  const { HitungService } = (await import(dist('modules/penilaian/hitung.service.js'))) as typeof Hitung;
  const { PeriodeService } = (await import(dist('modules/penilaian/periode.service.js'))) as typeof Periode;
  const { PdfService } = (await import(dist('infra/pdf/pdf.service.js'))) as typeof Pdf;
  const gudang = (await import(dist('infra/storage/gudang.js'))) as typeof Gudang;
  const basis = (await import(dist('infra/database/transaksi.js'))) as typeof Transaksi;
  const app = await NestFactory.createApplicationContext(WorkerModule.untuk(bacaConfig()), { logger: false });
  try {
    const [periode, transaksi] = [app.get(PeriodeService, { strict: false }), app.get(basis.Transaksi)];
    for (const tahun of TAHUN) await transaksi.jalankan((em) => periode.pastikanPeriode(em, tahun));
    await isiKotaLaporan(k, { jumlah: JUMLAH, tahun: TAHUN });
    for (const tahun of TAHUN) {
      const { hitungId } = await app.get(HitungService, { strict: false }).mulaiHitung(AKTOR_SISTEM, tahun);
      await selesai(k, 'hitung', hitungId);
    }
    const semua: number[] = [];
    let id = 0;
    while (semua.length < KALI) {
      const mulai = performance.now();
      id = await app.get(LaporanService, { strict: false }).susun(AKTOR_SISTEM, TAHUN.at(-1) ?? 0);
      await selesai(k, 'laporan', id);
      semua.push((performance.now() - mulai) / 1000);
    }
    const [baris] = await k.query<RowDataPacket[]>('SELECT data_sha256, halaman FROM laporan WHERE id = ?', [id]);
    const isi = await app.get(gudang.Gudang, { strict: false }).isi(String(baris[0]?.data_sha256));
    return {
      semua,
      puncak: app.get(PdfService, { strict: false }).metrik.puncakMemori,
      data: JSON.parse(isi.toString('utf8')) as DataLaporan,
      halaman: Number(baris[0]?.halaman),
    };
  } finally {
    await app.close();
  }
}

/** The end is a change of a row, which nothing announces outside: it is looked up every 10 ms. */
async function selesai(k: Connection, tabel: 'hitung' | 'laporan', id: number): Promise<void> {
  for (;;) {
    const [baris] = await k.query<RowDataPacket[]>(`SELECT status, galat FROM ${tabel} WHERE id = ?`, [id]);
    if (baris[0]?.status === 'selesai') return;
    if (baris[0]?.status === 'gagal') throw new Error(`${tabel} ${id} failed: ${String(baris[0].galat)}`);
    await new Promise((lanjut) => setTimeout(lanjut, 10));
  }
}

async function ukurLantai(ctx: BenchContext, data: DataLaporan): Promise<{ detik: number; puncak: number }> {
  const { dokumenBagian, rencanaBagian } = (await import(dist('modules/laporan/dokumen/susun.js'))) as typeof Susun;
  const { hurufDokumen } = (await import(dist('infra/pdf/huruf.js'))) as typeof Huruf;
  const { memoriGrup } = (await import(dist('infra/pdf/proses.js'))) as typeof Proses;
  const huruf = hurufDokumen();
  const css = huruf.css.replace(/http:\/\/aset\.invalid\/([^)]+)/g, (_, path: string) => {
    return `data:font/woff2;base64,${Buffer.from(huruf.aset.get(path) ?? []).toString('base64')}`;
  });
  const bagian = rencanaBagian(data).map(({ kunci }) => {
    const { html, landscape } = dokumenBagian(data, kunci);
    return { html: html.replace('<style>', () => `<style>${css}`), landscape };
  });
  const mulai = performance.now();
  const browser = await puppeteer.launch({
    executablePath: ctx.chromium,
    pipe: true,
    headless: true,
    args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const pid = browser.process()?.pid ?? 0;
  let puncak = 0;
  const pengukur = setInterval(() => (puncak = Math.max(puncak, memoriGrup(pid))), 250);
  try {
    const page = await browser.newPage();
    const margin = { top: '18mm', right: '22mm', bottom: '20mm', left: '22mm' };
    for (const { html, landscape } of bagian) {
      await page.setContent(html);
      await page.pdf({ format: 'A4', landscape, printBackground: true, tagged: true, margin, timeout: 0 });
    }
    return { detik: (performance.now() - mulai) / 1000, puncak };
  } finally {
    clearInterval(pengukur);
    await browser.close();
  }
}

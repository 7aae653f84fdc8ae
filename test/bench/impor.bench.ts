import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import type { BenchContext, Hasil } from './index.ts';
import { muat } from './lib/app.ts';
import type { HasilImpor } from './lib/impor-anak.ts';
import { bulatkan, persentil, setelanApp, siapkanBasisData } from './lib/konteks.ts';
import { jalankanAnak, pesanAnak } from './lib/proses.ts';
import { registerBesar } from './lib/register.ts';

/** Taking a register of 10,000 lines in: a CSV by the command, and a workbook by the page with its preview. */
export const nama = ['impor-10k', 'impor-xlsx-10k'];

const BARIS = 10_000;
const TARGET_S = 5;
const KALI = 3;
/** Every table an import writes, parents first, each with what its rows are read by. */
const TABEL: Readonly<Record<string, string>> = {
  ormas: 'id',
  riwayat_status_ormas: 'id',
  ormas_ubahan: 'urut',
  klaster_ormas: 'id',
  pengurus: 'id',
  ormas_dokumen: 'id',
  audit: 'id',
};
/** What a preview writes beside it. */
const PRATINJAU = ['impor_baris', 'impor'];

/**
 * Checking a file (`--periksa`) and then storing it, each run in a fresh process on a database that holds the reference
 * data only; the middle of several runs. Floor: the rows that were stored, all tables, by plain multi-row inserts of
 * mysql2 into the same tables in one transaction.
 */
export async function jalankan(ctx: BenchContext, diminta: string[]): Promise<Hasil[]> {
  await siapkanBasisData(ctx);
  mkdirSync(ctx.varDir, { recursive: true });
  const isi = registerBesar(BARIS, 1, { ditolak: 0.02, ganda: 0.02 });
  const hasil: Hasil[] = [];
  for (const satu of diminta) {
    const jenis = satu === 'impor-10k' ? 'csv' : 'xlsx';
    hasil.push(await ukur(ctx, satu, jenis, jenis === 'csv' ? isi : await bukuKerja(isi)));
  }
  return hasil;
}

async function ukur(ctx: BenchContext, nama: string, jenis: 'csv' | 'xlsx', isi: Uint8Array): Promise<Hasil> {
  const berkas = join(ctx.varDir, `bench.${jenis}`);
  writeFileSync(berkas, isi);
  const k = await mysql.createConnection({ uri: ctx.databaseUrl, timezone: 'Z', dateStrings: true });
  try {
    const impor: HasilImpor[] = [];
    while (impor.length < KALI) {
      await kosongkan(k);
      impor.push(await sekali(ctx, berkas));
    }
    const simpanan = await bacaSimpanan(k);
    const lantai: number[] = [];
    while (lantai.length < KALI) {
      await kosongkan(k);
      lantai.push(await sisipkan(k, simpanan));
    }
    return susun(nama, impor, lantai, simpanan);
  } finally {
    rmSync(berkas, { force: true });
    await k.end();
  }
}

async function sekali(ctx: BenchContext, berkas: string): Promise<HasilImpor> {
  const anak = jalankanAnak(new URL('./lib/impor-anak.ts', import.meta.url).href, [berkas], setelanApp(ctx));
  const habis = once(anak, 'exit');
  const hasil = await pesanAnak<HasilImpor>(anak);
  await habis;
  return hasil;
}

/** The same register as a workbook, every cell a text. */
async function bukuKerja(csv: Uint8Array): Promise<Uint8Array> {
  const { bacaCsv } = await muat('modules/ormas/impor/csv.js');
  const { alirkanXlsx } = await muat('infra/lembar/tulis-xlsx.js');
  const [judul, ...baris] = bacaCsv(csv).rekaman.map((r) => r.sel);
  const lembar = {
    kolom: (judul ?? []).map((j) => ({ judul: j, jenis: 'teks' as const })),
    kelompok: (async function* () {
      yield await Promise.resolve(baris);
    })(),
  };
  return buffer(alirkanXlsx(lembar, 'Register'));
}

function susun(nama: string, impor: HasilImpor[], lantai: number[], simpanan: Simpanan[]): Hasil {
  const detik = impor.map((h) => (h.periksaMs + h.simpanMs) / 1000);
  const ours = persentil(detik, 0.5);
  const floor = persentil(lantai, 0.5);
  const tengah = impor[detik.indexOf(ours)] as HasilImpor;
  const s = (ms: number): string => (ms / 1000).toFixed(2);
  return {
    name: nama,
    ours: bulatkan(ours),
    floor: bulatkan(floor),
    ratio: bulatkan(ours / floor, 2),
    target: TARGET_S,
    unit: 's',
    met: ours <= TARGET_S,
    catatan: [
      `periksa ${s(tengah.periksaMs)} + simpan ${s(tengah.simpanMs)} s, di antaranya prosesor sendiri ${s(tengah.prosesorMs)} s`,
      `${impor.length} kali: ${detik.map((d) => d.toFixed(2)).join(', ')} s`,
      `${tengah.baris} baris: ${tengah.diterima} diterima, ${tengah.ganda} ganda, ${tengah.ditolak} ditolak`,
      `${simpanan.reduce((n, t) => n + t.baris.length, 0)} baris tersimpan di ${simpanan.length} tabel`,
      `memori ${Math.round(tengah.awalMB)} → puncak ${Math.round(Math.max(...impor.map((h) => h.puncakMB)))} MB`,
    ].join('; '),
  };
}

interface Simpanan {
  tabel: string;
  kolom: string[];
  baris: unknown[][];
}

async function bacaSimpanan(k: Connection): Promise<Simpanan[]> {
  const semua: Simpanan[] = [];
  for (const [tabel, urut] of Object.entries(TABEL)) {
    const [ada] = await k.query<RowDataPacket[]>(
      `SELECT COLUMN_NAME AS nama FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND EXTRA NOT LIKE '%GENERATED%' ORDER BY ORDINAL_POSITION`,
      [tabel],
    );
    const kolom = ada.map((a) => String(a['nama']));
    const [baris] = await k.query<RowDataPacket[][]>({
      sql: `SELECT ${kolom.join(', ')} FROM ${tabel} ORDER BY ${urut}`,
      rowsAsArray: true,
    });
    semua.push({ tabel, kolom, baris });
  }
  return semua;
}

async function sisipkan(k: Connection, simpanan: Simpanan[]): Promise<number> {
  const mulai = performance.now();
  await k.beginTransaction();
  for (const { tabel, kolom, baris } of simpanan) {
    for (let i = 0; i < baris.length; i += 1000) {
      await k.query(`INSERT INTO ${tabel} (${kolom.join(', ')}) VALUES ?`, [baris.slice(i, i + 1000)]);
    }
  }
  await k.commit();
  return (performance.now() - mulai) / 1000;
}

async function kosongkan(k: Connection): Promise<void> {
  await k.query('SET FOREIGN_KEY_CHECKS = 0');
  for (const tabel of [...Object.keys(TABEL), ...PRATINJAU]) await k.query(`TRUNCATE TABLE ${tabel}`);
  await k.query('SET FOREIGN_KEY_CHECKS = 1');
}

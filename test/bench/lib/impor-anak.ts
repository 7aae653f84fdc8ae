// One import in a process of its own, as the command does it: first checked, then stored.
// node impor-anak.ts FILE: reports times (ms), memory (MB) and what became of the lines to the parent.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import type { INestApplicationContext } from '@nestjs/common';
import { muat } from './app.ts';

type Konteks = INestApplicationContext;

/** What one import took. */
export interface HasilImpor {
  periksaMs: number;
  simpanMs: number;
  /** Processor time of this process in both together. */
  prosesorMs: number;
  /** Memory of the process before the import and at its highest. */
  awalMB: number;
  puncakMB: number;
  baris: number;
  diterima: number;
  ganda: number;
  ditolak: number;
}

const { denganModul } = await muat('cli/konteks.js');
const { ImporModule } = await muat('modules/ormas/impor.module.js');
const { ImporService } = await muat('modules/ormas/impor.service.js');
const { ImporBacaService } = await muat('modules/ormas/impor-baca.service.js');
const { ImporMasukkanService } = await muat('modules/ormas/impor-masukkan.service.js');
const { ImporPeriksaService } = await muat('modules/ormas/impor-periksa.service.js');
const { ImporPratinjauService } = await muat('modules/ormas/impor-pratinjau.service.js');
const { AkunModule } = await muat('modules/akun/akun.module.js');
const { AkunService } = await muat('modules/akun/akun.service.js');
const { AKTOR_SISTEM } = await muat('common/aktor.js');

const berkas = process.argv[2] ?? '';
const isi = readFileSync(berkas);

/** What became of the lines. */
type Hitungan = Pick<HasilImpor, 'baris' | 'diterima' | 'ganda' | 'ditolak'>;

/** A CSV, as the command takes it in: looked at, then stored. */
async function perintah(app: Konteks, diperiksa: () => void): Promise<Hitungan> {
  const impor = app.get(ImporService);
  await impor.impor(AKTOR_SISTEM, isi, { berkas: 'bench.csv', periksa: true });
  diperiksa();
  const hasil = await impor.impor(AKTOR_SISTEM, isi, { berkas: 'bench.csv' });
  return {
    baris: hasil.baris,
    diterima: hasil.diterima.length,
    ganda: hasil.ganda.length,
    ditolak: hasil.ditolak.length,
  };
}

/** A workbook, as the page and the worker take it in: every line stored as a preview, then all of it in the register. */
async function halaman(app: Konteks, diperiksa: () => void): Promise<Hitungan> {
  const surel = `bench-${process.pid}@contoh.invalid`;
  const [id = 0] = await app
    .get(AkunService)
    .muatBanyak(AKTOR_SISTEM, [
      { surel, nama: 'Uji', peran: 'petugas' as const, sandi: `rekaan-${process.pid}-bench` },
    ]);
  const aktor = { id, nama: 'Uji', peran: 'petugas' as const, opdId: null, ormasId: null };
  mulai = performance.now();
  const { id: impor } = await app.get(ImporPratinjauService).kirim(aktor, { nama: 'bench.xlsx', jalur: berkas });
  await app.get(ImporPeriksaService).periksa(impor);
  const { versi, jumlah, hitungan } = await app.get(ImporBacaService).pratinjau(aktor, impor);
  diperiksa();
  await app.get(ImporPratinjauService).masukkan(aktor, impor, versi);
  await app.get(ImporMasukkanService).masukkan(impor);
  return { baris: jumlah, diterima: hitungan.diterima, ganda: hitungan.ganda, ditolak: hitungan.ditolak };
}

let mulai = 0;
const hasil = await denganModul([AkunModule, ImporModule], async (app): Promise<HasilImpor> => {
  const awalMB = process.memoryUsage.rss() / 2 ** 20;
  const prosesor = process.cpuUsage();
  mulai = performance.now();
  let tengah = 0;
  const hitungan = await (berkas.endsWith('.xlsx') ? halaman : perintah)(app, () => (tengah = performance.now()));
  const akhir = performance.now();
  const { user, system } = process.cpuUsage(prosesor);
  return {
    periksaMs: tengah - mulai,
    simpanMs: akhir - tengah,
    prosesorMs: (user + system) / 1000,
    awalMB,
    puncakMB: process.resourceUsage().maxRSS / 1024,
    ...hitungan,
  };
});
process.send?.(hasil, () => process.disconnect?.());

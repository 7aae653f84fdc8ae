// One import in a process of its own, as the command does it: first checked, then stored.
// node impor-anak.ts FILE: reports times (ms), memory (MB) and what became of the lines to the parent.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { muat } from './app.ts';

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
const { AKTOR_SISTEM } = await muat('common/aktor.js');

const isi = readFileSync(process.argv[2] ?? '');
const hasil = await denganModul([ImporModule], async (app): Promise<HasilImpor> => {
  const impor = app.get(ImporService);
  const awalMB = process.memoryUsage.rss() / 2 ** 20;
  const prosesor = process.cpuUsage();
  const mulai = performance.now();
  await impor.impor(AKTOR_SISTEM, isi, { berkas: 'bench.csv', periksa: true });
  const diperiksa = performance.now();
  const { baris, diterima, ganda, ditolak } = await impor.impor(AKTOR_SISTEM, isi, { berkas: 'bench.csv' });
  const simpanMs = performance.now() - diperiksa;
  const { user, system } = process.cpuUsage(prosesor);
  return {
    periksaMs: diperiksa - mulai,
    simpanMs,
    prosesorMs: (user + system) / 1000,
    awalMB,
    puncakMB: process.resourceUsage().maxRSS / 1024,
    baris,
    diterima: diterima.length,
    ganda: ganda.length,
    ditolak: ditolak.length,
  };
});
process.send?.(hasil, () => process.disconnect?.());
